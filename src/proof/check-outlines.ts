// Glyphs as they are printed: every code shown has an outline in the embedded program, the widths the file states are
// those of the program (ISO 19005-2 §6.2.11.5), vertical cells hold their glyphs, and nothing is mirrored or left
// unpainted. Extraction of text sees none of this.

import type { PageSurvey } from './content/survey.ts'
import type { Evidence } from './evidence.ts'
import type { FontProgram } from './fonts/font-program.ts'
import type { GlyphUse } from './fonts/glyph-use.ts'
import type { PdfFont } from './fonts/pdf-font.ts'
import { programOf } from './fonts/program.ts'
import { verticalFault } from './fonts/vertical.ts'
import type { PdfFile } from './pdf-file.ts'
import { isName } from './pdf-syntax.ts'
import { type Check, counted, type Finding, found, judged, notRun } from './report.ts'

export function checkOutlines({ file, survey }: Evidence): Check {
  const judgements = survey.shelf.uses.map((use) => judge(file, use))
  const findings = [
    ...survey.pages.flatMap(faultsOfPage),
    ...judgements.flatMap((one) => (one === 'unread' ? [] : one.findings)),
  ]
  const unread = survey.shelf.uses.filter((_, i) => judgements[i] === 'unread').map(({ font }) => font.name)
  if (findings.length === 0 && unread.length > 0)
    return notRun('outlines', {
      en: `no reader for the font \`${unread[0]}\``,
      zh: `字体 \`${unread[0]}\` 无法读取`,
    })
  const glyphs = judgements.reduce((sum, one) => sum + (one === 'unread' ? 0 : one.glyphs), 0)
  return judged('outlines', findings, {
    en: `${counted(glyphs, 'glyph')}, each with its outline and width`,
    zh: `${glyphs}个字形，轮廓齐全，字宽相符`,
  })
}

function faultsOfPage({ page, mirrored, invisible }: PageSurvey): Finding[] {
  return [
    ...(mirrored > 0
      ? [found(`text is mirrored, ${counted(mirrored, 'piece')}`, `文字左右反转，共${mirrored}段`, page)]
      : []),
    ...(invisible > 0
      ? [
          found(
            `text is not painted (Tr 3), ${counted(invisible, 'piece')}`,
            `文字不显示（Tr 3），共${invisible}段`,
            page,
          ),
        ]
      : []),
  ]
}

type Judgement = { readonly findings: readonly Finding[]; readonly glyphs: number } | 'unread'

/** Only glyphs to be seen are judged; what is wrong with the font as such is for the check of fonts. */
function judge(file: PdfFile, use: GlyphUse): Judgement {
  const { font } = use
  const codes = use.codes('plain', 'replaced')
  if (codes.length === 0) return { findings: [], glyphs: 0 }
  if (!font.isIdentity) return 'unread'
  const program = programOf(file, font.holder)
  if (!program) return 'unread'
  const glyphOf = glyphFinder(file, font, program)
  const findings = codes.flatMap((code) => {
    const fault = faultOfGlyph(font, program, code, glyphOf(code))
    if (!fault) return []
    const name = nameOf(font, code)
    const [en, zh] = fault
    const page = use.firstPage(code, 'plain', 'replaced')
    return [found(`\`${font.name}\`, ${name}: ${en}`, `\`${font.name}\`，${name}：${zh}`, page)]
  })
  return { findings, glyphs: codes.length }
}

const nameOf = ({ texts }: PdfFont, code: number): string => {
  const text = texts?.get(code)
  return text === undefined || text.trim() === '' ? `CID ${code}` : `“${text}” (CID ${code})`
}

/** CIDToGIDMap of a CIDFontType2 (§9.7.4.2); a CFF program maps its CIDs itself. */
function glyphFinder(
  file: PdfFile,
  { holder }: PdfFont,
  program: FontProgram,
): (cid: number) => number | undefined {
  if (program.glyphOf) return program.glyphOf
  const map = file.stream(holder.get('CIDToGIDMap'))
  const data = map && file.decoded(map)
  if (data === undefined || isName(file.resolve(holder.get('CIDToGIDMap')))) return (cid) => cid
  return (cid) =>
    2 * cid + 1 < data.length ? data.charCodeAt(2 * cid) * 256 + data.charCodeAt(2 * cid + 1) : undefined
}

type Fault = readonly [en: string, zh: string]

/** White space and signs without a body, which have nothing to draw. */
const BLANK = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/
/** A width may be rounded, in thousandths (6.2.11.5-1). */
const SLACK = 1

function faultOfGlyph(
  font: PdfFont,
  program: FontProgram,
  code: number,
  glyph: number | undefined,
): Fault | undefined {
  if (glyph === undefined || glyph >= program.glyphs)
    return ['no glyph in the embedded font (6.2.11.4.1)', '嵌入的字体中没有此字形（6.2.11.4.1）']
  // .notdef is for the check of characters.
  if (glyph === 0) return undefined
  const text = font.texts?.get(code)
  if (text !== undefined && !BLANK.test(text) && !program.hasOutline(glyph))
    return ['its outline is empty', '字形轮廓是空的']
  const [stated, real] = [font.widths[code] ?? 0, program.widthOf(glyph)]
  if (real !== undefined && Math.abs(stated - real) > SLACK)
    return [
      `width ${round(stated)}, in the embedded font ${round(real)} (6.2.11.5)`,
      `字宽写为 ${round(stated)}，嵌入字体中为 ${round(real)}（6.2.11.5）`,
    ]
  return verticalFault(font, program, code, glyph)
}

const round = (n: number): number => Math.round(n * 10) / 10
