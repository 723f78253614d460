// Cut-in headings (CLREQ 7.1.3.1) in whole chapters, on lines of fourteen characters of ten points, fifteen apart: where
// heading and text stand, what stays together, and what becomes of headings that cannot be cut in.

import { describe, expect, it } from 'vitest'
import type { GlyphMark, Mark } from '../../src/page/index.ts'
import { layoutOf } from '../support/books.ts'
import { CHAPTER_LAYOUT, setChapter, textOf, type Whole } from '../support/wholes.ts'

const HAN = '甲乙丙丁戊己庚辛壬癸'
const MARGIN = 30
const PITCH = 15
const SIZE = 10
const LINES = 20
const WIDTH = 400
/** Lines of the chapter's title. */
const TITLE = 3

type Direction = 'horizontal' | 'vertical'
const VERTICAL = 'direction: vertical\nbinding: right\n'
const layoutIn = (direction: Direction, more = ''): string =>
  CHAPTER_LAYOUT + more + (direction === 'vertical' ? VERTICAL : '')

interface Section {
  readonly heading?: string
  readonly form?: string
  readonly body?: string
}

const chapterOf = (sections: readonly Section[], layout: string): Whole => {
  const items = sections.map((section) => `  - ${JSON.stringify(section)}\n`).join('')
  return setChapter(`title: 题\nsections:\n${items}`, layoutOf(layout))
}

/** A stretch of glyphs: along its line and across the lines, in points from the head of the type area. */
interface Piece {
  readonly text: string
  readonly page: number
  readonly from: number
  /** Of the middle of the line. */
  readonly across: number
  readonly size: number
}

/** All but the chapter's title. */
const piecesOf = ({ setting: { pages, direction } }: Whole): readonly Piece[] =>
  pages
    .flatMap(({ marks }, page) => marks.filter(isGlyphs).map((mark) => pieceOf(mark, page, direction)))
    .filter(({ text }) => text !== '题')

function pieceOf(mark: GlyphMark, page: number, direction: Direction): Piece {
  const { paragraph, run, x, y } = mark
  const { size } = run
  const along = (paragraph.offsets[run.from] ?? 0) - MARGIN
  const common = { text: textOf([mark]), page, size }
  return direction === 'vertical'
    ? { ...common, from: y + along, across: WIDTH - MARGIN - x }
    : { ...common, from: x + along, across: y - 0.38 * size - MARGIN }
}

const isGlyphs = (mark: Mark): mark is GlyphMark => mark.kind === 'glyphs'

const near = (n: number): number => Math.round(n * 100) / 100

