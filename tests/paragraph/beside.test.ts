// Readings beside the text and the room the text makes for them (CLREQ 5.5).

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { type Annotation, itemize, type ParagraphOptions } from '../../src/paragraph/index.ts'
import {
  bodyOf,
  fonts,
  type Line,
  lineOf,
  linesOf,
  ofKind,
  options,
  reading,
  readingsOf,
  streamWith,
} from '../support/beside.ts'
import { chars, OPTIONS, SIZE, setStream } from '../support/paragraphs.ts'

type Options = Partial<ParagraphOptions>

/** A quarter of the reading's em, in em of the base (CLREQ 5.5.4). */
const LEAST_GAP = 1 / 8
const EPSILON = 1e-6

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

describe('readings of crowded lines', () => {
  const distance = (text: string, annotations: readonly Annotation[], o: Options = {}): number => {
    const [one, other] = linesOf(text, annotations, { ...chars(20), ...o }).flatMap(readingsOf)
    return (other?.from ?? Number.NaN) - (one?.to ?? Number.NaN)
  }
  const six = (at: number): Annotation => reading(at, at + 1, 'a'.repeat(6))
  const seven = (at: number): Annotation => reading(at, at + 1, 'a'.repeat(7))

  it('readings on either side of a half cell keep their distance', () => {
    // Each may go half an em over the neighbour, which is half an em wide.
    expect(distance('字·字国', [six(0), six(2)])).toBeGreaterThanOrEqual(LEAST_GAP)
  })

  it('readings on either side of a mark that is squeezed keep theirs', () => {
    // The line could be squeezed by half an em, and the readings with it.
    expect(distance('国国国国国字，字，国国国国', [seven(5), seven(7)], chars(9))).toBeGreaterThanOrEqual(
      LEAST_GAP,
    )
  })

  it('a reading stays within the line though a mark of its base is squeezed', () => {
    // Room is made for the base at its natural width, which its ， must not give away.
    const text = '国国国国国国，（国，国）国'
    const [line] = linesOf(text, [reading(7, 12, 'a'.repeat(20))], { measure: pt(115) })
    for (const { to } of line ? readingsOf(line) : []) expect(to).toBeLessThanOrEqual(11.5)
  })

  it('a character with a reading longer than a line is set', () => {
    // The room beside it makes a line of one box too long, and there is no other.
    expect(linesOf('国字国', [reading(1, 2, 'a'.repeat(44))], chars(10))).toBeDefined()
  })
})

describe('readings inside one another', () => {
  const wide = (from: number, to: number): Annotation => reading(from, to, 'a'.repeat(8))

  it('move nothing: they stand over the same text', () => {
    const outer = reading(0, 5, 'a'.repeat(20), 'fitted')
    const inner = reading(1, 2, 'a'.repeat(6))
    const alone = lineOf('国字国国国国', [inner])
    expect(lineOf('国字国国国国', [outer, inner]).origins).toEqual(alone.origins)
  })

  it('both keep apart from the one after them, whichever ends last', () => {
    for (const inner of [wide(1, 2), wide(3, 4), wide(4, 5)]) {
      const line = lineOf('国国国国国字国', [reading(0, 5, 'aa', 'fitted'), inner, wide(5, 6)])
      const [, one, other] = readingsOf(line)
      expect((other?.from ?? 0) - (one?.to ?? 0)).toBeGreaterThanOrEqual(LEAST_GAP - EPSILON)
    }
  })

  it('the one before them keeps apart from both', () => {
    const line = lineOf('字国国国国国', [wide(0, 1), reading(1, 5, 'a', 'fitted'), wide(1, 2)])
    const [before, , inner] = readingsOf(line)
    expect((inner?.from ?? 0) - (before?.to ?? 0)).toBeGreaterThanOrEqual(LEAST_GAP - EPSILON)
  })
})

