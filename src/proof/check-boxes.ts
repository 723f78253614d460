// Page boxes as a press sees them (ISO 32000-1 §14.11.2.1; ISO 15930-4 §6.8, ISO 15930-7 §6.12): each inside the next, one
// size throughout, text on the trimmed page, and for a press what touches its edge goes on into the bleed.

import type { Box } from './content/matrix.ts'
import type { Ink, PageSurvey } from './content/survey.ts'
import type { Evidence } from './evidence.ts'
import { boxOf, inside, overlap, POINTS_PER_MM, SLACK, sizeOf } from './page-box.ts'
import type { PdfFile, PdfPage } from './pdf-file.ts'
import { type Check, counted, type Finding, found, judged } from './report.ts'

interface Boxes {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
}

/** Every page has TrimBox within BleedBox within MediaBox, and all pages trim to one size. */
export function checkBoxes({ file, pages, survey, isPress }: Evidence): Check {
  const findings: Finding[] = []
  let first: string | undefined
  for (const [i, page] of pages.entries()) {
    const number = i + 1
    findings.push(...keyFaults(file, page, number, isPress))
    const boxes = boxesOf(file, page)
    findings.push(...absentBoxes(boxes, number))
    const { media, bleed, trim } = boxes
    if (!media || !bleed || !trim) continue
    findings.push(...nestingFaults({ media, bleed, trim }, number))
    const size = sizeOf(trim)
    first ??= size
    if (size !== first)
      findings.push(
        found(`trims to ${size} pt, page 1 to ${first}`, `成品尺寸 ${size} pt，第1页为 ${first}`, number),
      )
    const painted = survey.pages[i]
    if (painted) findings.push(...paintFaults(painted, { media, bleed, trim }, isPress))
  }
  const size = first ?? ''
  return judged('boxes', findings, {
    en: `${counted(pages.length, 'page')} trimmed to ${size} pt, each box inside the next`,
    zh: `共${pages.length}页，成品尺寸 ${size} pt，页面框逐层包含`,
  })
}

/** The boxes of a page; TrimBox and BleedBox are its own, they cannot be inherited. */
export const boxesOf = (file: PdfFile, { dict, mediaBox }: PdfPage): Partial<Boxes> => {
  const [media, bleed, trim] = [mediaBox, dict.get('BleedBox'), dict.get('TrimBox')].map((v) =>
    boxOf(file, v),
  )
  return { ...(media && { media }), ...(bleed && { bleed }), ...(trim && { trim }) }
}

const absentBoxes = ({ media, bleed, trim }: Partial<Boxes>, page: number): Finding[] =>
  Object.entries({ MediaBox: media, BleedBox: bleed, TrimBox: trim })
    .filter(([, box]) => !box)
    .map(([name]) => found(`no ${name}`, `没有${name}`, page))

function nestingFaults({ media, bleed, trim }: Boxes, page: number): Finding[] {
  const sticksOut = (inner: string, outer: string): Finding =>
    found(`${inner} sticks out of ${outer}`, `${inner} 超出 ${outer}`, page)
  return [
    ...(inside(trim, bleed) ? [] : [sticksOut('TrimBox', 'BleedBox')]),
    ...(inside(bleed, media) ? [] : [sticksOut('BleedBox', 'MediaBox')]),
  ]
}

/** Keys that change what the boxes mean. */
function keyFaults(file: PdfFile, { dict }: PdfPage, page: number, isPress: boolean): Finding[] {
  const turned = file.number(dict.get('Rotate')) ?? 0
  const faults =
    turned % 360 === 0 ? [] : [found(`the page is turned by ${turned}°`, `页面旋转了 ${turned}°`, page)]
  if (!isPress) return faults
  const [crop, trim] = [boxOf(file, dict.get('CropBox')), boxOf(file, dict.get('TrimBox'))]
  if (dict.has('ArtBox') && dict.has('TrimBox'))
    faults.push(found('both TrimBox and ArtBox (PDF/X)', 'TrimBox 与 ArtBox 并存（PDF/X）', page))
  if (crop && trim && !inside(trim, crop))
    faults.push(found('CropBox cuts into TrimBox (PDF/X)', 'CropBox 切入 TrimBox（PDF/X）', page))
  if (dict.has('UserUnit')) faults.push(found('`UserUnit` (PDF/X)', '有 `UserUnit`（PDF/X）', page))
  return faults
}

function paintFaults({ page, inks }: PageSurvey, boxes: Boxes, isPress: boolean): Finding[] {
  const text = inks.filter(({ kind, place }) => kind === 'text' && !place.artifact)
  const strays = text.some((ink) => ink.boxes.some((box) => !inside(box, boxes.trim, NEAR)))
  const stray = found('text stands outside the trimmed page', '有文字落在成品尺寸之外', page)
  return [...(strays ? [stray] : []), ...(isPress ? bleedFaults(inks, boxes, page) : [])]
}

/** What comes so near an edge of the trimmed page is meant to reach it, in points. */
const NEAR = 0.5
/** Trade custom: 3 mm. */
const LEAST_BLEED = 3 * POINTS_PER_MM

/** What touches the edge of the trimmed page must go on to the edge of a bleed of 3 mm. */
function bleedFaults(inks: readonly Ink[], { trim, bleed }: Boxes, page: number): Finding[] {
  const touching = inks
    .filter(({ kind }) => kind !== 'text')
    .flatMap((ink) => ink.boxes)
    .filter((box) => overlap(box, grown(trim, NEAR)))
  const short = touching.map((box) => bleedOf(box, trim, bleed)).filter((mm) => mm !== undefined)
  if (short.length === 0) return []
  const least = Math.min(...short).toFixed(1)
  return [
    found(
      `what touches the edge of the page bleeds ${least} mm, not 3`,
      `贴边的内容只出血 ${least} 毫米，不足 3 毫米`,
      page,
    ),
  ]
}

const grown = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]

/** How far a box that touches an edge of the trim goes on beyond it, in mm; undefined where that is enough. */
function bleedOf(box: Box, trim: Box, bleed: Box): number | undefined {
  const beyond = [
    box[0] <= trim[0] + NEAR ? trim[0] - Math.max(box[0], bleed[0]) : undefined,
    box[1] <= trim[1] + NEAR ? trim[1] - Math.max(box[1], bleed[1]) : undefined,
    box[2] >= trim[2] - NEAR ? Math.min(box[2], bleed[2]) - trim[2] : undefined,
    box[3] >= trim[3] - NEAR ? Math.min(box[3], bleed[3]) - trim[3] : undefined,
  ].filter((n) => n !== undefined)
  const least = Math.min(...beyond)
  return least < LEAST_BLEED - SLACK ? Math.max(0, least) / POINTS_PER_MM : undefined
}
