// What stands beside the text: readings, spread stretches, frames, lines and dots, and the room the text makes for them
// (CLREQ 5.3, 5.5, 5.6). Readings are set at half the size of their base, so that a letter of theirs is a quarter em.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt, SourceText } from '../../src/core/index.ts'
import {
  type Annotation,
  type Beside,
  itemize,
  type ParagraphOptions,
  type ReadingAnnotation,
  type Stream,
  streamOf,
} from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { chars, type LineView, OPTIONS, SIZE, setStream, streamIn, styleOf } from '../support/paragraphs.ts'

type Options = Partial<ParagraphOptions>
type Kind<K extends Beside['kind']> = Extract<Beside, { kind: K }>

const fonts = fakeFonts()
const STYLE = styleOf(fonts)
const READING_SIZE = SIZE / 2
const SMALL = styleOf(fonts, READING_SIZE)
/** A quarter of the reading's em, in em of the base (CLREQ 5.5.4). */
const LEAST_GAP = 1 / 8
const EPSILON = 1e-6

const reading = (
  from: number,
  to: number,
  text: string,
  place: ReadingAnnotation['place'] = 'above',
): Annotation => {
  const options = { measure: pt(1e4), size: pt(READING_SIZE) }
  const { set } = setStream(streamIn(SMALL, text), fonts.typeCase, options)
  return { kind: 'reading', place, from, to, set, size: READING_SIZE }
}

const streamWith = (text: string, annotations: readonly Annotation[]): Stream =>
  streamOf([{ source: SourceText.verbatim(text, 'test.yaml', 0), style: STYLE, annotations }])

/** A line with what stands beside it; lengths in em. */
interface Line extends LineView {
  readonly from: number
  readonly to: number
  readonly beside: readonly Beside[]
}

function linesOf(text: string, annotations: readonly Annotation[], options: Options = {}): readonly Line[] {
  const { set, lines } = setStream(streamWith(text, annotations), fonts.typeCase, options)
  return lines.map((line, i) => {
    const { textStart: from = 0, textEnd: to = 0, beside = [] } = set.lines[i] ?? {}
    return { ...line, from, to, beside }
  })
}

const lineOf = (text: string, annotations: readonly Annotation[], options: Options = {}): Line => {
  const [line] = linesOf(text, annotations, { ...chars(100), ...options })
  if (!line) throw new Error('no line')
  return line
}

const ofKind = <K extends Beside['kind']>(line: Line, kind: K): readonly Kind<K>[] =>
  line.beside.filter((one): one is Kind<K> => one.kind === kind)

interface Stretch {
  readonly from: number
  readonly to: number
}

const readingsOf = (line: Line): readonly Stretch[] =>
  ofKind(line, 'reading').map(({ at, set, spacing }) => {
    const width = (set.lines[0]?.end ?? 0) + spacing * (set.sorts.length - 1)
    return { from: at / SIZE, to: (at + width) / SIZE }
  })

/** Where units `[from, to)` of a text of Han stand in the line that holds them. */
const bodyOf = (line: Line, { from, to }: Annotation): Stretch => ({
  from: line.origins[from - line.from] ?? Number.NaN,
  to: (line.origins[to - 1 - line.from] ?? Number.NaN) + 1,
})

