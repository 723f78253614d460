// The commands of inline markup, each with a Chinese and an English name. In: a name and the argument written after it.
// Out: what the command says of its stretch. The grammar is markup.ts; docs/markup.md explains them to authors.

import { em, type Text } from '../core/index.ts'
import type { Inline, PlainInlineKind, ReadingForm } from './inline.ts'
import type { FaceRole } from './layout.ts'
import { parseLength } from './units.ts'

/** What a command says of its stretch; the text of a reading is its annotation. */
export type Mark = Unplaced<Inline>
type Unplaced<T> = T extends Inline ? Omit<T, 'from' | 'to' | 'text'> : never

export interface Command {
  /** Both are accepted everywhere. */
  readonly names: readonly [zh: string, en: string]
  /** A base and its annotation, or a content alone. */
  readonly isReading: boolean
  /** Nothing inside is markup. */
  readonly isVerbatim: boolean
  /** What its argument must be; absent where it takes none. */
  readonly wants?: Text
  /** Undefined when the argument is not what it wants; a command that wants none is given none. */
  readonly markOf: (argument: string) => Mark | undefined
}

/** The command of a name, in either language. */
export const commandOf = (name: string): Command | undefined => BY_NAME.get(name)

const command = (zh: string, en: string, markOf: Command['markOf'], wants?: Text): Command => ({
  names: [zh, en],
  isReading: false,
  isVerbatim: false,
  markOf,
  ...(wants === undefined ? {} : { wants }),
})

const plain = (zh: string, en: string, kind: PlainInlineKind): Command => ({
  ...command(zh, en, () => ({ kind })),
  isVerbatim: kind === 'verbatim',
})

const face = (zh: string, en: string, role: FaceRole): Command =>
  command(zh, en, () => ({ kind: 'face', face: role }))

const reading = (zh: string, en: string, form: ReadingForm): Command => ({
  ...command(zh, en, () => ({ kind: 'reading', form })),
  isReading: true,
})

/** The order is that of docs/markup.md. */
export const COMMANDS: readonly Command[] = [
  plain('着重', 'em', 'emphasis'),
  plain('专名', 'name', 'proper-name'),
  plain('书名', 'work', 'book-title'),
  plain('黑框', 'mourn', 'mourning'),
  plain('粗', 'b', 'bold'),
  face('楷', 'kai', 'kai'),
  face('黑', 'hei', 'hei'),
  face('宋', 'song', 'song'),
  face('仿宋', 'fang', 'fangsong'),
  plain('上标', 'sup', 'superscript'),
  plain('下标', 'sub', 'subscript'),
  plain('注号', 'note', 'note-mark'),
  plain('原样', 'raw', 'verbatim'),
  plain('直立', 'up', 'upright'),
  plain('并排', 'tcy', 'combined'),
  command('语言', 'lang', languageOf, {
    en: 'a language tag: `{lang:en|…}`, `{lang:zh-Hant|…}`',
    zh: '语言代码，如 `{语言:en|…}`、`{语言:zh-Hant|…}`',
  }),
  command('字距', 'space', spacingOf, {
    en: 'a length from -1/4em to 2em: `{space:1/4em|…}`',
    zh: '-1/4em 到 2em，如 `{字距:1/4em|…}`',
  }),
  command('均排', 'spread', spreadOf, {
    en: 'whole or half ems from 1em to 40em: `{spread:5em|…}`',
    zh: '1em 到 40em，整字或半字，如 `{均排:5em|…}`',
  }),
  reading('拼音', 'pinyin', 'pinyin'),
  reading('注音', 'zhuyin', 'zhuyin'),
  reading('对照', 'gloss', 'gloss'),
  reading('行间', 'comment', 'comment'),
]

const BY_NAME: ReadonlyMap<string, Command> = new Map(
  COMMANDS.flatMap((each) => each.names.map((name): [string, Command] => [name, each])),
)

/** All names, those of one language together. */
export const COMMAND_NAMES: readonly string[] = [0, 1].flatMap((i) =>
  COMMANDS.map(({ names }) => names[i] ?? ''),
)

/** BCP 47 (RFC 5646 §2.1) without its extensions: language, script, region, variants, private use. */
const LANGUAGE_TAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3})?(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i

function languageOf(argument: string): Mark | undefined {
  if (!LANGUAGE_TAG.test(argument)) return undefined
  return { kind: 'language', language: argument.split('-').map(usualCase).join('-') }
}

/** `zh-Hant-TW`: the cases RFC 5646 §2.1.1 recommends, so that `EN` is `en`. */
function usualCase(subtag: string, place: number): string {
  const lower = subtag.toLowerCase()
  if (place === 0 || /\d/.test(lower)) return lower
  if (lower.length === 2) return lower.toUpperCase()
  return lower.length === 4 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower
}

/** The least 紧排 leaves characters apart; twice a body is the widest 疏排 that still reads as one word. */
const TIGHTEST = -1 / 4
const WIDEST = 2

function spacingOf(argument: string): Mark | undefined {
  const by = emsOf(argument)
  return by !== undefined && by >= TIGHTEST && by <= WIDEST ? { kind: 'spacing', by: em(by) } : undefined
}

const LONGEST_SPREAD = 40

function spreadOf(argument: string): Mark | undefined {
  const over = emsOf(argument)
  if (over === undefined || over < 1 || over > LONGEST_SPREAD) return undefined
  return Number.isInteger(over * 2) ? { kind: 'spread', over: em(over) } : undefined
}

function emsOf(argument: string): number | undefined {
  const length = parseLength(argument)
  return length?.unit === 'em' ? length.amount : undefined
}
