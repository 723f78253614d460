import { describe, expect, it } from 'vitest'
import { em, pt, SourceText } from '../../src/core/index.ts'
import {
  makeTitle,
  type ParagraphOptions,
  type RunStyle,
  recastParagraph,
  streamOf,
} from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { chars, OPTIONS, SIZE, setStream, setText, streamIn, styleOf, viewOf } from '../support/paragraphs.ts'

const texts = (...args: Parameters<typeof setText>): string[] =>
  setText(...args).lines.map(({ text }) => text)
const codes = (...args: Parameters<typeof setText>): string[] =>
  setText(...args).diagnostics.map(({ code }) => code)
const HAN = '甲乙丙丁戊己庚辛壬癸'

describe('a line’s two ends', () => {
  it('puts ideographs on the grid, flush at both edges', () => {
    const { lines, diagnostics } = setText(HAN.repeat(3))
    expect(lines.map(({ text }) => text)).toEqual([HAN, HAN, HAN])
    expect(lines[0]?.origins).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(lines.map(({ end }) => end)).toEqual([10, 10, 10])
    expect(diagnostics).toEqual([])
  })

  it('sets a mark at the line’s end half an em wide (15834 5.1.10)', () => {
    const [line] = setText(`甲乙丙丁戊己庚辛壬，${HAN}${HAN}`, { measure: pt(95) }).lines
    expect(line?.text).toBe('甲乙丙丁戊己庚辛壬，')
    expect([line?.origins.at(-1), line?.end, line?.stretch]).toEqual([9, 9.5, 0])
  })

  it('takes the blank before an opening mark at the line’s start (CLREQ 3.1.6.3)', () => {
    const [, second] = setText(`${HAN}“甲乙丙丁戊己庚辛壬${HAN}`, { measure: pt(100) }).lines
    expect(second?.text.slice(0, 3)).toBe('“甲乙')
    // The glyph's own blank half hangs before the line head: its ink begins there.
    expect(second?.origins[0]).toBe(-0.5)
    expect(second?.origins[1]).toBeGreaterThanOrEqual(0.5)
  })

  it('does so in an indented first line too, so that the ink stands at 2 em (CLREQ 3.1.6.3)', () => {
    const [line] = setText('（甲乙', { indent: pt(20) }).lines
    expect([line?.origins[0], line?.origins[1]]).toEqual([1.5, 2.5])
  })

  it('counts them half an em wide before it asks whether a line fits (WPT end-001, start-002)', () => {
    expect(texts('国国国）国国国）', { measure: pt(36) })).toEqual(['国国国）', '国国国）'])
    expect(texts('国国国（国国国国国', { measure: pt(36), minCharsOnLastLine: 1 })[1]).toBe('（国国国')
  })

  it('leaves the last line at its natural width, and squeezes it to save a line', () => {
    expect(setText('甲，乙').lines[0]?.origins).toEqual([0, 1, 2])
    const { lines } = setText('甲，乙，丙，丁，戊，己')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.end).toBe(10)
  })

  it('indents the first line alone', () => {
    const { lines } = setText(HAN.repeat(3), { indent: pt(20) })
    expect(lines.map(({ origins }) => origins[0])).toEqual([2, 0, 0, 0])
    expect(lines.map(({ end }) => end)).toEqual([10, 10, 10, 2])
  })
})

describe('pulling in before pushing out (CLREQ 3.1.4, 3.5.2)', () => {
  it('squeezes a comma of the line to take the full stop in', () => {
    const { lines } = setText(`甲乙丙，丁戊己庚辛壬。${HAN}`)
    expect(lines[0]?.text).toBe('甲乙丙，丁戊己庚辛壬。')
    expect([lines[0]?.end, lines[0]?.stretch]).toEqual([10, 0])
  })

  it('takes a character down where nothing can be squeezed, and stretches', () => {
    const { lines } = setText(`${HAN}，${HAN}${HAN}`)
    expect(lines[0]?.text).toBe('甲乙丙丁戊己庚辛壬')
    expect([lines[0]?.end, lines[0]?.stretch]).toEqual([10, 1 / 8])
  })

  it('stretches a dash nowhere inside, and shows no gap in it', () => {
    const { lines } = setText('甲乙——丙丁戊己庚，癸甲乙丙丁戊己庚辛', { measure: pt(92) })
    const [first] = lines
    expect(first?.sorts).toContain('——')
    expect(first?.end).toBe(9.2)
  })

  it('keeps …… together though the line grows', () => {
    const { lines } = setText('甲乙丙……丁戊己，庚辛壬癸甲乙丙丁戊', { measure: pt(92) })
    const [first] = lines
    const at = first?.sorts.indexOf('…') ?? 0
    expect((first?.origins[at + 1] ?? 0) - (first?.origins[at] ?? 0)).toBe(1)
    expect(first?.stretch).toBeGreaterThan(0)
  })
})

