// Markup of any shape, wherever markup may stand: nothing throws, no character is lost, every stretch covers what was
// written in it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filesOf } from '../../src/core/index.ts'
import { type Inline, type MarkedText, readBook } from '../../src/source/index.ts'
import { COMMANDS, type Command } from '../../src/source/markup-commands.ts'
import { escapeMarkup } from '../../src/source/markup-signs.ts'
import { chapterOf } from './support.ts'

/** A piece of text as an author may write it, and what it says. */
interface Piece {
  readonly written: string
  readonly text: string
  /** Outer ones first, by units of `text`. */
  readonly stretches: readonly (readonly [command: string, from: number, to: number, annotation?: string])[]
}

const ARGUMENTS: Readonly<Record<string, string>> = { 语言: 'en', 字距: '1/4em', 均排: '5em' }

const textOf = (unit: string): fc.Arbitrary<Piece> => {
  const signs: Readonly<Record<string, string>> = { '{': '\\{', '}': '\\}', '|': '\\|', '\\': '\\\\' }
  const written = [...unit].map((c) => signs[c] ?? c).join('')
  return fc.constant({ written, text: unit, stretches: [] })
}

const leaf: fc.Arbitrary<Piece> = fc
  .constantFrom(...'甲乙丙，。《2A{}|\\｛｝：丨', '12', 'NT', '𠮷', '葛\u{e0100}', 'é', '0.5%')
  .chain(textOf)

const together = (pieces: readonly Piece[]): Piece => {
  let text = ''
  const stretches: Piece['stretches'][number][] = []
  for (const piece of pieces) {
    for (const [name, from, to, note] of piece.stretches) {
      const moved = [name, from + text.length, to + text.length] as const
      stretches.push(note === undefined ? moved : [...moved, note])
    }
    text += piece.text
  }
  return { written: pieces.map(({ written }) => written).join(''), text, stretches }
}

function inCommand(command: Command, language: 0 | 1, content: Piece): Piece {
  const [zh] = command.names
  const argument = command.wants === undefined ? '' : `:${ARGUMENTS[zh]}`
  const note = command.isReading ? '|z-y' : ''
  const stretch = [zh, 0, content.text.length] as const
  return {
    written: `{${command.names[language]}${argument}|${content.written}${note}}`,
    text: content.text,
    stretches: [command.isReading ? [...stretch, 'z-y'] : stretch, ...content.stretches],
  }
}

const { piece } = fc.letrec<{ piece: Piece; inside: Piece }>((tie) => ({
  piece: fc
    .array(fc.oneof({ depthSize: 'small' }, leaf, tie('inside')), { minLength: 1, maxLength: 5 })
    .map(together),
  inside: fc
    .tuple(fc.constantFrom(...COMMANDS), fc.constantFrom(0 as const, 1 as const), tie('piece'), leaf)
    .map(([command, language, content, plain]) =>
      inCommand(command, language, command.isVerbatim || command.names[1] === 'tcy' ? plain : content),
    ),
}))

const zhOf: Readonly<Record<string, string>> = Object.fromEntries(
  COMMANDS.map(({ names, markOf }) => {
    const mark = markOf(ARGUMENTS[names[0]] ?? '')
    return [mark?.kind === 'reading' ? mark.form : mark?.kind === 'face' ? mark.face : mark?.kind, names[0]]
  }),
)

const nameOf = (each: Inline): string =>
  zhOf[each.kind === 'reading' ? each.form : each.kind === 'face' ? each.face : each.kind] ?? each.kind

const stretchesOf = (text: MarkedText): unknown =>
  (text.inline ?? []).map((each) => {
    const place = [nameOf(each), each.from, each.to]
    return each.kind === 'reading' ? [...place, each.text.text] : place
  })

/** Readings whose base has one Han stand on that Han alone. */
const split = ({ text, stretches }: Piece): unknown =>
  stretches.map(([name, from, to, note]) => {
    const han = [...text.slice(from, to).matchAll(/\p{Script=Han}\p{M}*/gu)]
    const [only, second] = han
    const alone = (name === '拼音' || name === '注音') && only !== undefined && second === undefined
    const start = alone ? from + only.index : from
    return [name, start, alone ? start + only[0].length : to, ...(note === undefined ? [] : [note])]
  })

