// Bytes of a file → text, or a diagnostic that says what the bytes are and what to do. UTF-8 is the rule; UTF-16 with
// its mark and valid GB 18030 are read with a note, because offices still send them; nothing else is guessed at.

import {
  type Diagnostic,
  type DiagnosticCode,
  error,
  note,
  type Reported,
  type Span,
  type Text,
} from '../core/index.ts'
import { binaryKind, type Encoding, firstBrokenLine, guessEncoding } from './encodings.ts'

/** A decoded file without its byte order mark, or undefined when it is no text. Line ends stay as they are. */
export function decodeText(path: string, bytes: Uint8Array): Reported<string | undefined> {
  const span: Span = { file: path, start: 0, end: 0 }
  const kind = binaryKind(bytes)
  if (kind !== undefined) return failed(binary(kind, span))
  const plain = bytes.includes(0) ? undefined : read(bytes, 'utf-8')
  const encoding = plain === undefined ? guessEncoding(bytes) : 'utf-8'
  if (encoding === 'unknown' && bytes.includes(0)) return failed(binary('binary data', span))
  const text = plain ?? read(bytes, encoding)
  if (text === undefined) return failed(unsupported(bytes, encoding, span))
  if (text.trim() === '') return failed(empty(span))
  const said = NOTES[encoding]
  return { value: text, diagnostics: said === undefined ? [] : [note('encoding-decoded', said, { span })] }
}

const failed = (diagnostic: Diagnostic): Reported<undefined> => ({
  value: undefined,
  diagnostics: [diagnostic],
})

/** Encodings that are read, and what is said about it. */
const LABELS: Partial<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  'utf-16le-marked': 'utf-16le',
  'utf-16be-marked': 'utf-16be',
  gb18030: 'gb18030',
}

const readAs = (name: string): Text => ({ en: `read as ${name}`, zh: `按 ${name} 读入` })
const NOTES: Partial<Record<Encoding, Text>> = {
  'utf-16le-marked': readAs('UTF-16 LE'),
  'utf-16be-marked': readAs('UTF-16 BE'),
  gb18030: readAs('GB 18030'),
}

function read(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const label = LABELS[encoding]
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const AS_UTF8 = {
  en: 'save the file as plain text in UTF-8 and try again',
  zh: '请把文件另存为 UTF-8 编码的纯文本再试',
}

const problem = (code: DiagnosticCode, message: Text, span: Span, hint: Text = AS_UTF8): Diagnostic =>
  error(code, message, { span, hints: [hint] })

const empty = (span: Span): Diagnostic =>
  problem('file-empty', { en: 'the file is empty', zh: '文件是空的' }, span, {
    en: 'write the manuscript first, or take the file out of the book',
    zh: '请先写入内容，或从书中去掉这个文件',
  })

const binary = (kind: string, span: Span): Diagnostic =>
  problem('file-binary', { en: `this is not text but ${kind}`, zh: `这不是文本文件，而是 ${kind}` }, span)

/** How an encoding that is not read is called in messages. */
const LOOKS: Partial<Record<Encoding, string>> = {
  'utf-16le': 'UTF-16 LE without its mark',
  'utf-16be': 'UTF-16 BE without its mark',
  'utf-16le-marked': 'damaged UTF-16 LE',
  'utf-16be-marked': 'damaged UTF-16 BE',
  'utf-32': 'UTF-32',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
}

function unsupported(bytes: Uint8Array, encoding: Encoding, span: Span): Diagnostic {
  if (encoding === 'utf-8-damaged') {
    const line = firstBrokenLine(bytes)
    const message = {
      en: `damaged UTF-8, first in line ${line}`,
      zh: `UTF-8 编码有损坏，首见于第 ${line} 行`,
    }
    return problem('encoding-unsupported', message, span)
  }
  const name = LOOKS[encoding]
  const message =
    name === undefined
      ? { en: 'the encoding of this file is not known', zh: '认不出这个文件的编码' }
      : { en: `this file looks like ${name}`, zh: `这个文件像是 ${name} 编码` }
  return problem('encoding-unsupported', message, span)
}
