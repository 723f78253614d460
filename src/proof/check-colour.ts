// Colour of the text, judged where it is painted: one plate, no registration. Screens and archives take DeviceGray black;
// a press takes K alone in DeviceCMYK, because overprinting does nothing for grey (ISO 32000-1 §8.6.7).

import type { Colour } from './content/state.ts'
import type { Ink, PageSurvey } from './content/survey.ts'
import { type Evidence, unreadPage } from './evidence.ts'
import { type Check, type Finding, found, judged, notRun } from './report.ts'

export function checkColour(evidence: Evidence): Check {
  const { survey, isPress } = evidence
  const unread = unreadPage(evidence)
  if (unread !== undefined) return notRun('colour', undecodable(unread))
  const findings = survey.pages.flatMap((page) => coloursOf(page, isPress))
  return judged(
    'colour',
    findings,
    isPress
      ? { en: 'all text is 100 % K (`0 0 0 1 k`)', zh: '文字全部为单黑 100 % K（`0 0 0 1 k`）' }
      : { en: 'all text is DeviceGray black', zh: '文字全部为单黑（DeviceGray）' },
  )
}

export const undecodable = (page: number): { en: string; zh: string } => ({
  en: `page ${page} cannot be decoded`,
  zh: `第${page}页的内容无法解码`,
})

function coloursOf({ page, inks }: PageSurvey, isPress: boolean): Finding[] {
  const faults = inks.filter(({ kind }) => kind === 'text').map((ink) => faultOf(ink, isPress))
  const said = new Map(faults.filter((text) => text !== undefined).map((text) => [text[0], text]))
  return [...said.values()].map(([en, zh]) => found(en, zh, page))
}

/** Tabs and heads may be reversed out or grey; the text of the book is black. */
function faultOf({ colour, place }: Ink, isPress: boolean): readonly [string, string] | undefined {
  const { space, values } = colour
  if (isPress) return pressFault(colour, place.artifact)
  if (space.family !== 'DeviceGray')
    return [
      `text in a colour other than DeviceGray: \`${nameOf(colour)}\``,
      `文字用了 DeviceGray 以外的颜色：\`${nameOf(colour)}\``,
    ]
  const [grey = 0] = values
  return grey === 0 || place.artifact
    ? undefined
    : [`text in grey ${grey}, not black`, `文字为灰色 ${grey}，不是黑色`]
}

function pressFault(colour: Colour, isArtifact: boolean): readonly [string, string] | undefined {
  const { space, values } = colour
  const [c = 0, m = 0, y = 0, k = 0] = values
  // Marks outside the page are in all inks; where they may stand is for the check of ink.
  if (isArtifact && space.family === 'Separation' && space.colourants?.[0] === 'All') return undefined
  if (space.family === 'DeviceGray')
    return [
      'text in DeviceGray, which cannot overprint: K must be written as `0 0 0 1 k`',
      '文字用 DeviceGray，无法叠印：单黑应写作 `0 0 0 1 k`',
    ]
  const isK = space.family === 'DeviceCMYK' && c === 0 && m === 0 && y === 0
  return isK && (k === 1 || isArtifact)
    ? undefined
    : [`text is not 100 % K: \`${nameOf(colour)}\``, `文字不是单黑 100 % K：\`${nameOf(colour)}\``]
}

/** A colour for people: its space and numbers. */
export const nameOf = ({ space, values }: Colour): string =>
  [space.family, ...(space.colourants ?? []), ...values.map((n) => Math.round(n * 1000) / 1000)].join(' ')