/** Han with words that have readings: how many Han stand before each, how many it has, how long its reading is. */
const words = fc.array(
  fc.record({
    before: fc.constantFrom(0, 0, 1, 1, 2, 5),
    length: fc.constantFrom(1, 1, 1, 2, 3),
    letters: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, maxLength: 14 },
)
const annotated = words.map((list) => {
  let text = ''
  const annotations = list.map(({ before, length, letters }) => {
    const from = text.length + before
    text += '国'.repeat(before) + '字'.repeat(length)
    return reading(from, text.length, 'a'.repeat(letters))
  })
  return { text: `${text}国国`, annotations }
})
const options: fc.Arbitrary<Options> = fc.record({
  direction: fc.constantFrom('horizontal', 'vertical'),
  measure: fc.integer({ min: 32, max: 80 }).map((n) => pt((n * SIZE) / 4)),
  align: fc.constantFrom('justify', 'start'),
})

const holdsOf = (check: (lines: readonly Line[], annotations: readonly Annotation[], o: Options) => void) =>
  fc.assert(
    fc.property(annotated, options, ({ text, annotations }, o) =>
      check(linesOf(text, annotations, o), annotations, o),
    ),
    { numRuns: 200 },
  )

const annotationsIn = (line: Line, annotations: readonly Annotation[]): readonly Annotation[] =>
  annotations.filter(({ from, to }) => from >= line.from && to <= line.to)

describe('readings above words among Han, whatever their lengths', () => {
  it('are never closer than a quarter of their em', () =>
    holdsOf((lines) => {
      for (const line of lines) {
        const stretches = readingsOf(line)
        for (const [i, { from }] of stretches.entries()) {
          const before = stretches[i - 1]
          if (before) expect(from - before.to, line.text).toBeGreaterThanOrEqual(LEAST_GAP - EPSILON)
        }
      }
    }))

  it('never go beyond the line’s edges, nor does the text', () =>
    holdsOf((lines, _, { measure = 0 }) => {
      for (const line of lines) {
        expect(line.end).toBeLessThanOrEqual(measure / SIZE + EPSILON)
        for (const { from, to } of readingsOf(line)) {
          expect(from, line.text).toBeGreaterThanOrEqual(-EPSILON)
          expect(to, line.text).toBeLessThanOrEqual(measure / SIZE + EPSILON)
        }
      }
    }))

  it('stand each once, centred on their base, which no line parts', () =>
    holdsOf((lines, annotations) => {
      expect(lines.flatMap(readingsOf)).toHaveLength(annotations.length)
      for (const line of lines) {
        const inside = annotationsIn(line, annotations)
        const stretches = readingsOf(line)
        expect(stretches).toHaveLength(inside.length)
        for (const [i, one] of inside.entries()) {
          const body = bodyOf(line, one)
          const stretch = stretches[i] ?? body
          expect((stretch.from + stretch.to) / 2, line.text).toBeCloseTo((body.from + body.to) / 2, 5)
        }
      }
    }))

  it('go beyond their base by less than half an em', () =>
    holdsOf((lines, annotations) => {
      for (const line of lines) {
        const stretches = readingsOf(line)
        for (const [i, one] of annotationsIn(line, annotations).entries()) {
          const body = bodyOf(line, one)
          const { from = body.from } = stretches[i] ?? {}
          // What the shared-out rest leaves beside the base is half of what it leaves between its characters.
          const room = one.to - one.from > 1 ? 0.5 : 0.5 + (body.from - from)
          expect(body.from - from, line.text).toBeLessThan(room + (stretchOf(line, one) - 1) / 2)
        }
      }
    }))

  it('make no place inside a base free, and leave those beside it alone', () =>
    fc.assert(
      fc.property(annotated, ({ text, annotations }) => {
        const { breakCost } = itemize(streamWith(text, annotations), fonts.typeCase, OPTIONS)
        for (let k = 0; k + 1 < text.length; k++) {
          const isInside = annotations.some(({ from, to }) => from <= k && k + 1 < to)
          expect(breakCost[k]).toBe(isInside ? Number.POSITIVE_INFINITY : 0)
        }
      }),
      { numRuns: 60 },
    ))
})

/** From one character of a base to the next. */
const stretchOf = (line: Line, { from, to }: Annotation): number => {
  const body = bodyOf(line, { kind: 'emphasis', from, to })
  return to - from > 1 ? (body.to - body.from - 1) / (to - from - 1) : 1
}

describe('the base of a reading', () => {
  it.each([1, 2, 4, 7])(
    'stays as it is under a reading of %s letters that goes little beyond it',
    (letters) => {
      const line = lineOf('国字国', [reading(1, 2, 'a'.repeat(letters))])
      expect(line.origins).toEqual([0, 1, 2])
    },
  )

  it('is spaced out under a wider one, evenly and half as much on either side', () => {
    // 4 em over 2: 0.875 are beyond it, of the rest 1.125 each character has half, a quarter on either side.
    const line = lineOf('国字字国', [reading(1, 3, 'a'.repeat(16))])
    expect(line.origins).toEqual([0, 1.28125, 2.84375, 4.125])
    expect(readingsOf(line)).toEqual([{ from: 0.5625, to: 4.5625 }])
  })

  it('is moved from the line head, and ends before the line’s end, by what the reading goes beyond it', () => {
    const line = lineOf('字', [reading(0, 1, 'a'.repeat(6))])
    expect([line.origins, readingsOf(line)]).toEqual([[0.25], [{ from: 0, to: 1.5 }]])
    const [first] = linesOf('国国国字国国国', [reading(3, 4, 'a'.repeat(6))], { measure: pt(42.5) })
    expect(first).toMatchObject({ text: '国国国字', stretch: 0 })
    const [other] = linesOf('国国国字国国国', [reading(3, 4, 'a'.repeat(6))], { measure: pt(42) })
    expect(other?.text).toBe('国国国')
  })

  it('has room towards the next one when both readings are wider', () => {
    const line = lineOf('字字', [reading(0, 1, 'a'.repeat(6)), reading(1, 2, 'a'.repeat(6))])
    expect(line.origins).toEqual([0.25, 1.875])
    expect(readingsOf(line).map(({ from, to }) => [from, to])).toEqual([
      [0, 1.5],
      [1.625, 3.125],
    ])
  })

  it('takes the room of a narrower neighbour before it is moved', () => {
    const line = lineOf('字字', [reading(0, 1, 'a'), reading(1, 2, 'a'.repeat(6))])
    expect(line.origins).toEqual([0, 1])
  })

  it('is followed by its reading in reading order: the runs part there', () => {
    const { set } = setStream(streamWith('国字国', [reading(1, 2, 'a')]), fonts.typeCase)
    const [line] = set.lines
    expect(line?.runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 3],
    ])
    expect(line?.beside[0]).toMatchObject({ kind: 'reading', afterRuns: 1, baseEnd: 20 })
  })
})