describe('last lines of one character (CLREQ 3.4.4)', () => {
  it('are not made: a character comes down from the line above', () => {
    const { lines, diagnostics } = setText(`${HAN}${HAN}${HAN}甲`, { indent: pt(0) })
    expect(lines.at(-1)?.text.length).toBeGreaterThanOrEqual(2)
    expect(diagnostics.map(({ code }) => code)).not.toContain('runt-line')
  })

  it('count characters without their marks', () => {
    expect(texts(`${HAN}${HAN}甲。”`).at(-1)).toMatch(/^..+。”$/)
  })

  it('are allowed where the layout asks for one only', () => {
    expect(texts(`${HAN}甲`, { minCharsOnLastLine: 1 })).toEqual([HAN, '甲'])
  })

  it('are reported where they cannot be helped', () => {
    expect(codes('Internationalisation甲', { measure: pt(100) })).toEqual(['runt-line'])
  })
})

describe('text that will not go into lines', () => {
  it('parts a word longer than a line, says so, and loses nothing of it', () => {
    const long = 'Pneumonoultramicroscopicsilicovolcanoconiosis'
    const { lines, diagnostics } = setText(`甲乙${long}丙丁`)
    expect(lines.map(({ text }) => text).join('')).toBe(`甲乙${long}丙丁`)
    expect(lines.every(({ end }) => end <= 10 + 1e-6)).toBe(true)
    expect(diagnostics.map(({ code }) => code)).toContain('unbreakable-run')
    expect(diagnostics[0]?.span).toEqual({ file: 'test.yaml', start: 2, end: 2 + long.length })
  })

  it('breaks bans where a run of marks fills more than a line, and says so', () => {
    const { lines, diagnostics } = setText(`甲${'。'.repeat(60)}乙`)
    expect(lines.map(({ text }) => text).join('')).toBe(`甲${'。'.repeat(60)}乙`)
    expect(diagnostics.map(({ code }) => code)).toContain('kinsoku-broken')
  })

  it('reports a loose line with its place', () => {
    const { diagnostics } = setText(`甲乙丙丁戊Internationals甲乙丙丁戊己庚辛壬癸甲乙`)
    expect(diagnostics.map(({ code }) => code)).toContain('loose-line')
    expect(diagnostics.find(({ code }) => code === 'loose-line')?.span?.start).toBe(0)
  })

  // A line of one word that stays up to one em short of the measure is neither flush nor reported: `complaints` asks
  // for a residue of more than one em.
  it('reports every line that does not reach the measure', () => {
    const { lines, diagnostics } = setText('甲乙丙丁戊己庚Internationali甲乙丙丁戊己庚', { measure: pt(72) })
    expect(lines[1]).toMatchObject({ text: 'Internationali', end: 7 })
    expect(diagnostics.map(({ code }) => code)).toContain('loose-line')
  })

  it('says of a line that sticks out by how much, and not that it does not reach its end', () => {
    const { diagnostics } = setText('国', { measure: pt(7.5) })
    const said = diagnostics.filter(({ code }) => code === 'loose-line').map(({ message }) => message.en)
    expect(said).toEqual([
      'line 1 of this paragraph sticks out 0.25 em beyond its end: nothing in it can shrink',
    ])
  })

  it('points at the line, not at the last of its runs', () => {
    const fonts = fakeFonts()
    const source = SourceText.verbatim('甲乙丙丁戊Internationals甲乙丙丁戊己庚辛壬癸甲乙', 'test.yaml', 0)
    const [style, bold] = [styleOf(fonts), styleOf(fonts)]
    const pieces = [
      { source, style, sourceEnd: 3 },
      { source, style: bold, sourceStart: 3, sourceEnd: 4 },
      { source, style, sourceStart: 4 },
    ]
    const { diagnostics } = setStream(streamOf(pieces), fonts.typeCase)
    const spans = diagnostics.filter(({ code }) => code === 'loose-line').map(({ span }) => span)
    expect(spans[0]).toEqual({ file: 'test.yaml', start: 0, end: 5 })
  })

  it('makes no line of an empty text or of characters without a body', () => {
    expect(texts('')).toEqual([])
    expect(setText('\u200b\u200b').lines.flatMap(({ sorts }) => sorts)).toEqual([])
  })
})

