// Strict grid (CLREQ 6.2.4): every Han and every full-width mark on a cell of one em, whatever else the text holds; what
// lines lack is given to Western runs, cell by cell, and to nothing else.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAR_CLASS, classOf, HALF_CELLS } from '../../src/cjk/index.ts'
import { em, pt, SourceText } from '../../src/core/index.ts'
import { type ParagraphOptions, streamOf } from '../../src/paragraph/index.ts'
import { glyphsOf } from '../outside/composer.ts'
import { lineOf } from '../support/beside.ts'
import { fakeFonts } from '../support/fake-face.ts'
import {
  chars,
  type LineView,
  type ParagraphView,
  SIZE,
  setStream,
  setText,
  styleOf,
} from '../support/paragraphs.ts'

type Options = Partial<ParagraphOptions>

const GRID = { justification: 'grid' } as const
const onGrid = (text: string, options: Options = {}): ParagraphView => setText(text, { ...GRID, ...options })

const HAN_UNITS = [...'国家市直机关党的工作部门〇𠀀']
const piece = fc.oneof(
  { weight: 10, arbitrary: fc.string({ unit: fc.constantFrom(...HAN_UNITS), minLength: 1, maxLength: 9 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...'，。、；：！？“”‘’（）《》【】',
      '——',
      '……',
      '？！',
      '”，',
      '》、《',
      '国　国',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...'·～–／—', '5·31', '—2005', '3～5') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '2002',
      '113.7',
      '63%',
      '1,234',
      '25℃',
      '7',
      '31',
      '100',
      '¥3',
      '2 ',
      ' 2002 ',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('GDP', 'CAD/CAM', 'kW·h', '12 km', 'Open Source', 'it’s') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('http://www.wf.gov.cn/a/b?x=1', 'Internationalisms', 'state-of-the-art'),
  },
)
const texts = fc.array(piece, { minLength: 1, maxLength: 30 }).map((parts) =>
  parts
    .join('\n')
    // Words that grow together may be as long as a line: see the last test.
    .replace(/(?<=[ !-~℃·／–])\n(?=[ !-~¥·／–])/g, '国')
    .replaceAll('\n', '')
    // A space between Han is no Western text: see the last test but one.
    .replace(/(?<![!-~]) | (?![!-~])/g, ''),
)

const options: fc.Arbitrary<Options> = fc.record({
  direction: fc.constantFrom('horizontal', 'vertical'),
  // At level none ？！ may part, of which neither half fills a cell.
  banLevel: fc.constantFrom('basic', 'gb', 'strict'),
  hanWesternGap: fc.constantFrom(em(0), em(0.125), em(0.25)),
  hyphenation: fc.constantFrom('none', 'words'),
  digits: fc.constantFrom('rotate', 'combine'),
  digitWidth: fc.constantFrom('proportional', 'half'),
  measure: fc.integer({ min: 12, max: 26 }).map((n) => chars(n).measure),
  indent: fc.constantFrom(chars(0).measure, chars(2).measure),
})

/** A glyph and where its cell begins, in em; its length in cells. */
interface Cell {
  readonly text: string
  readonly origin: number
  readonly length: number
}

/** Whether a glyph stands in a cell of its own: Han and marks of a whole em. Of ？！ the two share one. */
function cellsOf(line: LineView): readonly (Cell | undefined)[] {
  const { sorts, origins } = line
  let isPaired = false
  return sorts.map((text, i) => {
    const c = classOf(text.codePointAt(0) ?? 0)
    const opensPair = c === CHAR_CLASS.excl && !isPaired && isExclamation(sorts[i + 1])
    const length = opensPair || isPaired ? 0.5 : text === '——' ? 2 : 1
    isPaired = opensPair
    const isCell = c <= CHAR_CLASS.wave && !HALF_CELLS.has(c) && !isInWord(sorts, i) && !isInNumber(line, i)
    return isCell
      ? { text, origin: origins[i] ?? 0, length: text.length > 1 && length < 1 ? 1 : length }
      : undefined
  })
}

const isExclamation = (text: string | undefined): boolean => text === '？' || text === '！'
/** it’s */
const isInWord = (sorts: readonly string[], i: number): boolean =>
  sorts[i] === '’' && /[A-Za-z]/.test(sorts[i - 1] ?? '') && /[A-Za-z]/.test(sorts[i + 1] ?? '')

/** 3～5: a connector between two Western characters or half cells, or behind one at a line's end, is part of their run. */
function isInNumber({ sorts }: LineView, i: number): boolean {
  const isOfRun = (text: string | undefined): boolean => text === undefined || /^[!-~·／–℃¥ ]/.test(text)
  return /^[～—]$/.test(sorts[i] ?? '') && i > 0 && isOfRun(sorts[i - 1]) && isOfRun(sorts[i + 1])
}

/** Upright digits of a vertical line are cells like Han, and are no run. */
function hasRunInside(line: LineView, { direction, digits }: Options): boolean {
  const stand = direction === 'vertical' && digits === 'combine'
  const cells = cellsOf(line)
  const first = cells.findIndex((cell) => cell !== undefined)
  const last = cells.findLastIndex((cell) => cell !== undefined)
  const inside = line.sorts.slice(first, last).filter((_, i) => cells[first + i] === undefined)
  return first >= 0 && inside.some((text) => !stand || /[A-Za-z·／]/.test(text))
}

const holdsOf = (check: (view: ParagraphView, chosen: Options) => void, numRuns = 300): void =>
  fc.assert(
    fc.property(texts, options, (text, chosen) => check(onGrid(text, chosen), chosen)),
    { numRuns },
  )

const measureOf = ({ measure }: Options): number => (measure ?? 100) / 10

const offGrid = (n: number): number => Math.abs(n - Math.round(n))

describe('of any text, digits, words and marks among it', () => {
  it('every Han and every mark of a whole em stands on a whole em', () =>
    holdsOf(({ lines }) => {
      for (const line of lines) {
        for (const cell of cellsOf(line)) {
          if (cell && cell.length >= 1)
            expect(offGrid(cell.origin), `${cell.text} of ${line.text}`).toBeLessThan(1e-5)
        }
      }
    }))

  it('cells follow one another without white: slack is taken by Western runs alone', () =>
    holdsOf(({ lines }) => {
      for (const line of lines) {
        const cells = cellsOf(line)
        for (const [i, cell] of cells.entries()) {
          const next = cells[i + 1]
          if (!cell || !next || line.text.includes('　')) continue
          // The third of ？！！ has half a cell of ink and keeps the rest white.
          if (/[？！]{3}/.test(line.text)) continue
          // The ink of an opening mark is not where its cell begins, but its glyph is.
          expect(next.origin - cell.origin, `${cell.text}${next.text} of ${line.text}`).toBeCloseTo(
            cell.length,
            5,
          )
        }
      }
    }))

  it('a line never goes beyond the measure, and lacks less than a cell where a Western run stands inside it', () =>
    holdsOf(({ lines }, chosen) => {
      for (const [i, line] of lines.entries()) {
        const end = line.end + (line.sorts.at(-1) === '\u00ad' ? 0.5 : 0)
        expect(end, line.text).toBeLessThanOrEqual(measureOf(chosen) + 1e-5)
        expect(line.stretch).toBe(0)
        expect(line.residue).toBeCloseTo(0, 9)
        if (hasRunInside(line, chosen) && i < lines.length - 1)
          expect(end, line.text).toBeGreaterThan(measureOf(chosen) - 1)
      }
    }))

  it('nothing is lost or doubled', () =>
    fc.assert(
      fc.property(texts, options, (text, chosen) => {
        const { lines } = onGrid(text, chosen)
        const without = (s: string): string => s.replace(/[ \u3000\u00ad]/g, '')
        expect(without(lines.flatMap(({ sorts }) => sorts).join(''))).toBe(without(text))
      }),
      { numRuns: 100 },
    ))
})

describe('a Western run in its cells', () => {
  it.each([
    ['国7国', [0, 1.25, 2]],
    ['国12国', [0, 1.5, 2, 3]],
    ['国GDP国', [0, 1.25, 1.75, 2.25, 3]],
    ['国·国', [0, 1.25, 2]],
    ['国／国', [0, 1.25, 2]],
    ['国，7。国', [0, 1, 2.25, 3, 4]],
    ['（7）国', [0, 1.25, 2, 3]],
    ['国12 km国', [0, 1.375, 1.875, 2.375, 2.625, 3.125, 4]],
    // Nothing comes between numbers and what joins them, which stands in their run.
    ['国9～11国', [0, 1.25, 1.75, 2.75, 3.25, 4]],
    ['国2001—12国', [0, 1.5, 2, 2.5, 3, 3.5, 4.5, 5, 6]],
    // Beside Han it has its cell; the number beside it has its white on the other side.
    ['国～7国', [0, 1, 2, 3]],
    ['国7～国', [0, 1.5, 2, 3]],
    ['国～国', [0, 1, 2]],
  ] as const)('%s: centred in whole cells, a quarter em on either side at least', (text, origins) => {
    expect(onGrid(text).lines[0]?.origins).toEqual(origins)
  })

  it('takes none of the cell of a mark beside it', () => {
    const [line] = onGrid('国，GDP（国）').lines
    expect(line?.sorts.slice(1, 2)).toEqual(['，'])
    expect(line?.origins).toEqual([0, 1, 2.25, 2.75, 3.25, 4, 5, 6])
  })

  it('keeps no less white when the layout asks for none between Han and Western text', () => {
    expect(onGrid('国12国', { hanWesternGap: em(0) }).lines[0]?.origins).toEqual([0, 1, 1.5, 2])
  })
})

describe('slack', () => {
  it('goes to the runs in turn, half a cell on either side', () => {
    // 10 cells with two runs of two cells, before —— that would need two more: one cell is left, the first run has it.
    const [one] = onGrid('国国GDP国国31国国——国国国国国国国', chars(11)).lines
    expect(one?.text).toBe('国国GDP国国31国国')
    expect(one?.origins).toEqual([0, 1, 2.75, 3.25, 3.75, 5, 6, 7.5, 8, 9, 10])
  })

  it('is shared out to as many runs as there are cells', () => {
    const [line] = onGrid('国7国7国http://a.cn/国国国国', chars(7)).lines
    expect(line?.text).toBe('国7国7国')
    expect(line?.origins).toEqual([0, 1.75, 3, 4.75, 6])
  })

  it('stays at the end of a line that has no run inside', () => {
    const [line] = onGrid('国国国国国——国国国国', chars(6)).lines
    expect(line).toMatchObject({ text: '国国国国国', end: 5, stretch: 0, residue: 0 })
    // A run at the end of a line is beside no Han that could stay on the grid, so that it takes nothing.
    const [other] = onGrid('国国GDP——国国', chars(4.9)).lines
    expect(other?.origins.slice(0, 3)).toEqual([0, 1, 2.25])
  })

  it('is not shared out in the last line', () => {
    expect(onGrid('国7国', chars(9)).lines[0]?.end).toBe(3)
  })
})

describe('slack beside a connector', () => {
  it('leaves no white on one side of it', () => {
    for (const number of ['9～11', '2001—2002', '～7', '7～', '3～5～12']) {
      const { lines } = onGrid(`国国${number}国国国国国——国国国`, chars(9 + number.length))
      for (const { sorts, origins } of lines) {
        for (const [i, sort] of sorts.entries()) {
          if (!/^[～—]$/.test(sort) || i === 0 || i + 1 === sorts.length) continue
          const before = (origins[i] ?? 0) - (origins[i - 1] ?? 0) - (/\d/.test(sorts[i - 1] ?? '') ? 0.5 : 1)
          expect([before, (origins[i + 1] ?? 0) - (origins[i] ?? 0) - 1], number).toEqual([0, 0])
        }
      }
    }
  })
})

describe('the cell is that of the body (CLREQ 6.2.4)', () => {
  const mixed = (parts: readonly (readonly [text: string, size: number, isAttached?: boolean])[]) => {
    const fonts = fakeFonts()
    const pieces = parts.map(([text, size, isAttached = false]) => ({
      source: SourceText.verbatim(text, 'test.yaml', 0),
      style: { ...styleOf(fonts, size), ...(isAttached && { isAttached }) },
    }))
    return setStream(streamOf(pieces), fonts.typeCase, { ...GRID, ...chars(12) }).lines
  }
  const BODY = '市直机关各部门认真学习2002年贯彻会议精神'

  it.each([
    ['a heading of 1.2 em', [['【小题】', 12] as const, [BODY, 10] as const]],
    ['a superscript', [['2', 6] as const, [BODY, 10] as const]],
    ['a subscript inside', [['市直', 10] as const, ['2', 6, true] as const, [BODY, 10] as const]],
  ])('behind %s', (_, parts) => {
    const lines = mixed(parts)
    for (const { sorts, origins } of lines)
      for (const [i, sort] of sorts.entries())
        if (BODY.includes(sort) && /[^\d]/.test(sort))
          expect(offGrid(origins[i] ?? 0), sort).toBeLessThan(1e-6)
  })

  it('a superscript stays close to its base, with its white behind it', () => {
    const [line] = mixed([
      ['市直', 10],
      ['2', 6, true],
      ['机关', 10],
    ])
    expect(line?.origins).toEqual([0, 1, 2, 3, 4])
  })
})

describe('均排 on a grid', () => {
  it.each([
    ['甲乙丙丁', 5, [1, 2 + 1 / 3, 3 + 2 / 3, 5]],
    ['甲乙', 5, [1, 5]],
    ['甲', 5, [3]],
    ['甲乙丙', 4.5, [1.25, 3, 4.75]],
    // It is no narrower than its text.
    ['甲乙丙丁', 2, [1, 2, 3, 4]],
  ])('%s takes %s em', (text, over, wanted) => {
    for (const [before, behind] of [
      ['国', '国'],
      ['国', ''],
      ['', '国'],
    ] as const) {
      const from = before.length
      const spread = { kind: 'spread', from, to: from + text.length, over: pt(over * SIZE) } as const
      const line = lineOf(`${before}${text}${behind}`, [spread], GRID)
      const shift = before === '' ? 1 : 0
      const origins = line.origins.slice(from, from + text.length)
      for (const [i, at] of wanted.entries()) expect(origins[i]).toBeCloseTo(at - shift, 5)
      if (behind !== '')
        expect(line.origins.at(-1)).toBeCloseTo(1 + Math.max(text.length, Math.ceil(over)) - shift, 5)
    }
  })
})

describe('a Western run over several lines', () => {
  it.each([6, 7, 8, 9, 11])('leaves Han on the grid behind its rest, %s em wide', (measure) => {
    const { lines } = onGrid(
      '国家http://www.wf.gov.cn/a/b.html?x=1&y=23机关，市直（党）的工作部门',
      chars(measure),
    )
    expect(lines.length).toBeGreaterThan(2)
    const cells = lines.flatMap((line) => cellsOf(line).flatMap((cell) => cell ?? []))
    expect(cells).toHaveLength(15)
    for (const { origin, text } of cells) expect(offGrid(origin), text).toBeLessThan(1e-6)
  })

  it('begins a line with what its rest lacks to whole cells', () => {
    // state-of-the-|art国: the rest of 1.5 em and the quarter after it fill two cells.
    const { lines } = onGrid('国state-of-the-art国国国', chars(8))
    expect(lines.map(({ text }) => text)).toEqual(['国state-of-the-', 'art国国国'])
    expect(lines[1]?.origins.slice(-3)).toEqual([2, 3, 4])
  })
})

describe('what is not an em wide', () => {
  it('a typed space between Han takes a whole cell or none', () => {
    // The space has a glyph of its own.
    expect(onGrid('国国 国国').lines[0]?.origins.map(offGrid)).toEqual([0, 0, 0, 0, 0])
  })

  it('a sign narrower than its cell has one', () => {
    // ™ is 0.79 em wide in the shipped face and stands in as much: Han after it are 0.21 em off.
    const glyphs = glyphsOf('国™国', GRID)
    expect(glyphs.map(({ origin }) => offGrid(origin)).at(-1)).toBeLessThan(1e-6)
  })

  it('a mark before U+3000 keeps its cell', () => {
    // Its blank is taken to be part of the space: the Han after it stands at 2.5.
    expect(onGrid('国，　国').lines[0]?.origins).toEqual([0, 1, 3])
  })

  it('a word as long as its line is set in it', () => {
    // Throws: the white before the word makes a line of one box too long, and no other is tried.
    expect(onGrid('Internationalisation国', chars(10)).lines.length).toBeGreaterThan(0)
  })
})
