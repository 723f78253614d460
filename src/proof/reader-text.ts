// Text as an outside reader gave it (pdftotext, mutool): such readers know no artifacts. The text and the artifacts of
// each page come in; the body goes out, with each artifact taken away once, where it stands as a line of its own or at
// an edge of the page. Nothing else is taken away.

import type { ActualText } from './compare-text.ts'
import type { ReadPage } from './pdf-reader.ts'
import { VisibleTextBuilder, withoutBlanks } from './visible-text.ts'

/** `raw` with a form feed after every page. */
export function bodyOfReader(raw: string, pages: readonly ReadPage[]): ActualText {
  const body = new VisibleTextBuilder()
  const pageStarts: number[] = []
  const texts = raw.split('\f')
  // Beyond the last page nothing may stand but blank; whatever does is compared as added.
  for (let i = 0; i < Math.max(pages.length, texts.length); i++) {
    if (i < pages.length) pageStarts.push(body.length)
    for (const line of bodyLines(texts[i] ?? '', pages[i]?.artifacts ?? [])) {
      body.gap('line')
      body.add(line)
    }
  }
  return { ...body.finish(), pageStarts }
}

function bodyLines(page: string, artifacts: readonly string[]): string[] {
  const left = [...artifacts]
  const lines = page.split(/\r?\n/).filter((line) => !takeWhole(withoutBlanks(line), left))
  return trimEdges(lines, left)
}

/** Whether a line consists of artifacts, which are then used up. */
function takeWhole(line: string, left: string[]): boolean {
  const used: string[] = []
  let rest = line
  while (rest !== '') {
    const next = left.find((a) => rest.startsWith(a) && count(used, a) < count(left, a))
    if (next === undefined) return false
    used.push(next)
    rest = rest.slice(next.length)
  }
  for (const artifact of used) left.splice(left.indexOf(artifact), 1)
  return used.length > 0
}

const count = (items: readonly string[], item: string): number => items.filter((i) => i === item).length

/** Artifacts that a reader ran together with the first or last line, or spread over several. */
function trimEdges(lines: readonly string[], left: readonly string[]): string[] {
  let kept = [...lines]
  let artifacts = [...left]
  for (let changed = true; changed; ) {
    changed = false
    for (const artifact of artifacts) {
      const cut = cutStart(kept, artifact) ?? cutEnd(kept, artifact)
      if (!cut) continue
      kept = cut
      artifacts = artifacts.toSpliced(artifacts.indexOf(artifact), 1)
      changed = true
      break
    }
  }
  return kept
}

/** The lines without `artifact` at their start; undefined when it is not there. */
function cutStart(lines: readonly string[], artifact: string): string[] | undefined {
  let wanted = artifact
  for (const [i, line] of lines.entries()) {
    let at = 0
    for (; at < line.length && wanted !== ''; at++) {
      const c = line[at] ?? ''
      if (withoutBlanks(c) === '') continue
      if (wanted[0] !== c) return undefined
      wanted = wanted.slice(1)
    }
    if (wanted === '') return [line.slice(at), ...lines.slice(i + 1)]
  }
  return undefined
}

function cutEnd(lines: readonly string[], artifact: string): string[] | undefined {
  const mirrored = cutStart(lines.map(reversed).reverse(), reversed(artifact))
  return mirrored?.map(reversed).reverse()
}

/** Units in reverse; only ever undone again. */
const reversed = (text: string): string => text.split('').reverse().join('')
