// What is said about faults of the YAML itself, in plain words. In: the parser's codes and places. Out: diagnostics
// with the hints that authors of Chinese manuscripts need: full-width colons, quotes in the middle, stars and tabs.

import type { ErrorCode } from 'yaml'
import { type Diagnostic, error, type SourceFile, type Span, type Text } from '../core/index.ts'

const FAULTS: Partial<Record<ErrorCode, Text>> = {
  BAD_DIRECTIVE: { en: 'a line beginning with % is not understood', zh: '看不懂以 % 开头的这一行' },
  BAD_DQ_ESCAPE: { en: 'unknown escape after a backslash', zh: '反斜线后面的写法不认识' },
  BAD_INDENT: { en: 'wrong indentation', zh: '缩进不对' },
  BAD_SCALAR_START: { en: 'a text may not begin with this character', zh: '文字不能以这个符号开头' },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a second `:` or an indented list after a value',
    zh: '值的后面又出现了 `:` 或缩进的内容',
  },
  BLOCK_IN_FLOW: { en: 'indented lists cannot stand inside [ ] or { }', zh: '[ ] 或 { } 里面不能用缩进写法' },
  KEY_OVER_1024_CHARS: { en: 'a key this long is not a key', zh: '这么长的内容不能作键' },
  MISSING_CHAR: { en: 'a character is missing here', zh: '此处缺少符号' },
  MULTILINE_IMPLICIT_KEY: { en: 'a line without a key', zh: '这一行没有键' },
  TAB_AS_INDENT: { en: 'a tab is used to indent', zh: '缩进用了制表符' },
  UNEXPECTED_TOKEN: { en: 'this does not belong here', zh: '这里不该有这个内容' },
}

const HINTS: Partial<Record<ErrorCode, Text>> = {
  BAD_DQ_ESCAPE: {
    en: 'write \\\\ for a backslash, or use single quotes',
    zh: '反斜线要写成 \\\\，或改用单引号',
  },
  BAD_INDENT: {
    en: 'keys of one level begin in one column; text under `|` is indented deeper than its key',
    zh: '同级的键要对齐；`|` 下面的正文要比键多缩进',
  },
  BAD_SCALAR_START: { en: "put the text in quotes: '…'", zh: "请给文字加引号：'…'" },
  BLOCK_AS_IMPLICIT_KEY: {
    en: "a text with `: ` in it must be in quotes: '…'",
    zh: "文字里有 `: ` 时要加引号：'…'",
  },
  KEY_OVER_1024_CHARS: { en: 'write long text under `body: |`', zh: '长的文字请写在 `body: |` 下面' },
  MULTILINE_IMPLICIT_KEY: {
    en: 'write `key: value`; text over several lines goes under `key: |`, indented',
    zh: '请写成“键: 值”；多行文字写在“键: |”下面并缩进',
  },
  TAB_AS_INDENT: { en: 'indent with spaces', zh: '请用空格缩进' },
  UNEXPECTED_TOKEN: {
    en: "when only a part of a text is quoted, quote the whole: '“…”…'",
    zh: "只有一部分带引号时，请给全文加引号：'“…”…'",
  },
}

const FULL_WIDTH_COLON: Text = {
  en: 'YAML wants a half-width colon and a space after a key: `title: …`, not `title：…`',
  zh: '键后面要用半角冒号加空格：`title: …`，不是 `title：…`',
}
const NO_SPACE: Text = { en: 'put a space after the colon of a key', zh: '键的冒号后面要有空格' }

/** Where one code covers several slips, the parser's sentence tells them apart. */
const SENTENCES: readonly (readonly [RegExp, Text])[] = [
  [/closing/, { en: 'this quote is never closed', zh: '这个引号没有结束' }],
  [/and end with a/, { en: 'this bracket is never closed', zh: '这个括号没有结束' }],
  [/without - indicator/, { en: 'a list item without `- ` before it', zh: '列表项前面缺少 `- `' }],
  [/keys need to be followed/, { en: 'a key without `:`', zh: '键后面缺少 `:`' }],
  [/^Missing ,/, { en: 'a comma `,` is missing', zh: '缺少半角逗号 `,`' }],
  [/^Comments must/, { en: '`#` without a space before it', zh: '`#` 前面缺少空格' }],
  [/scalar at node end/, { en: 'text after a closing quote or bracket', zh: '引号或括号结束后还有文字' }],
]