describe('readings of other places', () => {
  it('fitted: the base is spaced out to the gloss, which goes nowhere beyond it (CLREQ 5.5.6)', () => {
    const line = lineOf('国字字国', [reading(1, 3, 'a'.repeat(12), 'fitted')])
    expect(line.origins).toEqual([0, 1.25, 2.75, 4])
    expect(readingsOf(line)).toEqual([{ from: 1, to: 4 }])
  })

  it('fitted: a gloss in Han is spaced out to its base, half a step at either end; one in letters is centred', () => {
    const han = lineOf('国字字字国', [reading(1, 4, '国国', 'fitted')])
    expect(ofKind(han, 'reading').map(({ at, spacing }) => [at, spacing])).toEqual([[15, 10]])
    const letters = lineOf('国字字字国', [reading(1, 4, 'aa', 'fitted')])
    expect(readingsOf(letters)).toEqual([{ from: 2.25, to: 2.75 }])
  })

  it('below: from the head of what it comments on, one behind the other by half their em', () => {
    const [one, other] = readingsOf(
      lineOf('国字字字国国国国', [reading(1, 2, 'a'.repeat(8), 'below'), reading(3, 4, 'aa', 'below')]),
    )
    expect(one).toEqual({ from: 1, to: 3 })
    expect(other?.from).toBe(3.25)
  })

  it('below: not beyond the line’s end where it can begin earlier, and without room of its own', () => {
    const line = lineOf('国国国国字', [reading(4, 5, 'a'.repeat(8), 'below')])
    expect(line.origins).toEqual([0, 1, 2, 3, 4])
    expect(readingsOf(line)).toEqual([{ from: 3, to: 5 }])
  })

  it('side: half an em after its character in horizontal lines, none in vertical ones (CLREQ 5.5.3)', () => {
    const annotations = [reading(1, 2, 'ㄓㄨ', 'side')]
    expect(lineOf('国字国', annotations).origins).toEqual([0, 1, 2.5])
    expect(lineOf('国字国', annotations, { direction: 'vertical' }).origins).toEqual([0, 1, 2])
    expect(ofKind(lineOf('国字国', annotations), 'reading')[0]).toMatchObject({ place: 'side', at: 15 })
    const [first] = linesOf('国国字国国', [reading(2, 3, 'ㄓㄨ', 'side')], chars(3))
    expect(first?.text).toBe('国国')
  })
})