describe.each(['horizontal', 'vertical'] as const)('a cut-in heading, %s', (direction) => {
  const set = (heading: string, body = HAN.repeat(4), more = ''): Whole =>
    chapterOf([{ heading, form: 'cut-in', body }], layoutIn(direction, more))

  /** In lines from the first one of the text. */
  const lineOf = (whole: Whole): ((across: number) => number) => {
    const body = piecesOf(whole).filter(({ text }) => text.startsWith('甲乙丙丁'))
    const first = body[0]?.across ?? 0
    return (across) => near((across - first) / PITCH)
  }

  it.each([
    ['小题', 30],
    ['三字题', 40],
    ['四字小题', 50],
  ])('of up to four characters stands in one line between two: %s', (heading, indent) => {
    const whole = set(heading)
    const line = lineOf(whole)
    const [head, ...body] = piecesOf(whole)
    expect([head?.text, near(head?.from ?? -1)]).toEqual([heading, 0])
    expect(line(head?.across ?? 0)).toBe(0.5)
    expect(body.map(({ from }) => near(from))).toEqual([indent, indent, 0, 0])
    expect(body.map(({ across }) => line(across))).toEqual([0, 1, 2, 3])
    expect(whole.diagnostics).toEqual([])
  })

  it.each([
    ['五个字小题', ['五个', '字小题'], 40],
    ['六个字的小题', ['六个字', '的小题'], 40],
    ['八个字的小题目啊', ['八个字的', '小题目啊'], 50],
  ])('of more stands in two lines, beside the first two of its text: %s', (heading, parts, indent) => {
    const whole = set(heading)
    const line = lineOf(whole)
    const pieces = piecesOf(whole)
    const heads = pieces.slice(0, 2)
    expect(heads.map(({ text }) => text)).toEqual(parts)
    expect(heads.map(({ from, across }) => [near(from), line(across)])).toEqual([
      [0, 0],
      [0, 1],
    ])
    expect(pieces.slice(2).map(({ from }) => near(from))).toEqual([indent, indent, 0, 0])
  })

  it('has text beside it that begins at whole ems, a whole em at least after it', () => {
    // Of twelve points a character: 24 and 36 are no whole ems of ten.
    const more = 'styles: { heading: { face: 黑, weight: bold, size: 12pt } }\n'
    for (const [heading, indent] of [
      ['小题', 40],
      ['三字题', 50],
      ['四字小题', 60],
    ] as const) {
      const body = piecesOf(set(heading, HAN.repeat(4), more)).filter(({ size }) => size === SIZE)
      expect(body.slice(0, 3).map(({ from }) => near(from))).toEqual([indent, indent, 0])
    }
  })

  it('comes before its text in reading order, and begins the entry', () => {
    const { setting } = set('五个字小题')
    expect(setting.pages.map(({ marks }) => textOf(marks)).join('')).toBe(`题五个字小题${HAN.repeat(4)}`)
    expect(setting.landmarks.map(({ level, title, line }) => [level, title, line])).toEqual([
      ['chapter', '题', 1],
      ['entry', '五个字小题', TITLE + 1],
    ])
  })

  it('too wide for half a line has a line of its own and is reported', () => {
    const heading = '一'.repeat(15)
    const whole = set(heading)
    expect(whole.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['heading-overfull', 'warning'],
    ])
    const [span] = whole.diagnostics.map((one) => one.span)
    expect(whole.files['chapter.yaml']?.slice(span?.start, span?.end)).toBe(heading)
    const body = piecesOf(whole).filter(({ text }) => !text.includes('一'))
    // Set as any other paragraph, two ems in; no other line stands beside anything.
    expect(body.map(({ from }) => near(from))).toEqual([20, 0, 0, 0].slice(0, body.length))
    const form = chapterOf([{ heading, form: 'line', body: HAN.repeat(4) }], layoutIn(direction))
    expect(piecesOf(whole)).toEqual(piecesOf(form))
  })

  it('as wide as half a line is cut in', () => {
    const whole = set('十四个字的小题目排成两行七字')
    expect(whole.diagnostics).toEqual([])
    expect(piecesOf(whole)[2]?.from).toBeCloseTo(80, 6)
  })

  it('with text of one line keeps the second line free', () => {
    const sections = [
      { heading: '五个字小题', form: 'cut-in', body: '丙丁。' },
      { heading: '乙', body: '戊己。' },
    ]
    const whole = chapterOf(sections, layoutIn(direction))
    expect(whole.setting.landmarks.map(({ title, line }) => [title, line])).toEqual([
      ['题', 1],
      ['五个字小题', TITLE + 1],
      ['乙', TITLE + 3],
    ])
  })

  it('without text is printed, and what follows begins after its two lines', () => {
    for (const body of ['', undefined]) {
      const sections = [
        { heading: '小题', form: 'cut-in', ...(body === undefined ? {} : { body }) },
        { heading: '乙', body: '戊己。' },
      ]
      const whole = chapterOf(sections, layoutIn(direction))
      expect(whole.setting.pages.map(({ marks }) => textOf(marks)).join('')).toBe('题小题【乙】戊己。')
      expect(whole.setting.landmarks.map(({ title }) => title)).toEqual(['题', '小题', '乙'])
      expect(whole.setting.landmarks.at(-1)?.line).toBeGreaterThanOrEqual(TITLE + 2)
      const own = whole.setting.landmarks.map(({ line }) => line)
      expect(new Set(own).size).toBe(own.length)
    }
  })
})

