// Fonts and characters: every font embedded, none of Type 3, each with its ToUnicode; no character that stands for a
// missing one. The file's objects and the text that was read come in, checks go out.

import type { Evidence } from './evidence.ts'
import { listedFonts } from './fonts/collect.ts'
import type { GlyphUse } from './fonts/glyph-use.ts'
import type { PdfFile, PdfPage } from './pdf-file.ts'
import type { PdfDict, PdfValue } from './pdf-syntax.ts'
import { type Check, counted, type Finding, found, judged } from './report.ts'

/** Fonts that pages and their forms can use (ISO 32000-1 §9.8, §9.9, §9.10.3). */
export function checkFonts(file: PdfFile, pages: readonly PdfPage[]): Check {
  const fonts = listedFonts(file, pages)
  const findings = fonts.flatMap(({ dict, page }) => faultsOf(file, dict, page))
  const text = {
    en: `${counted(fonts.length, 'font')}, embedded, with ToUnicode`,
    zh: `${fonts.length}个字体，全部嵌入并带 ToUnicode`,
  }
  return judged('fonts', findings, text)
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
/** Those a code may not stand for; U+FEFF is no blank here (ISO 19005-2 §6.2.11.7.2). */
const UNFIT = /[\0\uFEFF\uFFFE]/gu
const PRIVATE_USE = /\p{Co}/gu

/**
 * No .notdef, no code without a meaning, nothing of U+0000, U+FEFF, U+FFFD or private use in text or artifacts
 * (PDF/A-2u 6.2.11.7, 6.2.11.8; ISO 14289-1 7.21.7, 7.21.8).
 */
export function checkCharacters({ read, survey }: Evidence): Check {
  const findings = [
    ...survey.shelf.uses.flatMap(faultsOfCodes),
    ...read.pageStarts.flatMap((start, i) => {
      const text = read.body.text.slice(start, read.pageStarts[i + 1]) + read.pages[i]?.artifacts.join('')
      return lostIn(text, LOST, i + 1)
    }),
  ]
  return judged('characters', withoutRepeats(findings), {
    en: 'no missing glyph, no replacement or private-use character',
    zh: '无缺字、替换字符和私用区字符',
  })
}

/** What the codes of a font mean, read by us; extraction drops some of it in silence. */
function faultsOfCodes(use: GlyphUse): Finding[] {
  const { font } = use
  const findings: Finding[] = []
  for (const code of use.codes('plain', 'replaced', 'hidden')) {
    const page = use.firstPage(code, 'plain', 'replaced', 'hidden')
    if (code === 0 && font.isIdentity)
      findings.push(found('shows .notdef, a missing glyph', '显示了缺字符号（.notdef）', page))
    const text = font.texts?.get(code)
    if (text !== undefined) {
      findings.push(...lostIn(text, UNFIT, page))
      if (use.firstPage(code, 'plain', 'hidden') > 0) findings.push(...lostIn(text, PRIVATE_USE, page))
    } else if (font.texts && font.type === 'Type0' && code > 0)
      findings.push(
        found(
          `\`${font.name}\`: CID ${code} has no Unicode value (6.2.11.7.2)`,
          `\`${font.name}\`：CID ${code} 没有 Unicode 值（6.2.11.7.2）`,
          page,
        ),
      )
  }
  return findings
}

function lostIn(text: string, signs: RegExp, page: number): Finding[] {
  const codes = new Set((text.match(signs) ?? []).map((c) => hex(c.codePointAt(0) ?? 0)))
  return [...codes].map((code) => found(`U+${code} in the text`, `文字中有 U+${code}`, page))
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const byKey = new Map(findings.map((one) => [`${one.page} ${one.message.en}`, one]))
  // By page; of one page what is lost, then how.
  return [...byKey.values()].sort(
    (a, b) => (a.page ?? 0) - (b.page ?? 0) || (a.message.en < b.message.en ? -1 : 1),
  )
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