describe('spread stretches (均排)', () => {
  const spread = (from: number, to: number, over: number): Annotation => ({
    kind: 'spread',
    from,
    to,
    over: over * SIZE,
  })

  it.each([
    [2, 3],
    [2, 5],
    [3, 4],
    [4, 4.5],
    [5, 9],
  ])('%s characters over %s em', (count, over) => {
    const line = lineOf(`国${'字'.repeat(count)}国`, [spread(1, 1 + count, over)])
    expect(line.origins.at(-1)).toBeCloseTo(1 + over, 9)
    const steps = line.origins.slice(2, -1).map((origin, i) => origin - (line.origins[i + 1] ?? 0))
    for (const step of steps) expect(step).toBeCloseTo((over - 1) / (count - 1), 5)
  })

  it('have the asked width in lines that are stretched or squeezed, and are never parted', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('，', '（国）', '国', 'GDP'),
        options,
        (before, count, more, mark, o) => {
          const from = before + mark.length
          const one = spread(from, from + count, count + more / 4)
          const text = `${'国'.repeat(before)}${mark}${'字'.repeat(count)}，${'国'.repeat(14)}`
          const line = linesOf(text, [one], { ...o, ...(o.measure && { measure: pt(o.measure + 3) }) }).find(
            ({ sorts }) => sorts.includes('字'),
          )
          const at = line?.sorts.indexOf('字') ?? -1
          const last = line?.sorts.lastIndexOf('字') ?? -1
          expect(last - at).toBe(count - 1)
          const width = (line?.origins[last] ?? 0) + 1 - (line?.origins[at] ?? 0)
          expect(width, text).toBeCloseTo(count + more / 4, 5)
        },
      ),
      { numRuns: 150 },
    ))

  it('a lone character stands in the middle, at the edges of lines too', () => {
    expect(lineOf('国字国', [spread(1, 2, 3)]).origins).toEqual([0, 2, 4])
    expect(lineOf('字国', [spread(0, 1, 3)]).origins).toEqual([1, 3])
    const headOf = (measure: number) => linesOf('国国字国国国国', [spread(2, 3, 3)], chars(measure))[0]?.text
    expect(headOf(5)).toBe('国国字')
    expect(headOf(4.9)).not.toBe('国国字')
  })

  it('are left as they are where they are wider already', () => {
    expect(lineOf('国字字国', [spread(1, 3, 1)]).origins).toEqual([0, 1, 2, 3])
  })
})

describe('frames (CLREQ 5.6)', () => {
  const frame = (from: number, to: number): Annotation => ({ kind: 'mourning', from, to })

  it('have an eighth of an em of white on either side, and are drawn in the middle of it', () => {
    const line = lineOf('国字字国', [frame(1, 3)])
    expect(line.origins).toEqual([0, 1.125, 2.125, 3.25])
    expect(ofKind(line, 'mourning')).toEqual([{ kind: 'mourning', from: 10.625, to: 31.875, size: 10 }])
  })

  it('keep their room at the edges of lines and apart from one another', () => {
    const line = lineOf('字字', [frame(0, 1), frame(1, 2)])
    expect(line.origins).toEqual([0.125, 1.375])
    const [one, other] = ofKind(line, 'mourning')
    expect([one?.from, (other?.from ?? 0) - (one?.to ?? 0)]).toEqual([0.625, 1.25])
    const [first] = linesOf('国国字国国', [frame(2, 3)], chars(3.2))
    expect(first?.text).toBe('国国')
  })

  it('are never parted', () => {
    for (let measure = 4; measure < 12; measure++) {
      const lines = linesOf('国国国国字字字国国国国国国', [frame(4, 7)], chars(measure))
      expect(lines.filter((line) => ofKind(line, 'mourning').length > 0)).toHaveLength(1)
    }
  })
})