describe('a change of style inside a paragraph', () => {
  const fonts = fakeFonts()
  const body = styleOf(fonts)
  const heading: RunStyle = { ...styleOf(fonts), breakCost: 3 }
  const source = (text: string): SourceText => SourceText.verbatim(text, 'test.yaml', 0)
  const entry = (title: string, text: string) =>
    streamOf([
      { source: source(title), style: heading, printed: '【' },
      { source: source(title), style: heading },
      { source: source(title), style: heading, printed: '】', sourceStart: title.length },
      { source: source(text), style: body },
    ])

  it('squeezes 】“ across it: 1.5 em for the two (CLREQ 3.1.6.2)', () => {
    const { lines } = setStream(entry('甲', '“乙”丙'), fonts.typeCase)
    // 【 trimmed at the head, 甲 at 0.5, 】 at 1.5; “ half an em nearer than its cell.
    expect(lines[0]?.origins).toEqual([-0.5, 0.5, 1.5, 2, 3, 4, 5])
  })

  it('bans hold across it: no mark of the text begins a line after the heading', () => {
    const { lines } = setStream(entry('甲乙丙丁戊己庚辛壬', '，子丑寅卯辰巳午未申酉戌亥'), fonts.typeCase)
    for (const { text } of lines) expect(text).not.toMatch(/^[，】]/)
  })

  it('leaves a heading whole where it can', () => {
    const { lines } = setStream(
      entry('甲乙丙丁', '子丑寅卯辰巳午未申酉戌亥子丑寅卯辰巳'),
      fonts.typeCase,
      chars(6),
    )
    expect(lines[0]?.text.slice(0, 6)).toBe('【甲乙丙丁】')
  })

  it('makes a run of glyphs of each', () => {
    const { set } = setStream(entry('甲', '乙'), fonts.typeCase)
    expect(set.lines[0]?.runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 4],
    ])
  })
})

describe('running a paragraph long or short', () => {
  const text = HAN.repeat(3)
  const { typeCase, stack } = fakeFonts()
  const stream = streamIn(styleOf({ typeCase, stack }), text)
  const recast = (count: number, most: number, options: Partial<ParagraphOptions> = {}) =>
    recastParagraph(stream, typeCase, { ...OPTIONS, ...options }, count, em(most))
  const free = setText(text).lines.length

  it('keeps the text, in the lines asked for', () => {
    const longer = recast(free + 1, 1)
    expect(longer?.lines).toHaveLength(free + 1)
    expect(
      longer &&
        viewOf(longer, typeCase)
          .map((line) => line.text)
          .join(''),
    ).toBe(text)
  })

  it('answers undefined where it would show, and for lines it cannot make', () => {
    expect(recast(free + 1, 0.01)).toBeUndefined()
    expect(recast(1, 1)).toBeUndefined()
    expect(recast(40, 1)).toBeUndefined()
  })

  it.each(['start', 'center', 'end'] as const)('never with lines of natural width: %s', (align) => {
    expect(recast(free + 1, 1, { align })).toBeUndefined()
    expect(recast(free + 1, 1, { align: 'justify' })).toBeDefined()
  })

  it('nor on a grid where a line would lack a cell', () => {
    const grid = { justification: 'grid', align: 'justify' } as const
    expect(recast(free + 1, 1, grid)).toBeUndefined()
    expect(recast(free, 1, grid)?.lines).toHaveLength(free)
  })
})

describe('titles', () => {
  const { typeCase, stack } = fakeFonts()
  const title = (text: string, letterSpacing: number, measure = 100) => {
    const set = makeTitle(streamIn(styleOf({ typeCase, stack }), text), typeCase, {
      ...OPTIONS,
      measure: pt(measure),
      size: pt(SIZE),
      letterSpacing: em(letterSpacing),
    })
    return viewOf(set, typeCase)
  }

  it('keep their natural width on every line, and are never stretched to the measure', () => {
    expect(title(HAN.slice(0, 4), 0).map(({ end }) => end)).toEqual([4])
    for (const { stretch } of title(`${HAN}${HAN}`, 0, 95)) expect(stretch).toBe(0)
  })

  it('are set apart by the space asked for, not after the last character', () => {
    const [line] = title('甲乙丙', 0.25)
    expect([line?.origins, line?.end]).toEqual([[0, 1.25, 2.5], 3.5])
  })

  it('do not open dashes and ellipses', () => {
    const [line] = title('甲……乙', 0.5)
    expect(line?.origins).toEqual([0, 1.5, 2.5, 4])
  })

  it('have their lines in order, glyph after glyph', () => {
    const lines = title(`${HAN}甲乙丙丁`, 0)
    expect(lines.map(({ text }) => text).join('')).toBe(`${HAN}甲乙丙丁`)
    expect(lines.map(({ sorts }) => sorts.join('')).join('')).toBe(`${HAN}甲乙丙丁`)
  })
})