const asIs = (stretches: unknown): unknown =>
  [...(stretches as [string, number, number][])].map((s) => s.join(' ')).sort()

const single = (text: string): string => `'${text.replaceAll("'", "''")}'`
const double = (text: string): string => JSON.stringify(text)
const indented = (text: string): string => `|\n      ${text}`

test('nested markup says what was written, in titles, headings and texts of any style', () => {
  const styles = fc.constantFrom(single, double)
  const bodies = fc.constantFrom(single, double, indented)
  fc.assert(
    fc.property(piece, piece, piece, styles, bodies, (title, heading, body, style, block) => {
      const { value, diagnostics } = chapterOf(
        `title: ${style(title.written)}\nsections:\n  - heading: ${style(heading.written)}\n    body: ${block(body.written)}\n`,
      )
      expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
      const found = [value?.title, value?.entries[0]?.heading, value?.entries[0]?.body[0]?.text]
      for (const [i, expected] of [title, heading, body].entries()) {
        const text = found[i]
        expect(text?.text).toBe(expected.text)
        expect(text && asIs(stretchesOf(text))).toEqual(asIs(split(expected)))
      }
    }),
    { numRuns: 400 },
  )
})

test('credits, the title of a book and provenance take everything as it stands', () => {
  fc.assert(
    fc.property(piece, ({ written }) => {
      const chapter = `title: 甲
source: { note: ${single(written)} }
sections: [{ body: 乙, credits: [{ names: [${single(written)}], unit: ${double(written)} }] }]
`
      const book = `title: ${single(written)}\nparts: [{ title: 丙, chapters: [a.yaml] }]\n`
      const { value } = readBook('b.yaml', filesOf({ 'b.yaml': book, 'a.yaml': chapter }))
      const [part] = value?.parts ?? []
      const [entry] = part?.chapters[0]?.entries ?? []
      expect(value?.title?.text).toBe(written)
      expect(part?.chapters[0]?.provenance?.note).toBe(written)
      expect(JSON.stringify(entry?.credits)).toContain(JSON.stringify(written).slice(1, -1))
    }),
  )
})

const NOISE = [
  '{',
  '}',
  '|',
  '\\',
  '｛',
  '｝',
  '｜',
  ':',
  '：',
  '丨',
  '\n',
  ' ',
  '{着重|',
  '{em|',
  '{拼音|',
  '{字距:1/4em|',
]
const noise = fc.string({
  unit: fc.constantFrom(...NOISE, '{raw|', '甲', '乙', '丙', 'a'),
  maxLength: 30,
})

test('signs in any order lose no character and throw nothing', () => {
  fc.assert(
    fc.property(noise, (written) => {
      const { value, diagnostics } = chapterOf(`title: 甲\nsections:\n  - body: ${double(`文${written}`)}\n`)
      for (const { span } of diagnostics) expect(span).toBeDefined()
      if (value === undefined) return
      const read = value.entries[0]?.body.flatMap(({ text }) => [
        text.text,
        ...(text.inline ?? []).map((each) => (each.kind === 'reading' ? each.text.text : '')),
      ])
      // No opener that was read without error has one of these in it.
      const inked = (text: string) =>
        [...text]
          .filter((c) => '甲乙丙'.includes(c))
          .sort()
          .join('')
      expect(inked(read?.join('') ?? '')).toBe(inked(written))
    }),
    { numRuns: 2_000 },
  )
})

test('an escaped text reads back as itself', () => {
  fc.assert(
    fc.property(noise, (noisy) => {
      const text = noisy.replaceAll('\n', '')
      const { value } = chapterOf(`title: 甲\nsections:\n  - body: ${double(`文${escapeMarkup(text)}文`)}\n`)
      expect(value?.entries[0]?.body[0]?.text.text).toBe(`文${text}文`)
      expect(value?.entries[0]?.body[0]?.text.inline).toBeUndefined()
    }),
    { numRuns: 1_000 },
  )
})