describe.each(['horizontal', 'vertical'] as const)('what follows a short text, %s', (direction) => {
  const CREDIT = '（供稿单位甲乙丙丁戊己庚）'
  const SHORT = '（供稿）'
  const set = (body: string | readonly string[], printed?: string): Whole => {
    const credits = printed === undefined ? {} : { credits: [{ printed: printed.slice(1, -1) }] }
    const section = { heading: '五个字小题', form: 'cut-in', body, ...credits }
    const items = [section, { heading: '乙', body: '戊己。' }].map((item) => `  - ${JSON.stringify(item)}\n`)
    return setChapter(`title: 题\nsections:\n${items.join('')}`, layoutOf(layoutIn(direction)))
  }
  /** Each piece with the line it stands in, from the first of the heading, and where it begins in ems. */
  const standing = (whole: Whole): readonly (readonly [string, number, number])[] => {
    const pieces = piecesOf(whole)
    const first = pieces[0]?.across ?? 0
    return pieces.map(({ text, across, from }) => [text, near((across - first) / PITCH), near(from / SIZE)])
  }
  const placeOf = (whole: Whole, found: RegExp): readonly [number, number] => {
    const [, line = -1, from = -1] = standing(whole).find(([text]) => found.test(text)) ?? []
    return [line, from]
  }

  it('is a wide credit below the heading', () => {
    for (const body of ['甲乙丙丁戊己庚。', '', '\u200b']) {
      const whole = set(body, CREDIT)
      expect(placeOf(whole, /供稿/)[0]).toBe(2)
      expect(whole.setting.pages.map(({ marks }) => textOf(marks)).join('')).toBe(
        `题五个字小题${body.replace('\u200b', '')}${CREDIT}【乙】戊己。`,
      )
    }
  })

  it('is a narrow credit in its second line, clear of the heading', () => {
    const [line, from] = placeOf(set('甲乙丙丁戊己庚辛。', SHORT), /供稿/)
    expect(line).toBe(1)
    expect(from).toBeGreaterThan(10)
  })

  it('is a second paragraph in its second line, with an indent of its own', () => {
    const whole = set(['甲乙丙。', HAN.repeat(2)])
    expect(standing(whole).slice(0, 6)).toEqual([
      ['五个', 0, 0],
      ['字小题', 1, 0],
      ['甲乙丙。', 0, 4],
      ['甲乙丙丁戊己庚辛', 1, 6],
      ['壬癸甲乙丙丁戊己庚辛壬癸', 2, 0],
      ['【乙】', 3, 1.5],
    ])
    expect(whole.diagnostics).toEqual([])
    expect(whole.setting.pages.map(({ marks }) => textOf(marks)).join('')).toBe(
      `题五个字小题甲乙丙。${HAN}${HAN}【乙】戊己。`,
    )
  })

  it('is a third paragraph after both', () => {
    const whole = set(['甲乙。', '丙丁。', '戊己庚。'])
    expect(placeOf(whole, /丙丁/)).toEqual([1, 6])
    expect(placeOf(whole, /戊己庚/)).toEqual([2, 2])
  })

  it('is text, where the first paragraph prints nothing', () => {
    const whole = set(['\u200b', HAN])
    expect(placeOf(whole, /^甲/)).toEqual([0, 4])
  })

  it('stays with it at the foot of a page', () => {
    for (let free = 1; free <= 4; free++) {
      const before = `${'国'.repeat(14 * (LINES - TITLE - free) - 4)}。`
      const section = { heading: '五个字小题', form: 'cut-in', body: ['甲乙。', HAN.repeat(4)] }
      const items = [{ body: before }, section].map((item) => `  - ${JSON.stringify(item)}\n`)
      const whole = setChapter(`title: 题\nsections:\n${items.join('')}`, layoutOf(layoutIn(direction)))
      const pages = ['五个', '字小题', '甲乙。', '甲乙丙丁戊己庚辛'].map(
        (text) => piecesOf(whole).find((piece) => piece.text === text)?.page,
      )
      expect(new Set(pages).size).toBe(1)
    }
  })
})