describe('dots and lines', () => {
  it('a dot in the middle of each character, none at marks (CLREQ 5.3.1)', () => {
    const line = lineOf('国字，“字”A1国', [{ kind: 'emphasis', from: 1, to: 8 }])
    const dots = ofKind(line, 'dot')
    const middles = dots.map(({ at }) => at / SIZE)
    expect(dots).toHaveLength(4)
    expect(middles.slice(0, 2)).toEqual([1.5, (line.origins[4] ?? 0) + 0.5])
    expect(middles.slice(2)).toEqual([6, 7].map((i) => (line.origins[i] ?? 0) + 0.25))
  })

  it('a dot stands outside a line on the same side', () => {
    const line = lineOf('字字', [
      { kind: 'proper-name', from: 0, to: 1 },
      { kind: 'emphasis', from: 0, to: 2 },
    ])
    expect(ofKind(line, 'dot').map(({ isOutside }) => isOutside)).toEqual([true, false])
  })

  it.each(['proper-name', 'book-title'] as const)(
    'two %s side by side are an eighth of an em apart',
    (kind) => {
      const line = lineOf('字字字字', [
        { kind, from: 0, to: 2 },
        { kind, from: 2, to: 4 },
      ])
      expect(line.origins).toEqual([0, 1, 2, 3])
      expect(ofKind(line, kind).map(({ from, to }) => [from / SIZE, to / SIZE])).toEqual([
        [0.0625, 1.9375],
        [2.0625, 3.9375],
      ])
    },
  )

  it('a line goes on in the next line, over the text alone', () => {
    const lines = linesOf('国国国国字字字字', [{ kind: 'proper-name', from: 4, to: 8 }], chars(6))
    const drawn = lines.map((line) =>
      ofKind(line, 'proper-name').map(({ from, to }) => [from / SIZE, to / SIZE]),
    )
    expect(drawn).toEqual([[[4.0625, 5.9375]], [[0.0625, 1.9375]]])
  })
})

describe('faults, not meant', () => {
  const distance = (text: string, annotations: readonly Annotation[], o: Options = {}): number => {
    const [one, other] = linesOf(text, annotations, { ...chars(20), ...o }).flatMap(readingsOf)
    return (other?.from ?? Number.NaN) - (one?.to ?? Number.NaN)
  }
  const six = (at: number): Annotation => reading(at, at + 1, 'a'.repeat(6))
  const seven = (at: number): Annotation => reading(at, at + 1, 'a'.repeat(7))

  it.fails('readings on either side of a half cell keep their distance', () => {
    // Each may go half an em over the neighbour, which is half an em wide: they touch.
    expect(distance('字·字国', [six(0), six(2)])).toBeGreaterThanOrEqual(LEAST_GAP)
  })

  it.fails('readings on either side of a mark that is squeezed keep theirs', () => {
    // The line is squeezed by half an em: the second reading begins a quarter em before the first one ends.
    expect(distance('国国国国国字，字，国国国国', [seven(5), seven(7)], chars(8))).toBeGreaterThanOrEqual(
      LEAST_GAP,
    )
  })

  it.fails('a reading stays within the line though a mark of its base is squeezed', () => {
    // The room is made for the base at its natural width; then its ， gives, and the reading ends 0.03 em beyond the line.
    const text = '国国国国国国，（国，国）国'
    const [line] = linesOf(text, [reading(7, 12, 'a'.repeat(20))], { measure: pt(115) })
    for (const { to } of line ? readingsOf(line) : []) expect(to).toBeLessThanOrEqual(11.5)
  })

  it.fails('a stretch that has its width already keeps it in a line that is stretched', () => {
    const spread: Annotation = { kind: 'spread', from: 1, to: 4, over: 3 * SIZE }
    const [line] = linesOf('国字字字国国国国国国国国国', [spread], { measure: pt(74) })
    expect((line?.origins[3] ?? 0) - (line?.origins[1] ?? 0)).toBeCloseTo(2, 6)
  })

  it.fails('a lone character spread over more than a line is set', () => {
    // Throws: the room beside it makes a line of one box too long, and no other is tried.
    expect(linesOf('国字国', [{ kind: 'spread', from: 1, to: 2, over: 15 * SIZE }], chars(10))).toBeDefined()
  })

  it.fails('so is one with a reading longer than a line', () => {
    expect(linesOf('国字国', [reading(1, 2, 'a'.repeat(44))], chars(10))).toBeDefined()
  })
})
