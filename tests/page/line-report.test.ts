// Reports of what was done to lines: names, signs and sizes of what gaps gave and took, and where the line stands. Texts
// are in the fake face: Han and marks are one em, Western letters half an em.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt, SourceText } from '../../src/core/index.ts'
import { type LineReport, lineReports } from '../../src/page/line-report.ts'
import { type ParagraphOptions, streamOf } from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { chars, SIZE, setStream, setText, styleOf } from '../support/paragraphs.ts'
import { setChapter } from '../support/wholes.ts'

type Options = Partial<ParagraphOptions>

const reportsOf = (text: string, options: Options): readonly LineReport[] => {
  const { set: paragraph } = setText(text, options)
  return lineReports(paragraph.lines.map((set, i) => ({ paragraph, set, page: 1, column: 1, line: i + 1 })))
}

const firstOf = (text: string, options: Options): LineReport => {
  const [first] = reportsOf(text, options)
  if (!first) throw new Error('no line')
  return first
}

const HAN = '国'.repeat(12)

describe('what gaps gave is below 0', () => {
  it.each<[gap: string, text: string, measure: number, by: number, places: number]>([
    // Each line has more than fits by what is given.
    ['bracket', `国（国国）${HAN}`, 10.5, -0.5, 2],
    ['pause', `国，${HAN}`, 10.5, -0.5, 1],
    ['pause', `国，国，国，${HAN}`, 10.75, -0.25, 3],
    ['stop', `国。${HAN}`, 10.5, -0.5, 1],
    ['han-western', `国of${HAN}`, 10.25, -0.25, 2],
    ['word-space', 'of of of of of of international', 7.5, -0.1667, 5],
  ])('%s in %s', (gap, text, measure, by, places) => {
    const { changes, stretch } = firstOf(text, chars(measure))
    expect(changes).toEqual([{ gap, by, places }])
    expect(stretch).toBe(0)
  })

  it('also of the middle dot where it is one em wide', () => {
    const { changes } = firstOf(`国国·${HAN}`, { region: 'taiwan', ...chars(9.75) })
    expect(changes).toEqual([{ gap: 'middle-dot', by: -0.25, places: 2 }])
  })
})

describe('what gaps took is above 0', () => {
  it('between characters, so much a gap', () => {
    expect(firstOf('国国国国国国Internationalism', chars(8))).toMatchObject({
      stretch: 0.4,
      changes: [{ gap: 'character', by: 2, places: 5 }],
    })
  })

  it('in word spaces up to half an em, then in all', () => {
    const [narrow, wide] = [9.5, 10].map((measure) =>
      firstOf('of of of of of of international', chars(measure)),
    )
    // Six words of one em and five spaces of a third.
    expect(narrow?.changes).toEqual([{ gap: 'word-space', by: 1.8333, places: 5 }])
    expect(wide?.changes).toEqual([{ gap: 'word-space', by: 2.3333, places: 5 }])
    expect([narrow?.stretch, wide?.stretch]).toEqual([0.2, 0.3])
  })

  it('between Han and Western text before all others', () => {
    const { changes, stretch } = firstOf('国of国of国of国Internationalisms', chars(8.9))
    expect([changes, stretch]).toEqual([[{ gap: 'han-western', by: 0.4, places: 6 }], 0])
  })
})

it('lines at their natural width have no changes', () => {
  for (const { changes, stretch } of reportsOf(HAN.repeat(3), chars(10))) {
    expect([changes, stretch]).toEqual([[], 0])
  }
})

describe.each(['horizontal', 'vertical'] as const)('lines of any text, %s', (direction) => {
  const piece = fc.constantFrom(
    '国',
    '国国国',
    '国，国',
    '国。国',
    '国（国）',
    '国of国',
    '国of of国',
    '12',
    '国：国',
  )
  const text = fc.array(piece, { minLength: 12, maxLength: 40 }).map((pieces) => pieces.join(''))
  const measure = fc.integer({ min: 40, max: 80 }).map((quarters) => quarters / 4)

  it('gave and took what they had too much or too little', () => {
    let [squeezed, stretched] = [0, 0]
    fc.assert(
      fc.property(text, measure, (written, width) => {
        const reports = reportsOf(written, { direction, ...chars(width) })
        for (const [i, { text: line, changes }] of reports.entries()) {
          const natural = setText(line, { direction, ...chars(1000) }).lines[0]?.end ?? 0
          const lack = i === reports.length - 1 ? Math.min(0, width - natural) : width - natural
          const sum = changes.reduce((all, { by }) => all + by, 0)
          expect(sum, line).toBeCloseTo(lack, 3)
          // A line gives or takes; none does both.
          expect(new Set(changes.map(({ by }) => Math.sign(by))).size).toBeLessThanOrEqual(1)
          if (lack < -0.1) squeezed++
          if (lack > 0.1) stretched++
        }
      }),
      { numRuns: 150 },
    )
    expect(Math.min(squeezed, stretched)).toBeGreaterThan(20)
  })
})

