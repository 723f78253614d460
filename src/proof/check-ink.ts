// Ink, page by page: what is painted, whether it takes more than the black plate, the largest total area coverage of a
// stated colour, and what overprints. Colours that lie on each other are not added up: that is for a proof of the plates.

import { boxesOf } from './check-boxes.ts'
import { nameOf, undecodable } from './check-colour.ts'
import { type Coverage, coverageOf, coverageOfImage, totalOf } from './content/coverage.ts'
import type { Box } from './content/matrix.ts'
import type { Ink, PageSurvey } from './content/survey.ts'
import { type Evidence, unreadPage } from './evidence.ts'
import { overlap } from './page-box.ts'
import type { PdfFile } from './pdf-file.ts'
import { type Check, type Finding, found, judged, notRun } from './report.ts'

/** Total area coverage a press may ask for, in percent; coated sheets take 300. */
export const INK_LIMIT = 300

/** The inks of a page. */
interface PageInk {
  readonly page: number
  /** `none`: nothing is painted; `K`: the black plate alone. */
  readonly inks: 'none' | 'K' | 'colour'
  /** Largest total area coverage, in percent; absent where an image or shading cannot be measured. */
  readonly coverage?: number
}

export function checkInk(evidence: Evidence, limit: number = INK_LIMIT): Check {
  const { file, pages, survey, isPress } = evidence
  const unread = unreadPage(evidence)
  if (unread !== undefined) return notRun('ink', undecodable(unread))
  const rows = survey.pages.map((page) => inkOf(file, page))
  const findings = survey.pages.flatMap((page, i) => {
    const row = rows[i]
    const bleed = pages[i] && boxesOf(file, pages[i]).bleed
    return isPress ? pressFaults(page, row, bleed, limit) : greyFaults(page)
  })
  const data = { limit, pages: rows }
  if (!isPress) return { ...judged('ink', findings, { en: 'grey only', zh: '全部灰度' }), data }
  const blind = rows.find(({ coverage }) => coverage === undefined)
  if (findings.length === 0 && blind)
    return {
      ...notRun('ink', {
        en: `an image or shading on page ${blind.page} cannot be measured; ${summary(rows, limit).en}`,
        zh: `第${blind.page}页有图像或渐变无法测量；${summary(rows, limit).zh}`,
      }),
      data,
    }
  return { ...judged('ink', findings, summary(rows, limit)), data }
}

function inkOf(file: PdfFile, { page, inks, images }: PageSurvey): PageInk {
  // Marks that are cut off with the edge of the sheet wet no page.
  const onPage = inks.filter((ink) => ink.kind !== 'image' && !isRegistration(ink))
  const measured = [
    ...onPage.map(({ colour }) => coverageOf(colour)),
    ...images.map((image) => coverageOfImage(file, image)),
  ]
  const known = measured.filter((one): one is Coverage => one !== undefined)
  const isBlind = known.length < measured.length
  const isColour = isBlind || known.some(({ colour }) => colour > 0)
  const coverage = Math.round(Math.max(0, ...known.map(totalOf)) * 100)
  return {
    page,
    inks: measured.length === 0 ? 'none' : isColour ? 'colour' : 'K',
    ...(isBlind ? {} : { coverage }),
  }
}

/** What is not for a press stays grey, text and all else; the text has a check of its own. */
const greyFaults = ({ page, inks }: PageSurvey): Finding[] =>
  inks
    .filter(({ kind, colour }) => kind !== 'text' && colour.space.family !== 'DeviceGray')
    .map(({ kind, colour }) =>
      found(
        `${kind} in \`${nameOf(colour)}\`, not grey`,
        `${KINDS[kind]}颜色为 \`${nameOf(colour)}\`，不是灰度`,
        page,
      ),
    )

const KINDS = { text: '文字', fill: '填充', stroke: '描线', image: '图像', shading: '渐变' } as const

function pressFaults(
  { page, inks }: PageSurvey,
  row: PageInk | undefined,
  bleed: Box | undefined,
  limit: number,
): Finding[] {
  const heavy = row?.coverage !== undefined && row.coverage > limit ? row.coverage : undefined
  return [
    ...(heavy === undefined
      ? []
      : [found(`${heavy} % of ink, more than ${limit}`, `墨量 ${heavy} %，超过 ${limit} %`, page)]),
    ...inks.flatMap((ink) => overprintFaults(ink, page)),
    ...inks
      .filter((ink) => isRegistration(ink) && bleed && ink.boxes.some((box) => overlap(box, bleed)))
      .map(() => found('registration colour inside the bleed', '出血线以内用了套版色（All）', page)),
  ]
}

const isRegistration = ({ colour: { space } }: Ink): boolean =>
  space.family === 'Separation' && space.colourants?.[0] === 'All'

/** Black text overprints, so that a slip of the plates shows no white; white and tints must not, or they vanish. */
function overprintFaults(ink: Ink, page: number): Finding[] {
  const { kind, colour, overprint, mode } = ink
  // Text in other spaces than DeviceCMYK is for the check of colour.
  if (isRegistration(ink) || (kind === 'text' && colour.space.family !== 'DeviceCMYK')) return []
  if (isPureBlack(ink))
    return kind !== 'text' || (overprint && mode === 1)
      ? []
      : [found('black text does not overprint (OP, op, OPM 1)', '黑色文字没有叠印（OP、op、OPM 1）', page)]
  return overprint ? [found(`\`${nameOf(colour)}\` overprints`, `\`${nameOf(colour)}\` 设了叠印`, page)] : []
}

const isPureBlack = ({ colour: { space, values } }: Ink): boolean =>
  space.family === 'DeviceCMYK' && values.join(' ') === '0 0 0 1'

function summary(rows: readonly PageInk[], limit: number): { en: string; zh: string } {
  const colour = rows.filter(({ inks }) => inks === 'colour').map(({ page }) => page)
  const most = rows.reduce((a, b) => ((b.coverage ?? 0) > (a.coverage ?? 0) ? b : a), rows[0] ?? NOTHING)
  const [plates, plateNames] =
    colour.length === 0
      ? ['K only', '全部单黑']
      : [`colour on ${rangesOf(colour)}, else K only`, `第${rangesOf(colour)}页有彩色，其余单黑`]
  const percent = most.coverage ?? 0
  return {
    en: `${plates}; most ink ${percent} % (page ${most.page}), limit ${limit} %`,
    zh: `${plateNames}；墨量最大 ${percent} %（第${most.page}页），上限 ${limit} %`,
  }
}

const NOTHING: PageInk = { page: 1, inks: 'none', coverage: 0 }

/** `1–3, 7`. */
function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
