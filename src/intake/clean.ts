// Characters that cannot be set: control characters, invisible ones, and private-use ones if so asked. In: the input.
// Out: which units go, with the rule that takes them. Nothing goes in silence.

import { type Doubt, MOST_DOUBTS } from './doubt.ts'
import type { Rule } from './rules.ts'
import type { Touch } from './trace.ts'

export interface Cleaned {
  /** One byte a unit, 1 where it goes; undefined when all stay. */
  readonly dropped: Uint8Array | undefined
  readonly touches: readonly Touch[]
}

/** Tab and line ends are not among them: they are layout. */
const CONTROL = '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f]+'
/** Soft hyphen, zero-width space, word joiner, byte order mark: left behind by web pages and word processors. */
const INVISIBLE = '[\\u00ad\\u200b\\u2060\\ufeff]+'
const PRIVATE_USE = '\\p{Co}+'

const FOUND = new RegExp(`(${CONTROL})|(${INVISIBLE})|(${PRIVATE_USE})`, 'gu')

/** Marks the units that go. */
export function dropUnprintable(input: string, dropPrivateUse: boolean): Cleaned {
  const touches: Touch[] = []
  for (const { index, 0: text, 1: control, 2: invisible } of input.matchAll(FOUND)) {
    const rule = ruleOf(control, invisible)
    if (rule === 'private-use-dropped' && !dropPrivateUse) continue
    touches.push({ start: index, end: index + text.length, rule })
  }
  if (touches.length === 0) return { dropped: undefined, touches }
  const dropped = new Uint8Array(input.length)
  for (const { start, end } of touches) dropped.fill(1, start, end)
  return { dropped, touches }
}

const ruleOf = (control: string | undefined, invisible: string | undefined): Rule => {
  if (control !== undefined) return 'control-character'
  return invisible === undefined ? 'private-use-dropped' : 'invisible-character'
}

/** What the editor should hear about characters that cannot be set, run by run. */
export function doubtsAboutCharacters(input: string, dropPrivateUse: boolean): readonly Doubt[] {
  const controls: Doubt[] = []
  const own: Doubt[] = []
  for (const { index, 0: text, 1: control, 2: invisible } of input.matchAll(FOUND)) {
    const place = { start: index, end: index + text.length }
    const list = control === undefined ? own : controls
    if (invisible !== undefined || list.length > MOST_DOUBTS) continue
    if (control !== undefined) list.push({ ...place, code: 'control-character', ...controlCharacter(text) })
    else if (!dropPrivateUse) list.push({ ...place, code: 'import-private-use', ...privateUseKept(text) })
    else list.push({ ...place, code: 'import-private-use-dropped', ...privateUseDropped(text) })
  }
  return [...controls, ...own]
}

/** `U+E008`; of a long run the first four. */
function codePoints(text: string): string {
  const all = [...text.slice(0, 10)].slice(0, 4).map((c) => `U+${hex(c.codePointAt(0) ?? 0)}`)
  return text.length > 10 ? `${all.join(' ')} …` : all.join(' ')
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

const controlCharacter = (text: string): Pick<Doubt, 'message'> => ({
  message: { en: `control character ${codePoints(text)} removed`, zh: `已删去控制字符 ${codePoints(text)}` },
})

const privateUseDropped = (text: string): Pick<Doubt, 'message' | 'hint'> => ({
  message: {
    en: `private-use character ${codePoints(text)} removed`,
    zh: `已删去自造字 ${codePoints(text)}`,
  },
  hint: {
    en: 'look the place up in the original: a rare character may be meant',
    zh: '请对照原稿，此处可能是罕用字',
  },
})

const privateUseKept = (text: string): Pick<Doubt, 'message' | 'hint'> => ({
  message: {
    en: `private-use character ${codePoints(text)} kept: no font knows what it means`,
    zh: `保留了自造字 ${codePoints(text)}，通用字体里没有它`,
  },
  hint: {
    en: 'put the character that was meant, or import with `--drop-private-use`',
    zh: '请改成应有的字；若是排版系统留下的控制码，可用 `--drop-private-use` 删去',
  },
})
