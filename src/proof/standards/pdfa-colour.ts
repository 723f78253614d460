// Output intent and device colours of a PDF/A (ISO 19005-2 §6.2.3, §6.2.4): device colours mean something only under an
// intent of their kind. Judged at painting; an image's hidden layers count.

import { type ColourSpace, layersOf } from '../content/colour-space.ts'
import type { Ink } from '../content/survey.ts'
import { isRef } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import type { PdfaCase } from './pdfa-case.ts'
import { hasRightComponents, type Profile, profileOf } from './profile.ts'

export function pdfaColourFaults(subject: PdfaCase): Finding[] {
  const { faults, profile } = intentOf(subject)
  return [...faults, ...deviceFaults(subject, profile), ...overprintFaults(subject)]
}

const SPACES: ReadonlySet<string> = new Set(['GRAY', 'RGB', 'CMYK'])

function intentOf({ file }: PdfaCase): { faults: Finding[]; profile?: Profile } {
  const intents = file.array(file.catalog.get('OutputIntents')).map((value) => file.dict(value))
  const values = intents
    .map((intent) => intent.get('DestOutputProfile'))
    .filter((value) => value !== undefined)
  const faults: Finding[] = []
  if (new Set(values.map((value) => (isRef(value) ? value.ref : value))).size > 1)
    faults.push(
      found('output intents with two profile objects (6.2.3)', '输出意图引用了两个配置文件对象（6.2.3）'),
    )
  if (intents.some((intent) => intent.has('DestOutputProfileRef')))
    faults.push(found('`DestOutputProfileRef` (6.2.3)', '有 `DestOutputProfileRef`（6.2.3）'))
  const own = intents.find((intent) => file.name(intent.get('S')) === 'GTS_PDFA1')
  if (!own) return { faults }
  const profile = profileOf(file, own.get('DestOutputProfile'))
  const isFit =
    profile !== undefined &&
    /^(?:prtr|mntr)$/.test(profile.deviceClass) &&
    SPACES.has(profile.space) &&
    profile.version < 5 &&
    hasRightComponents(profile)
  if (!isFit)
    faults.push(
      found('the output intent has no fit ICC profile (6.2.3)', '输出意图没有合用的 ICC 配置文件（6.2.3）'),
    )
  return { faults, ...(profile && { profile }) }
}

/** Gray goes with any intent, RGB and CMYK with their own (6.2.4.3-2…-4). */
function deviceFaults({ survey, reach }: PdfaCase, profile: Profile | undefined): Finding[] {
  const isAllowed = (family: string): boolean => {
    if (family === 'DeviceGray') return profile !== undefined
    if (family === 'DeviceRGB') return profile?.space === 'RGB'
    return family !== 'DeviceCMYK' || profile?.space === 'CMYK'
  }
  const painted = survey.pages.flatMap(({ page, inks }) =>
    inks.map(({ colour }) => ({ space: colour.space, page })),
  )
  const bad = new Map<string, Finding>()
  for (const { space, page } of [...painted, ...reach.spaces]) {
    const family = deviceLayer(space, isAllowed)
    const key = `${family} ${page}`
    if (family !== undefined && !bad.has(key))
      bad.set(
        key,
        found(
          `\`${family}\` without an output intent of its kind (6.2.4.3)`,
          `\`${family}\` 没有相应的输出意图（6.2.4.3）`,
          page,
        ),
      )
  }
  return [...bad.values()]
}

function deviceLayer(space: ColourSpace, isAllowed: (family: string) => boolean): string | undefined {
  for (const { family } of layersOf(space)) if (!isAllowed(family)) return family
  return undefined
}

/** 6.2.4.2-2. */
function overprintFaults({ survey }: PdfaCase): Finding[] {
  const isWrong = ({ colour, overprint, mode }: Ink): boolean =>
    overprint && mode === 1 && colour.space.family === 'ICCBased' && colour.space.components === 4
  return survey.pages
    .filter(({ inks }) => inks.some(isWrong))
    .map(({ page }) =>
      found('ICCBased CMYK overprints in mode 1 (6.2.4.2)', 'ICCBased CMYK 以模式 1 叠印（6.2.4.2）', page),
    )
}
