// Words parted with a hyphen at the line end (CLREQ 6.1.4): only where the layout asks for it, never next to the ends of
// a word, with a hyphen that belongs to no word and stands inside the line.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt, SourceText } from '../../src/core/index.ts'
import { breaksByHyphen } from '../../src/paragraph/hyphens.ts'
import { type ParagraphOptions, type RunStyle, streamOf } from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import {
  chars,
  type LineView,
  type ParagraphView,
  setStream,
  setText,
  styleOf,
} from '../support/paragraphs.ts'

type Options = Partial<ParagraphOptions>

const HYPHEN = '\u00ad'
const WORDS = { hyphenation: 'words' } as const

const WORD_TEXT = [
  '市直机关用International系统，Information网络与Communication部门',
  '（Typography），共12 Organizations，Development and Reform Commission。',
].join('')

/** A word as its places part it. */
const parted = (word: string, language?: string): string => {
  const places = breaksByHyphen(word, language).map(({ at }) => at)
  return [...word].map((letter, i) => (places.includes(i) ? `-${letter}` : letter)).join('')
}

/** Lines that end inside a word of letters. */
const insideWords = ({ lines, set }: ParagraphView): readonly LineView[] =>
  lines.filter((_, i) => {
    const end = set.lines[i]?.textEnd ?? 0
    return /[A-Za-z]/.test(set.stream.text[end - 1] ?? '') && /[A-Za-z]/.test(set.stream.text[end] ?? '')
  })

const MEASURES = Array.from({ length: 41 }, (_, i) => 10 + i / 4)
const atMeasures = (options: Options): readonly ParagraphView[] =>
  MEASURES.map((measure) => setText(WORD_TEXT, { ...options, measure: pt(measure * 10) }))

describe('places for a hyphen', () => {
  it('are where the patterns of English have them', () => {
    expect(parted('hyphenation')).toBe('hy-phen-ation')
    expect(parted('International')).toBe('In-ter-na-tional')
  })

  it('are the same with marks around the word', () => {
    expect(parted('(hyphenation),')).toBe('(hy-phen-ation),')
    expect(parted('(typography)')).toBe('(ty-pog-ra-phy)')
  })

  it('leave two letters before and three after, whatever the word', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aeioubcdnrstlmpy'), minLength: 1, maxLength: 16 }),
        fc.constantFrom('', '(', '“', '['),
        fc.constantFrom('', ')', ',', '.'),
        (word, before, after) => {
          const places = breaksByHyphen(before + word + after)
          if (word.length < 5) expect(places).toEqual([])
          for (const { at } of places) {
            expect(at - before.length, word).toBeGreaterThanOrEqual(2)
            expect(before.length + word.length - at, word).toBeGreaterThanOrEqual(3)
          }
        },
      ),
      { numRuns: 500 },
    ))

  it.each(['about', 'GDP', '1234567', '113.7%', 'BCD188', 'x86', 'www.wf.gov.cn', 'abcd'])(
    'none in %s',
    (word) => expect(breaksByHyphen(word)).toEqual([]),
  )

  it('are those of English alone', () => {
    expect(parted('International', 'en-GB')).toBe('In-ter-na-tional')
    for (const language of ['fr', 'de', 'la', 'eng'])
      expect(parted('International', language)).toBe('International')
  })
})