describe('a cut-in heading whose text is indented', () => {
  const set = (indent: string): Whole =>
    setChapter(
      `title: 题\nsections:\n  - { heading: 小题, form: cut-in, body: [{ text: ${HAN.repeat(3)}, indent: ${indent} }] }\n`,
      layoutOf(CHAPTER_LAYOUT),
    )

  it('stands beside it as long as four characters are left', () => {
    const whole = set('7em')
    expect(whole.diagnostics.map(({ code }) => code)).not.toContain('heading-overfull')
    expect(piecesOf(whole)[1]?.from).toBeCloseTo(100, 6)
  })

  it('has a line of its own where they are not', () => {
    const whole = set('8em')
    expect(whole.diagnostics.map(({ code }) => code)).toContain('heading-overfull')
    expect(piecesOf(whole)[1]?.from).toBeCloseTo(100, 6)
    expect(whole.setting.landmarks.at(-1)).toMatchObject({ level: 'entry', title: '小题' })
  })
})

describe('a comment beside a cut-in heading', () => {
  const codesOf = (body: string, form = 'cut-in'): readonly string[] =>
    chapterOf([{ heading: '五个字小题', form, body }], layoutIn('horizontal')).diagnostics.map(
      ({ code }) => code,
    )

  it('is not heard of where it stands at the head of its words', () => {
    expect(codesOf(`{行间|甲|今乙}${HAN.repeat(4)}`)).toEqual([])
    expect(codesOf(`甲乙{行间|丙|今丁}${HAN.repeat(4)}`)).toEqual([])
    expect(codesOf(`{行间|“甲”|今乙}${HAN.repeat(4)}`)).toEqual([])
    // The rest of its words stands in the second line; the comment stands in the first.
    expect(codesOf(`甲乙丙丁戊己庚辛{行间|壬癸甲乙|今乙}${HAN.repeat(4)}`)).toEqual([])
    // In a later line any comment may move back.
    expect(codesOf(`${HAN.repeat(2)}甲乙丙丁戊己庚辛壬{行间|癸|今在何处何处}${HAN}`)).toEqual([])
  })

  it('is reported where it was moved back, or over the heading', () => {
    const [long, longer] = ['今在何处', `今${'何处'.repeat(10)}`]
    expect(codesOf(`甲乙丙丁戊己庚辛壬{行间|癸|${long}}${HAN.repeat(4)}`)).toEqual(['annotation-crowded'])
    expect(codesOf(`甲乙{行间|丙|${longer}}${HAN.repeat(4)}`)).toEqual(['annotation-crowded'])
    expect(codesOf(`甲乙{行间|丙|${longer}}${HAN.repeat(4)}`, 'line')).toEqual([])
  })

  it('is reported where the comment before it pushed it off its word', () => {
    expect(codesOf(`{行间|甲|今在何处何处}{行间|乙|今}${HAN.repeat(4)}`)).toEqual(['annotation-crowded'])
  })

  it('is reported at its words', () => {
    const whole = chapterOf(
      [{ heading: '五个字小题', form: 'cut-in', body: `甲乙丙丁戊己庚辛壬{行间|癸|今在何处}${HAN}` }],
      CHAPTER_LAYOUT,
    )
    const [{ span } = {}] = whole.diagnostics
    expect(whole.files['chapter.yaml']?.slice(span?.start, span?.end)).toBe('癸')
  })
})

