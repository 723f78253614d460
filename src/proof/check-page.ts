// Checks of the page as a press sees it: boxes and ink. The file's objects come in, checks go out.

import { type Painted, paintedOn } from './content-stream.ts'
import type { PdfFile, PdfPage } from './pdf-file.ts'
import type { PdfValue } from './pdf-syntax.ts'
import { type Check, counted, type Finding, judged, notRun } from './report.ts'

/** Left, bottom, right, top, in points. */
type Box = readonly [number, number, number, number]

/** Every page has TrimBox within BleedBox within MediaBox (ISO 32000-1 §14.11.2.1), and all pages trim to one size. */
export function checkBoxes(file: PdfFile, pages: readonly PdfPage[]): Check {
  const findings: Finding[] = []
  let first: string | undefined
  for (const [i, { dict, mediaBox }] of pages.entries()) {
    const page = i + 1
    const media = boxOf(file, mediaBox)
    const bleed = boxOf(file, dict.get('BleedBox'))
    const trim = boxOf(file, dict.get('TrimBox'))
    const absent = Object.entries({ MediaBox: media, BleedBox: bleed, TrimBox: trim }).filter(
      ([, box]) => !box,
    )
    for (const [name] of absent) findings.push({ page, message: { en: `no ${name}`, zh: `没有${name}` } })
    if (!media || !bleed || !trim) continue
    if (!inside(trim, bleed)) findings.push({ page, message: sticksOut('TrimBox', 'BleedBox') })
    if (!inside(bleed, media)) findings.push({ page, message: sticksOut('BleedBox', 'MediaBox') })
    const size = sizeOf(trim)
    first ??= size
    if (size !== first)
      findings.push({
        page,
        message: {
          en: `trims to ${size} pt, page 1 to ${first}`,
          zh: `成品尺寸 ${size} pt，第1页为 ${first}`,
        },
      })
  }
  const size = first ?? ''
  return judged('boxes', findings, {
    en: `${counted(pages.length, 'page')} trimmed to ${size} pt, each box inside the next`,
    zh: `共${pages.length}页，成品尺寸 ${size} pt，页面框逐层包含`,
  })
}

function boxOf(file: PdfFile, value: PdfValue | undefined): Box | undefined {
  const numbers = file.array(value).map((item) => file.resolve(item))
  const [x1, y1, x2, y2] = numbers
  if (numbers.length !== 4) return undefined
  if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number')
    return undefined
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** Writers round to two decimals or more. */
const SLACK = 0.011

const inside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] - SLACK &&
  inner[1] >= outer[1] - SLACK &&
  inner[2] <= outer[2] + SLACK &&
  inner[3] <= outer[3] + SLACK

const sizeOf = ([left, bottom, right, top]: Box): string =>
  `${(right - left).toFixed(1)} × ${(top - bottom).toFixed(1)}`

const sticksOut = (inner: string, outer: string): { en: string; zh: string } => ({
  en: `${inner} sticks out of ${outer}`,
  zh: `${inner} 超出 ${outer}`,
})

/** Text in DeviceGray black and nothing in any other colour space: one plate, no registration. */
export function checkColour(painted: readonly (Painted | undefined)[]): Check {
  const unread = painted.indexOf(undefined)
  if (unread >= 0)
    return notRun('colour', {
      en: `page ${unread + 1} cannot be decoded`,
      zh: `第${unread + 1}页的内容无法解码`,
    })
  const findings = painted.flatMap((page, i) => (page ? coloursOf(page, i + 1) : []))
  return judged('colour', findings, {
    en: 'all text is DeviceGray black',
    zh: '文字全部为单黑（DeviceGray）',
  })
}

const coloursOf = ({ foreignColours, textGreys }: Painted, page: number): Finding[] => [
  ...foreignColours.map((what) => ({
    page,
    message: { en: `colour other than DeviceGray: \`${what}\``, zh: `有 DeviceGray 以外的颜色：\`${what}\`` },
  })),
  ...textGreys.map((grey) => ({
    page,
    message: { en: `text in grey ${grey}, not black`, zh: `文字为灰色 ${grey}，不是黑色` },
  })),
]

/** The pages' ink, read once for the checks that need it. */
export const paintedPages = (file: PdfFile, pages: readonly PdfPage[]): (Painted | undefined)[] =>
  pages.map((page) => paintedOn(file, page))