describe('what could not be given or taken', () => {
  it('is the residue: above 0 where a line stays short, below where it sticks out', () => {
    const [, word] = reportsOf('甲乙丙丁戊己庚Internationali甲乙丙丁戊己庚', { measure: pt(72) })
    expect(word).toMatchObject({ text: 'Internationali', residue: 0.2, short: 0 })
    expect(firstOf('国国', chars(0.75))).toMatchObject({ text: '国', residue: -0.25, short: 0 })
    for (const { residue, short } of reportsOf(HAN.repeat(3), chars(10)))
      expect([residue, short]).toEqual([0, 0])
  })

  it('on a grid is so many cells short', () => {
    const lines = reportsOf('国国国国国——国国国国', { justification: 'grid', ...chars(6) })
    expect(lines.map(({ text, short, residue }) => [text, short, residue])).toEqual([
      ['国国国国国', 1, 0],
      ['——国国国国', 0, 0],
    ])
    // Cells that Western runs take are not short, nor is a last line.
    const [full] = reportsOf('国7国7国http://a.cn/国国国国', { justification: 'grid', ...chars(7) })
    expect(full).toMatchObject({ text: '国7国7国', short: 0 })
    expect(firstOf('国国', { justification: 'grid', ...chars(7) })).toMatchObject({ short: 0, residue: 0 })
  })
})

describe('a report', () => {
  const fonts = fakeFonts()
  const style = styleOf(fonts)
  const sources = [
    SourceText.verbatim('甲乙丙丁戊', 'a.yaml', 100),
    SourceText.verbatim('己庚辛壬癸', 'b.yaml', 7),
  ]
  const paragraphs = sources.map(
    (source) => setStream(streamOf([{ source, style }]), fonts.typeCase, { measure: pt(3 * SIZE) }).set,
  )
  const places = paragraphs.flatMap((paragraph, p) =>
    paragraph.lines.map((set, i) => ({ paragraph, set, page: p + 2, column: 3 - p, line: 9 + i })),
  )

  it('says the line as the manuscript has it, and where that stands', () => {
    expect(lineReports(places).map(({ text, span }) => [text, span])).toEqual([
      ['甲乙丙', { file: 'a.yaml', start: 100, end: 103 }],
      ['丁戊', { file: 'a.yaml', start: 103, end: 105 }],
      ['己庚辛', { file: 'b.yaml', start: 7, end: 10 }],
      ['壬癸', { file: 'b.yaml', start: 10, end: 12 }],
    ])
  })

  it('says the line’s place on the page, in the order of the lines', () => {
    expect(lineReports(places).map(({ page, column, line }) => [page, column, line])).toEqual([
      [2, 3, 9],
      [2, 3, 10],
      [3, 2, 9],
      [3, 2, 10],
    ])
  })

  it('of a chapter says all of its text, line by line of the grid', () => {
    const body = '甲乙丙丁戊己庚辛壬癸'.repeat(4)
    const { setting, files } = setChapter(`title: 题\nsections:\n  - body: ${body}\n`)
    const reports = lineReports(setting.lines)
    expect(reports.map(({ text }) => text).join('')).toBe(body)
    // The title takes three lines.
    expect(reports.map(({ page, column, line }) => [page, column, line])).toEqual([
      [1, 1, 4],
      [1, 1, 5],
      [1, 1, 6],
    ])
    for (const { span, text } of reports) {
      expect(files[span?.file ?? '']?.slice(span?.start, span?.end)).toBe(text)
    }
  })

  it('of lines with markup begins where the line does, and ends where it does', () => {
    const body = '甲{着重|乙丙}丁{粗|戊}己{书名|庚{拼音|辛|xīn}壬}癸'.repeat(5)
    const { setting, files } = setChapter(`title: 题\nsections:\n  - body: "${body}"\n`)
    const reports = lineReports(setting.lines)
    expect(reports.length).toBeGreaterThan(3)
    for (const { span, text } of reports) {
      const written = files[span?.file ?? '']?.slice(span?.start, span?.end) ?? ''
      const plain = written.replace(/\|xīn|[{}|]|着重|粗|书名|拼音/g, '')
      expect(plain).toBe(text)
      expect([written[0], written.at(-1)]).toEqual([text[0], text.at(-1)])
    }
  })

  it('of a line with a heading begins at the heading', () => {
    const yaml = 'title: 题\nsections:\n  - heading: 甲乙\n    body: 丙丁\n'
    const { setting } = setChapter(yaml)
    const [line] = lineReports(setting.lines)
    expect(line?.text).toBe('【甲乙】丙丁')
    expect(yaml.slice(line?.span?.start, line?.span?.end)).toBe('甲乙\n    body: 丙丁')
  })
})