describe.each(['horizontal', 'vertical'] as const)('lines of a text with words, %s', (direction) => {
  const without = atMeasures({ direction })
  const withHyphens = atMeasures({ direction, ...WORDS })

  it('end inside no word unless the layout asks for hyphens', () => {
    for (const view of without) {
      expect(insideWords(view).map(({ text }) => text)).toEqual([])
      expect(view.lines.flatMap(({ sorts }) => sorts)).not.toContain(HYPHEN)
    }
    expect(withHyphens.flatMap(insideWords).length).toBeGreaterThan(20)
  })

  it('have a hyphen where they end inside a word, and nowhere else', () => {
    for (const view of withHyphens) {
      const inside = insideWords(view)
      for (const line of view.lines) {
        expect(line.sorts.filter((text) => text === HYPHEN)).toHaveLength(inside.includes(line) ? 1 : 0)
        if (inside.includes(line)) expect(line.sorts.at(-1)).toBe(HYPHEN)
      }
    }
  })

  it('part words where the patterns do', () => {
    for (const view of withHyphens) {
      for (const line of insideWords(view)) {
        const at = view.set.stream.text.indexOf(line.text) + line.text.length
        const head = /[A-Za-z]+$/.exec(line.text)?.[0] ?? ''
        const tail = /^[A-Za-z]+/.exec(view.set.stream.text.slice(at))?.[0] ?? ''
        expect(parted(head + tail)).toContain(`${head.slice(-2)}-${tail.slice(0, 2)}`)
        expect(Math.min(head.length - 1, tail.length - 2), line.text).toBeGreaterThan(0)
      }
    }
  })

  it('have their hyphen inside the measure, at its end where they are justified', () => {
    for (const [i, view] of withHyphens.entries()) {
      for (const line of insideWords(view)) {
        expect(line.residue).toBeCloseTo(0, 9)
        expect((line.origins.at(-1) ?? 0) + 0.5, line.text).toBeCloseTo(MEASURES[i] ?? 0, 5)
        // It follows the word without white.
        expect(line.origins.at(-1)).toBeCloseTo((line.origins.at(-2) ?? 0) + 0.5, 5)
      }
    }
  })

  it('have a hyphen that stands for a unit of its word and lies as the word does', () => {
    for (const { set, lines } of withHyphens) {
      for (const [i, line] of lines.entries()) {
        const at = line.sorts.indexOf(HYPHEN)
        if (at < 0) continue
        const [run] = set.lines[i]?.runs.slice(-1) ?? []
        expect(run?.sideways).toBe(direction === 'vertical')
        expect(/[A-Za-z]/.test(set.stream.text[set.at[(run?.to ?? 0) - 1] ?? 0] ?? '')).toBe(true)
      }
    }
  })

  it('lose no character: what is left without hyphens is the text', () => {
    for (const { lines } of withHyphens) {
      const shown = lines.flatMap(({ sorts }) => sorts).filter((text) => text !== HYPHEN && text !== ' ')
      expect(shown.join('')).toBe(WORD_TEXT.replaceAll(' ', ''))
    }
  })
})

describe('a hyphen', () => {
  it('is not set where the word fits, or where the line is full without it', () => {
    expect(setText('国国国International国国国', { ...WORDS, ...chars(9.75) }).lines[0]?.text).toBe(
      '国国国International',
    )
    expect(setText('国国国国国国国国International', { ...WORDS, ...chars(8) }).lines[0]?.text).toBe(
      '国国国国国国国国',
    )
  })

  it('is counted before it is asked whether a line fits', () => {
    // 国国国国国国, a quarter em, In and a hyphen are 7.75 em; with Inter 9.25, and 9.125 where the quarter is halved.
    const text = '国国国国国国International国国国国国'
    expect(setText(text, { ...WORDS, measure: pt(77.5) }).lines[0]).toMatchObject({
      text: '国国国国国国In',
      stretch: 0,
      end: 7.25,
    })
    expect(setText(text, { ...WORDS, measure: pt(92.5) }).lines[0]).toMatchObject({
      text: '国国国国国国Inter',
      stretch: 0,
      end: 8.75,
    })
    expect(setText(text, { ...WORDS, measure: pt(91.2) }).lines[0]?.text).not.toBe('国国国国国国Inter')
  })

  it('is not set in a word that has breaks of its own, which parts there', () => {
    const ends = MEASURES.flatMap((measure) => {
      const { lines } = setText('市直机关state-of-the-art部门well-organized的International-style', {
        ...WORDS,
        measure: pt(measure * 10),
      })
      expect(lines.flatMap(({ sorts }) => sorts)).not.toContain(HYPHEN)
      return lines.filter(({ text }) => text.endsWith('-'))
    })
    expect(ends.length).toBeGreaterThan(10)
  })

  it('is not set in words of a language whose patterns are not here', () => {
    const fonts = fakeFonts()
    const set = (language: string): ParagraphView => {
      const style: RunStyle = { ...styleOf(fonts), language }
      const source = SourceText.verbatim('Les organisations internationales et nationales', 'test.yaml', 0)
      return setStream(streamOf([{ source, style }]), fonts.typeCase, { ...WORDS, ...chars(10) })
    }
    expect(insideWords(set('fr'))).toEqual([])
    expect(insideWords(set('en')).length).toBeGreaterThan(0)
  })
})
