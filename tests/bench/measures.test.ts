// What is promised of lines, on made-up and real prose at every measure of the bench, in both directions: no ban broken,
// nothing loose without a word about it, and better than greedy breaking of the same text.

import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { makeManuscript } from '../../src/bench/manuscript.ts'
import { judgeText } from '../../src/bench/measures.ts'
import { readProse } from '../../src/bench/prose.ts'
import { filesOf } from '../../src/core/index.ts'
import { TypeCase } from '../../src/font/index.ts'
import { Styles } from '../../src/page/index.ts'
import { layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'

const TEXTS = [
  ['made up', makeManuscript(6000)],
  ['real', readProse(fileURLToPath(new URL('../../', import.meta.url)))],
] as const

describe.each(['yearbook', 'yearbook-vertical'])('%s', (design) => {
  test.each(TEXTS)('lines of a text %s', (_, text) => {
    if (!text) throw new Error('the prose is missing')
    const styles = new Styles(layoutOf(`extends: ${design}\n`), shippedFonts, new TypeCase())
    const { characters, measures } = judgeText(text.book, filesOf(text.files), styles)
    expect(characters).toBeGreaterThan(1500)
    const { charsPerLine } = styles.layout.typeArea
    expect(measures.map(({ measure }) => measure)).toEqual([9, 10, 11, 12, 13, 14, charsPerLine, 45])
    for (const { measure, ours, greedy } of measures) {
      expect({ measure, bans: ours.bans, unreported: ours.unreported }).toEqual({
        measure,
        bans: 0,
        unreported: 0,
      })
      expect(ours.loose, `${measure}`).toBeLessThanOrEqual(greedy.loose)
      expect(ours.runts, `${measure}`).toBe(0)
      expect(ours.visible, `${measure}`).toBeLessThanOrEqual(greedy.visible)
    }
    // At wide ones both stay below what the eye sees, where less is not better.
    for (const { measure, ours, greedy } of measures.filter(({ measure: n }) => n < 15))
      expect(ours.stretch.mean, `${measure}`).toBeLessThan(greedy.stretch.mean)
    // At the measures of books nothing is loose but what holds an address or a long Western term.
    const wide = measures.filter(({ measure }) => measure >= charsPerLine)
    for (const { ours } of wide) expect(ours.loose / ours.lines).toBeLessThan(0.01)
  })
})