describe('the base of a comment', () => {
  const comment = (from: number, to: number, text = 'aa'): Annotation => reading(from, to, text, 'below')
  const linesWith = (measure: number, ...annotations: readonly Annotation[]): readonly Line[] =>
    linesOf('国国国字字字字国国国', annotations, chars(measure))

  it('parts as any text does', () => {
    const { breakCost } = itemize(streamWith('国字字国', [comment(1, 3)]), fonts.typeCase, OPTIONS)
    expect([...breakCost]).toEqual([0, 0, 0, 0])
    expect(linesWith(5, comment(3, 7)).map(({ text }) => text)).toEqual(['国国国字字', '字字国国国'])
  })

  it('has its comment at its head in the first line, and in every other at that of its rest, read in the last', () => {
    const drawn = linesOf('国国国字字字字字字国', [comment(3, 9)], chars(4)).map((line) =>
      ofKind(line, 'reading').map(({ at, afterRuns, isContinued }) => [
        at / SIZE,
        afterRuns > 0,
        isContinued,
      ]),
    )
    expect(drawn).toEqual([[[3, false, false]], [[0, false, true]], [[0, true, true]]])
  })

  it('takes room in its first line alone', () => {
    const [first, second] = linesWith(5, comment(1, 2, 'a'.repeat(8)), comment(3, 7), comment(7, 8))
    // Behind the one before it; and from the head of its own base.
    expect(readingsOf(first as Line).map(({ from }) => from)).toEqual([1, 3.25])
    expect(readingsOf(second as Line).map(({ from }) => from)).toEqual([0, 2])
  })

  it('is squeezed as any text is', () => {
    const [line] = linesOf('国，国国国国国国', [comment(0, 4)], { measure: pt(75) })
    expect(line?.text).toBe('国，国国国国国国')
  })
})

describe('what no line can hold', () => {
  const told = (text: string, annotation: Annotation, options: Options = {}) => {
    const made = setStream(streamWith(text, [annotation]), fonts.typeCase, { ...chars(10), ...options })
    return made.diagnostics
      .filter(({ code }) => code === 'unbreakable-run')
      .map(({ message, span }) => [message.en, span?.start, span?.end])
  }
  const base = '字'.repeat(12)

  it.each<[annotation: Annotation, said: string]>([
    [reading(2, 14, 'aa'), `\`${base}\` with its reading \`aa\` is longer than a line`],
    [reading(2, 14, 'aa', 'fitted'), `\`${base}\` with its gloss \`aa\` is longer than a line`],
    [{ kind: 'mourning', from: 2, to: 14 }, `\`${base}\` in its frame is longer than a line`],
    [
      { kind: 'spread', from: 2, to: 14, over: pt(150) },
      `\`${base}\` spread over 15 em is longer than a line`,
    ],
  ])('is told by name and place: %#', (annotation, said) => {
    expect(told(`国国${base}国`, annotation)).toEqual([[said, 2, 14]])
  })

  it('parts where it may, without a broken ban', () => {
    const text = `国国${'字'.repeat(8)}，${'字'.repeat(8)}国国`
    const made = setStream(streamWith(text, [reading(2, 19, 'aa')]), fonts.typeCase, chars(10))
    const codes = made.diagnostics.map(({ code }) => code)
    expect([codes.includes('unbreakable-run'), codes.includes('kinsoku-broken')]).toEqual([true, false])
    for (const line of made.lines) expect(line.text).not.toMatch(/^，/)
  })

  it('a reading longer than a line is told, over however little', () => {
    expect(told('国字国', reading(1, 2, 'a'.repeat(44)))).toEqual([
      [`\`字\` with its reading \`${'a'.repeat(24)}…\` is longer than a line`, 1, 2],
    ])
  })

  it('what fits is not told, to the last em of the line it begins', () => {
    const ten: Annotation = { kind: 'mourning', from: 0, to: 10 }
    const text = `${'字'.repeat(10)}国国`
    expect(told(text, ten, { measure: pt(102.5) })).toEqual([])
    expect(told(text, ten, { measure: pt(102.4) })).toHaveLength(1)
    expect(told(text, ten, { measure: pt(102.5), indent: pt(5) })).toHaveLength(1)
    expect(told(`国${text}`, { ...ten, from: 1, to: 11 }, { measure: pt(102.5), indent: pt(5) })).toEqual([])
  })

  it('spread stretches are spread over the line at most', () => {
    const line = linesOf('字字国', [{ kind: 'spread', from: 0, to: 2, over: pt(150) }], chars(10))[0]
    expect(line).toMatchObject({ text: '字字', origins: [0, 9] })
  })
})