describe.each(['horizontal', 'vertical'] as const)('at the foot of a page, %s', (direction) => {
  /** A chapter whose first text leaves so many lines of the page free. */
  const set = (free: number, body: string): Whole => {
    const before = `${'国'.repeat(14 * (LINES - TITLE - free) - 4)}。`
    return chapterOf([{ body: before }, { heading: '五个字小题', form: 'cut-in', body }], layoutIn(direction))
  }
  const heading = (whole: Whole): { page: number; line: number } | undefined =>
    whole.setting.landmarks.find(({ level }) => level === 'entry')

  it('two lines stay with the heading: it is never parted from the second', () => {
    expect(heading(set(3, HAN.repeat(8)))).toMatchObject({ page: 1, line: LINES - 2 })
    expect(heading(set(2, HAN.repeat(8)))).toMatchObject({ page: 1, line: LINES - 1 })
    expect(heading(set(1, HAN.repeat(8)))).toMatchObject({ page: 2, line: 1 })
  })

  it.each([1, 2, 3, 4, 5, 8])('whatever the length of its text: %i lines', (lines) => {
    for (let free = 1; free <= 4; free++) {
      const whole = set(free, HAN.repeat(lines))
      const pieces = piecesOf(whole).filter(({ text }) => !text.includes('国'))
      const [one, two, ...body] = pieces
      expect([one?.text, two?.text]).toEqual(['五个', '字小题'])
      expect(one?.page).toBe(two?.page)
      // Both lines of the text beside it, as far as there are, on the page of the heading.
      for (const piece of body.slice(0, Math.min(2, lines))) expect(piece.page).toBe(one?.page)
      for (const { line } of whole.setting.lines) expect(line).toBeLessThanOrEqual(LINES)
    }
  })
})

describe('a reading in a heading', () => {
  const PINYIN = '{拼音|小题|xiǎo tí}'
  const flat = (whole: Whole): string => whole.setting.pages.map(({ marks }) => textOf(marks)).join('')

  it.each(['horizontal', 'vertical'] as const)(
    'is read after its character and stands beside it: %s',
    (direction) => {
      const whole = chapterOf([{ heading: PINYIN, form: 'cut-in', body: HAN.repeat(4) }], layoutIn(direction))
      expect(flat(whole)).toBe(`题小xiǎo题tí${HAN.repeat(4)}`)
      const pieces = piecesOf(whole)
      const find = (text: string): Piece | undefined => pieces.find((piece) => piece.text === text)
      const [base, reading] = [find('小'), find('xiǎo')]
      expect(reading?.size).toBe(5)
      // Above it; to its right in vertical lines: seven and a half points from middle to middle.
      expect(Math.abs((reading?.across ?? 0) - (base?.across ?? 0))).toBeCloseTo(7.5, 0)
      expect((reading?.across ?? 0) - (base?.across ?? 0)).toBeLessThan(0)
    },
  )

  it('is no part of the four characters that one line holds', () => {
    const heading = '{拼音|四字小题|sì zì xiǎo tí}'
    const whole = chapterOf([{ heading, form: 'cut-in', body: HAN.repeat(4) }], layoutIn('horizontal'))
    const bases = piecesOf(whole).filter(({ text }) => /^[四字小题]$/.test(text))
    expect(new Set(bases.map(({ across }) => near(across))).size).toBe(1)
    expect(whole.setting.landmarks.at(-1)?.title).toBe('四字小题')
  })

  it('is reported where it reaches its text', () => {
    const set = (reading: string) =>
      chapterOf([{ heading: `{行间|小题|${reading}}`, form: 'cut-in', body: HAN.repeat(4) }], CHAPTER_LAYOUT)
    expect(set('今在何处').diagnostics).toEqual([])
    expect(set('今在何处何处何处').diagnostics.map(({ code }) => code)).toEqual(['annotation-crowded'])
  })

  it.each(['bracket', 'cut-in'])('is reported where the line gap is too narrow for it: %s', (form) => {
    const narrow = CHAPTER_LAYOUT.replace('line-pitch: 15pt', 'line-pitch: 12pt')
    const whole = chapterOf([{ heading: PINYIN, form, body: HAN.repeat(4) }], narrow)
    expect(whole.diagnostics.map(({ code }) => code)).toEqual(['annotation-crowded'])
  })
})
