// Whether a file is a PDF that can be opened at all: bytes come in, the fault goes out by name. What makes sense only
// of a whole file is checked first, so that a torn one is called torn and not something else.

import type { Text } from '../core/index.ts'
import type { PdfFile } from './pdf-file.ts'
import { counted } from './report.ts'

/** The fault of the bytes before anything is parsed; undefined when they look like a whole PDF. */
export function faultOfBytes(pdf: Uint8Array): Text | undefined {
  if (pdf.length === 0) return { en: 'the file is empty', zh: '文件是空的' }
  const text = (start: number, end: number): string => Buffer.from(pdf.slice(start, end)).toString('latin1')
  if (!text(0, 1024).includes('%PDF-'))
    return { en: 'not a PDF: it does not begin with `%PDF-`', zh: '不是PDF：开头没有 `%PDF-`' }
  const end = endOf(pdf)
  const rest = end === undefined ? '' : text(end, pdf.length)
  // What was added to a whole file has objects and an end of its own.
  if (end === undefined || /\bobj\b|\bxref\b|\bstartxref\b/.test(rest)) return TRUNCATED
  return rest.trim() === '' ? undefined : bytesAfter(rest.replace(/^\r?\n/, ''))
}

/** Where the last `startxref … %%EOF` ends (ISO 32000-1 §7.5.5). */
function endOf(pdf: Uint8Array): number | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  let at = bytes.lastIndexOf('%%EOF')
  while (at > 0) {
    if (/startxref\s+\d+\s+$/.test(bytes.toString('latin1', Math.max(0, at - 64), at))) return at + 5
    at = bytes.lastIndexOf('%%EOF', at - 1)
  }
  return undefined
}

const TRUNCATED: Text = {
  en: 'truncated: its end (`startxref … %%EOF`) is missing',
  zh: '文件不完整：缺少结尾（`startxref … %%EOF`）',
}

/** The file itself may be whole, but it is not what was written. */
const bytesAfter = (rest: string): Text => ({
  en: `${counted(rest.length, 'byte')} after the end (\`%%EOF\`): something was added to the file`,
  zh: `结尾（\`%%EOF\`）之后还有${rest.length}字节：文件后面被加上了别的内容`,
})

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