/** A fault of syntax; `sentence` is the parser's own, kept only where we have no better one. */
export function syntaxFault(code: ErrorCode, sentence: string, source: SourceFile, span: Span): Diagnostic {
  const known = SENTENCES.find(([pattern]) => pattern.test(sentence))?.[1] ?? FAULTS[code]
  const message = known ?? { en: `not YAML: ${plain(sentence)}`, zh: `YAML 写法有误：${plain(sentence)}` }
  const hints = [closesNothing(sentence) ? undefined : HINTS[code], lineHint(source, span)]
  return error('yaml-syntax', message, { span, hints: hints.filter((h): h is Text => h !== undefined) })
}

/** Whether the parser complains of a quote or bracket that is never closed. */
export const closesNothing = (sentence: string): boolean => /closing|and end with a/.test(sentence)

/** The parser's sentence in our manner: lower case, no final stop. */
const plain = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')

/** The slip that Chinese input methods cause, seen in the line concerned. */
function lineHint({ text }: SourceFile, { start }: Span): Text | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  return keyHint(line) ?? (BEGINS_WITH_MARKUP.test(line) ? QUOTE_MARKUP : undefined)
}

/** `body: {着重|甲}乙`, which YAML takes for a map. */
const BEGINS_WITH_MARKUP = /(?:^|[-:,[]\s)\s*\{\p{L}{1,12}(?::[^{}|]*)?\|/u

/** For a text that begins with `{`. */
export const QUOTE_MARKUP: Text = {
  en: "a text that begins with { must be in quotes, '{em|…}…', or stand on lines of its own under `|`",
  zh: "以 { 开头的文字要加引号：'{着重|…}…'，或另起一行写在 `|` 下面",
}

/** A hint for text that was meant as `key: value`. */
export function keyHint(line: string): Text | undefined {
  if (/^[\s-]*[a-z][a-z-]*\s*：/.test(line)) return FULL_WIDTH_COLON
  return /^[\s-]*[a-z][a-z-]*:[^\s/]/.test(line) ? NO_SPACE : undefined
}

const QUOTE_IT: Text = {
  en: "a text that begins with * or & must be in quotes: '*…'",
  zh: "以 * 或 & 开头的文字要加引号：'*…'",
}

export const aliasUsed = (name: string, span: Span): Diagnostic =>
  error(
    'yaml-alias',
    {
      en: `\`*${name}\` repeats an anchor: aliases are not used here`,
      zh: `\`*${name}\` 是别名，这里不用别名`,
    },
    { span, hints: [QUOTE_IT] },
  )

export const anchorUsed = (name: string, span: Span): Diagnostic =>
  error(
    'yaml-alias',
    { en: `\`&${name}\` is an anchor: anchors are not used here`, zh: `\`&${name}\` 是锚点，这里不用锚点` },
    { span, hints: [QUOTE_IT] },
  )

export function tagUsed(written: string, span: Span): Diagnostic {
  const short = written.length > 16 ? `${[...written].slice(0, 12).join('')}…` : written
  const bare = { en: 'a text without quotes begins with `!`', zh: '没有引号的文字以 `!` 开头' }
  const named = {
    en: `\`${short}\` is a tag of YAML: tags are not used here`,
    zh: `\`${short}\` 是 YAML 的标签，这里不用标签`,
  }
  const hint = {
    en: "a text that begins with ! must be in quotes: '!…'",
    zh: "以 ! 开头的文字要加引号：'!…'",
  }
  const message = written === '!' ? bare : named
  return error('yaml-syntax', message, { span, hints: [hint] })
}

export const severalDocuments = (span: Span): Diagnostic =>
  error(
    'yaml-syntax',
    { en: 'a second document begins here', zh: '从这里开始了第二份文档' },
    {
      span,
      hints: [
        { en: 'take out the line `---`, or make two files', zh: '请去掉 `---` 这一行，或分成两个文件' },
      ],
    },
  )

export const nestedTooDeep = (span: Span): Diagnostic =>
  error('yaml-syntax', { en: 'nested too deeply', zh: '层次嵌套太深' }, { span })
