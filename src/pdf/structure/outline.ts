// The outline (书签): parts, chapters, entries. pdfkit builds the tree; destinations and counts are ours, because its
// own are measured from the wrong edge and counted wrongly when nested.

import type PDFDocument from 'pdfkit'
import type { PDFOutline, PDFReference } from 'pdfkit'
import type { Landmark } from '../../page/index.ts'
import { num } from '../text/number.ts'

const DEPTH = { part: 0, chapter: 1, entry: 2 } as const

interface Node {
  readonly item: PDFOutline
  readonly depth: number
  children: number
}

/** @param toPage turns a landmark's corner into default user space of its page */
export function writeOutline(
  doc: PDFDocument,
  landmarks: readonly Landmark[],
  pages: readonly PDFReference[],
  toPage: (landmark: Landmark) => { readonly x: number; readonly y: number },
): void {
  const path: Node[] = []
  for (const landmark of landmarks) {
    const depth = DEPTH[landmark.level]
    // A part without a title has no item: its chapters stand beside the parts, not under the part before.
    if (landmark.level === 'chapter' && !landmark.part) path.length = 0
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop()
    const parent = path.at(-1)
    const item = (parent?.item ?? doc.outline).addItem(landmark.title)
    const { x, y } = toPage(landmark)
    item.outlineData['Dest'] = [pages[landmark.page - 1], 'XYZ', Number(num(x)), Number(num(y)), null]
    if (parent) {
      parent.children++
      // Closed at first: a volume has thousands of entries (negative, ISO 32000-1 table 153).
      parent.item.outlineData['Count'] = -parent.children
    }
    path.push({ item, depth, children: 0 })
  }
}
