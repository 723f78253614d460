// Fonts of a PDF/A beyond being embedded (ISO 19005-2 §6.2.11.2 to §6.2.11.4): required keys, the way from CID to glyph, a
// CIDSet that tells the truth.

import { listedFonts } from '../fonts/collect.ts'
import { programOf } from '../fonts/program.ts'
import type { PdfFile } from '../pdf-file.ts'
import { isName, type PdfDict } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import type { PdfaCase } from './pdfa-case.ts'

export function fontFaults({ file, pages }: PdfaCase): Finding[] {
  const faults = new Map<string, Finding>()
  for (const { dict, page } of listedFonts(file, pages)) {
    const name = file.name(dict.get('BaseFont')) ?? '?'
    for (const [en, zh] of faultsOf(file, dict)) {
      const finding = found(`\`${name}\`: ${en}`, `\`${name}\`：${zh}`, page)
      // Two fonts may share one descendant.
      if (!faults.has(finding.message.en)) faults.set(finding.message.en, finding)
    }
  }
  return [...faults.values()]
}

type Fault = readonly [en: string, zh: string]

function faultsOf(file: PdfFile, font: PdfDict): Fault[] {
  if (file.name(font.get('Subtype')) !== 'Type0') return []
  const descendant = file.dict(file.array(font.get('DescendantFonts'))[0])
  const encoding = file.name(font.get('Encoding')) ?? ''
  const faults: Fault[] = []
  if (file.name(descendant.get('Subtype')) === 'CIDFontType2' && !mapsToGlyphs(file, descendant))
    faults.push(['no `CIDToGIDMap` (6.2.11.3.2)', '没有 `CIDToGIDMap`（6.2.11.3.2）'])
  if (!file.stream(font.get('Encoding')) && !/^Identity-[HV]$/.test(encoding))
    faults.push([
      `encoding \`${encoding}\` is not embedded (6.2.11.3.3)`,
      `编码 \`${encoding}\` 没有嵌入（6.2.11.3.3）`,
    ])
  const set = cidSetFault(file, descendant)
  return set ? [...faults, set] : faults
}

function mapsToGlyphs(file: PdfFile, descendant: PdfDict): boolean {
  const map = descendant.get('CIDToGIDMap')
  const found = file.resolve(map)
  return file.stream(map) !== undefined || (isName(found) && found.name === 'Identity')
}

/** If there is one it names every CID of the program (6.2.11.4.2-2); under Identity that is every glyph. */
function cidSetFault(file: PdfFile, descendant: PdfDict): Fault | undefined {
  const stream = file.stream(file.dict(descendant.get('FontDescriptor')).get('CIDSet'))
  if (!stream) return undefined
  const bits = file.decoded(stream) ?? ''
  const program = programOf(file, descendant)
  const glyphs = program?.glyphs ?? 0
  for (let cid = 0; cid < glyphs; cid++) {
    if (program?.glyphOf && program.glyphOf(cid) === undefined) continue
    if (!((bits.charCodeAt(cid >> 3) >> (7 - (cid & 7))) & 1))
      return [`\`CIDSet\` lacks CID ${cid} (6.2.11.4.2)`, `\`CIDSet\` 缺少 CID ${cid}（6.2.11.4.2）`]
  }
  return undefined
}
