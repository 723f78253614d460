// What must not stand in a text that is to be printed. In: a text with the way back to its file. Out: diagnostics at
// the very characters. Missing glyphs are the font's to report; style and wording are proof's.

import { type Diagnostic, error, type SourceText, type Text, warning } from '../core/index.ts'

/** Right-to-left letters by block (UAX #9 classes R and AL) and the marks that turn the direction. */
const RIGHT_TO_LEFT =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}' +
  '\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'

/** Controls, line and paragraph separators, halves of surrogate pairs, noncharacters, the mark of lost text. */
const CONTROL = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\ufdd0-\\ufdef\\ufffd-\\uffff'

/** Without ink and without meaning in Chinese: a pasted page leaves them behind. */
const INVISIBLE = '\\u00ad\\u200b\\u2060\\ufeff'

const SUSPECT = new RegExp(`[${CONTROL}${INVISIBLE}${RIGHT_TO_LEFT}\\p{Co}]`, 'u')
/** Runs of one kind are one finding; right-to-left words may have spaces between them. */
const RUNS = new RegExp(
  `(?<control>[${CONTROL}])|(?<invisible>[${INVISIBLE}])|(?<own>\\p{Co}+)` +
    `|(?<rtl>[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\\p{M} ]*[${RIGHT_TO_LEFT}])?)`,
  'gu',
)

/** Nearly every text is of these alone, which is seen much sooner than that it has nothing of the above. */
const HARMLESS = /^[\t\x20-\x7e\u00b7\u2014\u2018-\u201d\u2026\u3000-\u9fff\uff01-\uffee]*$/

/**
 * Characters that cannot be set, in order. Texts that are never printed (`printed: false`) are only held free of
 * control characters.
 */
export function checkText(source: SourceText, printed: boolean, entry?: string): readonly Diagnostic[] {
  if (HARMLESS.test(source.text) || !SUSPECT.test(source.text)) return []
  return findingsIn(source.text).flatMap((match) => {
    const { control, invisible, own, rtl } = match.groups ?? {}
    const extras = {
      span: source.spanOf(match.index, match.index + match[0].length),
      ...(entry === undefined ? {} : { entry }),
    }
    if (control !== undefined) return [controlCharacter(control, extras)]
    if (!printed) return []
    if (invisible !== undefined) return [invisibleCharacter(invisible, extras)]
    if (own !== undefined) return [privateUse(own, contextOf(source.text, match.index, own.length), extras)]
    return rtl === undefined ? [] : [rightToLeft(rtl, extras)]
  })
}

/** A text with more of them is damaged from end to end; the first tell enough. */
const MOST_FINDINGS = 10_000

function findingsIn(text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const match of text.matchAll(RUNS)) if (found.push(match) === MOST_FINDINGS) break
  return found
}

type Extras = Pick<Diagnostic, 'span'>

/** `U+E008`, or several with spaces between. */
export const codePoints = (text: string): string =>
  [...text].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** A few characters on both sides, the place itself as ▯. */
function contextOf(text: string, at: number, length: number): string {
  const before = [...text.slice(Math.max(0, at - 12), at)].slice(-4).join('')
  const after = [...text.slice(at + length, at + length + 12)].slice(0, 4).join('')
  return `${before}▯${after}`.replace(/\p{Cc}|\p{Cs}/gu, '')
}

/** A control character in a text or anywhere in a file. */
export function controlCharacter(text: string, extras: Extras): Diagnostic {
  const name = codePoints(text)
  if (text === '\ufffd') {
    const lost = { en: 'U+FFFD stands where text was lost', zh: 'U+FFFD 表示此处文字已丢失' }
    const look = { en: 'look the text up in the original', zh: '请对照原稿补上' }
    return warning('control-character', lost, { ...extras, hints: [look] })
  }
  const half = /\p{Cs}/u.test(text)
  const message: Text = half
    ? { en: `half of a character (${name})`, zh: `半个字符（${name}）` }
    : { en: `control character ${name} in the text`, zh: `文中有控制字符 ${name}` }
  const hint = { en: 'remove it, or type the character that was meant', zh: '请删去，或改成原来想要的字' }
  return error('control-character', message, { ...extras, hints: [hint] })
}

function invisibleCharacter(text: string, extras: Extras): Diagnostic {
  const name = codePoints(text)
  const message = { en: `invisible character ${name} in the text`, zh: `文中有看不见的字符 ${name}` }
  const hint = { en: 'it often comes with pasted text; remove it', zh: '多半是粘贴带来的，请删去' }
  return warning('control-character', message, { ...extras, hints: [hint] })
}

function privateUse(text: string, context: string, extras: Extras): Diagnostic {
  const name = codePoints(text)
  const message = {
    en: `private-use character ${name} in \`${context}\`: no font knows what it means`,
    zh: `\`${context}\` 中有自造字 ${name}，通用字体里没有它`,
  }
  const hint = {
    en: 'put the character that was meant, or remove it',
    zh: '请改成应有的字；若是排版系统留下的控制码，请删去',
  }
  return warning('private-use', message, { ...extras, hints: [hint] })
}

function rightToLeft(text: string, extras: Extras): Diagnostic {
  const visible = /\p{L}/u.test(text) ? `\`${text}\`` : codePoints(text)
  const message = {
    en: `${visible} runs from right to left: bidirectional text is not set by this program`,
    zh: `${visible} 是从右向左书写的文字，本程序不排双向文字`,
  }
  const hint = { en: 'give it in Chinese or in Latin letters', zh: '请改用中文或拉丁字母' }
  return error('right-to-left', message, { ...extras, hints: [hint] })
}
