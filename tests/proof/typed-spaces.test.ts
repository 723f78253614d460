// Books of our own making are proven, wherever a line happens to end: at a typed space between two Western words above all,
// which has no room there.

import { describe, expect, it } from 'vitest'
import { makeEditions } from '../../src/build.ts'
import type { Direction } from '../../src/core/index.ts'
import { verifyPdf } from '../../src/proof/index.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'

const layoutIn = (direction: Direction, composition = ''): string => `
direction: ${direction}
trim: 400pt × 400pt
type-area:
  { size: 10pt, characters: 12, lines: 18, columns: 1, line-pitch: 18pt, inner-margin: 30pt, head-margin: 30pt }
composition: { digits: combine, hyphenation: words, ${composition} }
running-head: { even: none, odd: none, rule: none, gap: 2pt }
folio: { place: none, opening-place: none }
`

/** One paragraph for each place of the line that the text can stand at. */
function chapterOf(text: string): string {
  const body = Array.from({ length: 13 }, (_, i) => `      - "${'国'.repeat(i)}${text}${'家'.repeat(9)}"\n`)
  return `title: 题\nsections:\n  - body:\n${body.join('')}`
}

/** What the proof of the text finds amiss. */
async function faultsOf(text: string, layout: string): Promise<readonly string[]> {
  const book = bookOf({ 'chapter.yaml': chapterOf(text) })
  const { value } = await makeEditions(book, layoutOf(layout), shippedFonts)
  if (!value) throw new Error('not set')
  const { checks } = await verifyPdf(value.pdfs[0] ?? new Uint8Array(), book)
  const found = checks.find(({ id }) => id === 'text')
  return found?.status === 'passed' ? [] : (found?.findings.map(({ message }) => message.en) ?? ['not run'])
}

const TEXTS = [
  '使用Windows 98 系统',
  '第98 Windows版',
  '使用Windows 98 99 XP系统',
  '约12 km 长',
  '约{并排|12} km长',
  '约25 ℃ XP系统',
  '采用GaN/Al₂O₃衬底',
  '₂O与H₂O',
  'Open {上标|TM}系统',
  'Open {上标|TM} Source系统',
  '面积25 {上标|a}系统',
  '第{上标|a} XP系统',
  '使用Windows {直立|XP} Office系统',
  '使用{直立|XP Office}系统',
]

describe.each(['horizontal', 'vertical'] as const)(
  '%s: spaces come back at every place of a line',
  (direction) => {
    it.each(TEXTS)('%s', async (text) => {
      expect(await faultsOf(text, layoutIn(direction))).toEqual([])
    })

    it.each(TEXTS)('%s on a grid', async (text) => {
      expect(await faultsOf(text, layoutIn(direction, 'justification: grid'))).toEqual([])
    })
  },
)
