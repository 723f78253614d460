// What is said about faults of inline markup. In: the command as written. Out: code, message and hints; the grammar
// knows the place.

import type { DiagnosticCode, Hint, Text } from '../core/index.ts'
import { COMMAND_NAMES, type Command } from './markup-commands.ts'
import type { NearOpener } from './markup-signs.ts'
import { nearest } from './nearest.ts'

export interface Saying {
  readonly severity: 'error' | 'warning'
  readonly code: DiagnosticCode
  readonly message: Text
  readonly hints: readonly Hint[]
}

const wrong = (code: DiagnosticCode, message: Text, ...hints: readonly (Hint | undefined)[]): Saying => ({
  severity: 'error',
  code,
  message,
  hints: hints.filter((hint): hint is Hint => hint !== undefined),
})

const ESCAPE_BRACE: Text = {
  en: 'for the characters themselves write `\\{`',
  zh: '若本来就是文字，请写成 `\\{`',
}
const ESCAPE_BAR: Text = {
  en: 'for the character itself write `\\|`',
  zh: '若本来就是文字，请写成 `\\|`',
}

/** `known`: a command that the name begins with, before a sign that looks like a bar. */
export function unknownCommand(name: string, known: string | undefined): Saying {
  const meant = known === undefined ? nearest(name, COMMAND_NAMES) : `{${known}|`
  const hint =
    meant === undefined ? undefined : { en: `did you mean \`${meant}\`?`, zh: `是不是 \`${meant}\`？` }
  const message = { en: `unknown command \`${name}\``, zh: `没有 \`${name}\` 这个标记` }
  return wrong('markup-unknown', message, hint, ESCAPE_BRACE)
}

/** A known name behind a brace, with signs as a Chinese input method types them: text, but hardly meant as text. */
export function nearMiss({ whole, name, argument }: NearOpener, { wants }: Command): Saying {
  const between = argument ?? (wants !== undefined && /[:：]$/.test(whole) ? '…' : undefined)
  const meant = between === undefined ? `{${name}|` : `{${name}:${between}|`
  const message = {
    en: `\`${whole}\` is set as text: markup is written with half-width { : |`,
    zh: `\`${whole}\` 会当作文字排印：标记要用半角的 { : |`,
  }
  const hint = { en: `did you mean \`${meant}\`?`, zh: `是不是 \`${meant}\`？` }
  return { severity: 'warning', code: 'markup-unknown', message, hints: [hint, KEEP_AS_TEXT] }
}

const KEEP_AS_TEXT: Text = {
  en: 'if it is meant as text, write `{raw|…}` around it',
  zh: '若本来就是文字，请写在 `{原样|…}` 里',
}

/** A full-width `｝` without its `｛` inside a command, which goes on behind it. */
export function wideClose(name: string): Saying {
  const message = {
    en: `\`｝\` does not end \`${name}\` and is set as text`,
    zh: `\`｝\` 不能结束 \`${name}\`，会当作文字排印`,
  }
  const hint = { en: 'did you mean a half-width `}`?', zh: '是不是半角的 `}`？' }
  return { severity: 'warning', code: 'markup-unclosed', message, hints: [hint, KEEP_AS_TEXT] }
}

export function unclosed(opener: string): Saying {
  const message = { en: `\`${opener}\` is never closed`, zh: `\`${opener}\` 没有结束` }
  const hint = {
    en: 'close it with a half-width } in the same paragraph',
    zh: '请在同一段里用半角 } 结束',
  }
  return wrong('markup-unclosed', message, hint, ESCAPE_BRACE)
}

export function noArgument({ wants }: Command, name: string): Saying {
  const message = { en: `\`${name}\` needs an argument`, zh: `\`${name}\` 要写参数` }
  return wrong('markup-argument', message, wants)
}

export function badArgument({ wants }: Command, name: string, argument: string): Saying {
  const message = { en: `\`${name}\` cannot be \`${argument}\``, zh: `\`${name}\` 不能是 \`${argument}\`` }
  return wrong('markup-argument', message, wants)
}

export function needlessArgument(name: string): Saying {
  const message = { en: `\`${name}\` takes no argument`, zh: `\`${name}\` 不带参数` }
  return wrong('markup-argument', message, { en: `write \`{${name}|…}\``, zh: `请写成 \`{${name}|…}\`` })
}

export function emptyContent(name: string): Saying {
  const message = { en: `there is no text in \`${name}\``, zh: `\`${name}\` 里没有文字` }
  return wrong('markup-empty', message)
}

export function emptyAnnotation(name: string): Saying {
  const message = { en: `the annotation of \`${name}\` is empty`, zh: `\`${name}\` 的注是空的` }
  return wrong('markup-empty', message)
}

export function noAnnotation(name: string): Saying {
  const message = { en: `\`${name}\` needs an annotation`, zh: `\`${name}\` 缺少注` }
  const hint = { en: `write \`{${name}|base|annotation}\``, zh: `请写成 \`{${name}|正文|注}\`` }
  return wrong('markup-annotation', message, hint)
}

export function needlessAnnotation({ isReading }: Command, name: string): Saying {
  const message = isReading
    ? { en: `\`${name}\` has a second annotation`, zh: `\`${name}\` 有第二个注` }
    : { en: `\`${name}\` takes no annotation`, zh: `\`${name}\` 不带注` }
  return wrong('markup-annotation', message, ESCAPE_BAR)
}

export function commandInAnnotation(name: string): Saying {
  const message = {
    en: `\`${name}\` stands in an annotation, which is plain text`,
    zh: `注里不能再用 \`${name}\` 等标记`,
  }
  return wrong('markup-annotation', message, ESCAPE_BRACE)
}

export function partedCell(name: string): Saying {
  const message = {
    en: `markup on a part of what stands in \`${name}\`: it shares one cell and is set in one way`,
    zh: `\`${name}\` 里只有一部分带标记：并排的字同在一格，只能一种排法`,
  }
  const hint = {
    en: `put the markup around all of it: \`{b|{${name}|12}}\``,
    zh: `请把标记加在整个并排之外：\`{粗|{${name}|12}}\``,
  }
  return wrong('markup-argument', message, hint)
}
