// Fonts and characters: every font embedded, none of Type 3, each with its ToUnicode; no character that stands for a
// missing one. The file's objects and the text that was read come in, checks go out.

import type { Painted } from './content-stream.ts'
import type { PdfFile, PdfPage } from './pdf-file.ts'
import { isRef, type PdfDict, type PdfValue } from './pdf-syntax.ts'
import { type Check, counted, type Finding, judged } from './report.ts'
import type { VisibleText } from './visible-text.ts'

/** Fonts that pages and their forms can use (ISO 32000-1 §9.8, §9.9, §9.10.3). */
export function checkFonts(file: PdfFile, pages: readonly PdfPage[]): Check {
  const fonts = new Map<string, { dict: PdfDict; page: number }>()
  const seen = new Set<number>()
  for (const [i, { resources }] of pages.entries()) collect(file, resources, i + 1, fonts, seen)
  const findings = [...fonts.values()].flatMap(({ dict, page }) => faultsOf(file, dict, page))
  const text = {
    en: `${counted(fonts.size, 'font')}, embedded, with ToUnicode`,
    zh: `${fonts.size}个字体，全部嵌入并带 ToUnicode`,
  }
  return judged('fonts', findings, text)
}

function collect(
  file: PdfFile,
  resources: PdfDict,
  page: number,
  fonts: Map<string, { dict: PdfDict; page: number }>,
  seen: Set<number>,
): void {
  for (const [name, value] of file.dict(resources.get('Font'))) {
    const key = isRef(value) ? String(value.ref) : `${page}/${name}`
    if (!fonts.has(key)) fonts.set(key, { dict: file.dict(value), page })
  }
  for (const value of file.dict(resources.get('XObject')).values()) {
    if (!isRef(value) || seen.has(value.ref)) continue
    seen.add(value.ref)
    const form = file.stream(value)?.dict
    if (form) collect(file, file.dict(form.get('Resources')), page, fonts, seen)
  }
}

function faultsOf(file: PdfFile, font: PdfDict, page: number): Finding[] {
  const name = file.name(font.get('BaseFont')) ?? '?'
  const type = file.name(font.get('Subtype'))
  const say = (en: string, zh: string): Finding => ({
    page,
    message: { en: `\`${name}\`: ${en}`, zh: `\`${name}\`：${zh}` },
  })
  if (type === 'Type3') return [say('Type 3 font', '是 Type 3 字体')]
  const holder = type === 'Type0' ? file.dict(file.array(font.get('DescendantFonts'))[0]) : font
  const descriptor = file.dict(holder.get('FontDescriptor'))
  const program = ['FontFile', 'FontFile2', 'FontFile3']
    .map((key) => descriptor.get(key))
    .find((v) => hasData(file, v))
  return [
    ...(program === undefined ? [say('not embedded', '没有嵌入')] : []),
    ...(isBroken(file, program) ? [say('its data are broken', '字体数据损坏')] : []),
    ...(hasData(file, font.get('ToUnicode')) ? [] : [say('no ToUnicode', '没有 ToUnicode')]),
  ]
}

const hasData = (file: PdfFile, value: PdfValue | undefined): boolean => {
  const stream = file.stream(value)
  return stream !== undefined && stream.raw.length > 0
}

/** Data that do not unpack; other filters than Flate are not judged. */
function isBroken(file: PdfFile, value: PdfValue | undefined): boolean {
  const stream = file.stream(value)
  if (!stream || file.name(stream.dict.get('Filter')) !== 'FlateDecode') return false
  return file.decoded(stream) === undefined
}

/** Characters that say a glyph or a meaning was lost. */
const LOST = /[\0\uFFFD\uFFFE\uFFFF\p{Co}]/gu

/** Nothing of .notdef, U+0000, U+FFFD or private use in text or artifacts (PDF/A-2u 6.2.11.7, 6.2.11.8). */
export function checkCharacters(
  body: VisibleText,
  pageStarts: readonly number[],
  artifacts: readonly (readonly string[])[],
  painted: readonly (Painted | undefined)[],
): Check {
  const findings: Finding[] = []
  for (const [i, start] of pageStarts.entries()) {
    const text = body.text.slice(start, pageStarts[i + 1]) + (artifacts[i] ?? []).join('')
    const codes = new Set((text.match(LOST) ?? []).map((c) => hex(c.codePointAt(0) ?? 0)))
    for (const code of codes)
      findings.push({ page: i + 1, message: { en: `U+${code} in the text`, zh: `文字中有 U+${code}` } })
    if (painted[i]?.showsNotdef)
      findings.push({
        page: i + 1,
        message: { en: 'shows .notdef, a missing glyph', zh: '显示了缺字符号（.notdef）' },
      })
  }
  return judged('characters', findings, {
    en: 'no missing glyph, no replacement or private-use character',
    zh: '无缺字、替换字符和私用区字符',
  })
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
