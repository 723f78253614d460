// Whether a file is a PDF that can be opened at all: bytes come in, the fault goes out by name. What makes sense only
// of a whole file is checked first, so that a torn one is called torn and not something else.

import type { Text } from '../core/index.ts'
import type { PdfFile } from './pdf-file.ts'

/** The fault of the bytes before anything is parsed; undefined when they look like a whole PDF. */
export function faultOfBytes(pdf: Uint8Array): Text | undefined {
  if (pdf.length === 0) return { en: 'the file is empty', zh: '文件是空的' }
  const text = (start: number, end: number): string => Buffer.from(pdf.slice(start, end)).toString('latin1')
  if (!text(0, 1024).includes('%PDF-'))
    return { en: 'not a PDF: it does not begin with `%PDF-`', zh: '不是PDF：开头没有 `%PDF-`' }
  if (/startxref\s+\d+\s+%%EOF\s*$/.test(text(Math.max(0, pdf.length - 1024), pdf.length))) return undefined
  return {
    en: 'truncated: its end (`startxref … %%EOF`) is missing',
    zh: '文件不完整：缺少结尾（`startxref … %%EOF`）',
  }
}

/** The fault of the objects; undefined when there are a catalog and pages to read. */
export function faultOfObjects(file: PdfFile): Text | undefined {
  if (file.trailer.has('Encrypt')) return { en: 'encrypted: it cannot be proven', zh: '文件已加密，无法核验' }
  if (file.catalog.size === 0)
    return { en: 'damaged: there is no catalog', zh: '文件损坏：没有目录对象（Catalog）' }
  return file.pages().length === 0
    ? { en: 'damaged: there are no pages', zh: '文件损坏：没有页面' }
    : undefined
}

/** What pdf.js threw, in our words where we have them. */
export function faultOfReader(thrown: unknown): Text {
  const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) }
  if (name === 'PasswordException')
    return { en: 'encrypted: it asks for a password', zh: '文件已加密，需要密码' }
  return { en: `cannot be read: ${message}`, zh: `无法读取：${message}` }
}
