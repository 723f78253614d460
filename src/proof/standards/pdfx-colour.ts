// Colour spaces and transparency of PDF/X (ISO 15930-4 §6.2, §6.16; ISO 15930-7 §6.4, §6.20): what is painted, judged at
// the moment of painting, and what resources hold ready, for a press may read those, too.

import { type ColourSpace, layersOf } from '../content/colour-space.ts'
import { isSameValue } from '../content/same-value.ts'
import type { Ink } from '../content/survey.ts'
import type { PdfFile } from '../pdf-file.ts'
import { isDict, isName } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { clauseOf, type PdfxCase } from './pdfx-case.ts'

export const colourFaults = (subject: PdfxCase): Finding[] => [
  ...spaceFaults(subject),
  ...overprintFaults(subject),
  ...spotFaults(subject),
  ...groupFaults(subject),
  ...(subject.part === 'X-1a' ? transparencyFaults(subject) : []),
]

const X1A: ReadonlySet<string> = new Set([
  ...['DeviceGray', 'DeviceCMYK', 'Separation', 'DeviceN', 'Indexed', 'Pattern'],
])
/** Under a CMYK intent device-independent colours are allowed, RGB of no known kind is not. */
const X4: ReadonlySet<string> = new Set([...X1A, 'ICCBased', 'Lab', 'CalGray', 'CalRGB'])

/** Spaces painted or listed that the part does not allow, on whatever layer. */
function spaceFaults({ survey, reach, part }: PdfxCase): Finding[] {
  const allowed = part === 'X-1a' ? X1A : X4
  const clause = clauseOf(part, '6.2', '6.4')
  const met = [
    ...survey.pages.flatMap(({ page, inks }) => inks.map(({ colour }) => ({ space: colour.space, page }))),
    ...reach.spaces,
  ]
  const bad = new Map<string, Finding>()
  for (const { space, page } of met) {
    const family = forbiddenLayer(space, allowed)
    const key = `${family} ${page}`
    if (family !== undefined && !bad.has(key))
      bad.set(
        key,
        found(
          `colour in \`${family}\`, which PDF/${part} forbids (${clause})`,
          `用了 PDF/${part} 禁用的颜色空间 \`${family}\`（${clause}）`,
          page,
        ),
      )
  }
  return [...bad.values()]
}

function forbiddenLayer(space: ColourSpace, allowed: ReadonlySet<string>): string | undefined {
  for (const { family } of layersOf(space)) if (!allowed.has(family)) return family
  return undefined
}

/** With OPM 1 an ICCBased CMYK would overprint by another rule than DeviceCMYK (6.2.4.2 of PDF/A-2 says the same). */
function overprintFaults({ survey, part }: PdfxCase): Finding[] {
  const isWrong = ({ colour, overprint, mode }: Ink): boolean =>
    overprint && mode === 1 && colour.space.family === 'ICCBased' && colour.space.components === 4
  return survey.pages
    .filter(({ inks }) => inks.some(isWrong))
    .map(({ page }) =>
      found(
        `ICCBased CMYK overprints in mode 1 (${clauseOf(part, '6.2', '6.4')})`,
        `ICCBased CMYK 以模式 1 叠印（${clauseOf(part, '6.2', '6.4')}）`,
        page,
      ),
    )
}

/** A spot ink has one definition, and in X-1a one in inks. */
function spotFaults({ file, survey, reach, part }: PdfxCase): Finding[] {
  const clause = clauseOf(part, '6.2', '6.4')
  const defined = new Map<string, ColourSpace>()
  const twice = new Set<string>()
  const spaces = [
    ...survey.pages.flatMap(({ inks }) => inks.map(({ colour }) => colour.space)),
    ...reach.spaces.map(({ space }) => space),
  ]
  for (const space of spaces) {
    if (space.family !== 'Separation') continue
    const [name = '?'] = space.colourants ?? []
    const before = defined.get(name)
    defined.set(name, before ?? space)
    if (before && !isSameSpace(file, before, space)) twice.add(name)
  }
  return [...twice].map((name) =>
    found(`spot \`${name}\` is defined in two ways (${clause})`, `专色 \`${name}\` 有两种定义（${clause}）`),
  )
}

/** Layer by layer the same family, inks and definition; copies of an object are the same. */
function isSameSpace(file: PdfFile, one: ColourSpace, other: ColourSpace): boolean {
  if (one === other) return true
  const [a, b] = [[...layersOf(one)], [...layersOf(other)]]
  return (
    a.length === b.length &&
    a.every((layer, i) => {
      const twin = b[i]
      return (
        layer.family === twin?.family &&
        layer.components === twin.components &&
        (layer.colourants ?? []).join('\0') === (twin.colourants ?? []).join('\0') &&
        isSameValue(file, layer.definition, twin.definition)
      )
    })
  )
}

/** A blend space must be that of the press: a page group in RGB turns K into four colours. */
function groupFaults({ file, pages, reach, part }: PdfxCase): Finding[] {
  const clause = clauseOf(part, '6.16', '6.20')
  const groups = [
    ...pages.map(({ dict }, i) => ({ group: file.dict(dict.get('Group')), page: i + 1 })),
    ...reach.forms.map(({ dict, page }) => ({ group: file.dict(dict.get('Group')), page })),
  ].filter(({ group }) => file.name(group.get('S')) === 'Transparency')
  if (part === 'X-1a')
    return groups.map(({ page }) =>
      found(`a transparency group (${clause})`, `有透明度组（${clause}）`, page),
    )
  return groups
    .filter(({ group }) => /RGB|Lab|ICCBased/.test(spaceName(file.resolve(group.get('CS')))))
    .map(({ page }) =>
      found(
        `a transparency group that does not blend in CMYK (${clause})`,
        `透明度组的混合空间不是 CMYK（${clause}）`,
        page,
      ),
    )
}

const spaceName = (value: unknown): string =>
  isName(value) ? value.name : Array.isArray(value) && isName(value[0]) ? value[0].name : ''

/** Opaque paints only. */
function transparencyFaults({ file, reach, part }: PdfxCase): Finding[] {
  const clause = clauseOf(part, '6.16', '6.20')
  const states = reach.states.flatMap(({ dict, page }) => {
    const mask = file.resolve(dict.get('SMask'))
    const modes = [file.resolve(dict.get('BM'))].flat().filter(isName)
    const keys = [
      ...(isDict(mask) ? ['SMask'] : []),
      ...['CA', 'ca'].filter((key) => (file.number(dict.get(key)) ?? 1) !== 1),
      ...(modes.some(({ name }) => name !== 'Normal' && name !== 'Compatible') ? ['BM'] : []),
    ]
    return keys.map((key) => ({ key, page }))
  })
  const images = reach.images
    .filter(({ dict }) => dict.has('SMask') || (file.number(dict.get('SMaskInData')) ?? 0) > 0)
    .map(({ page }) => ({ key: 'SMask', page }))
  return [...states, ...images].map(({ key, page }) =>
    found(`transparency: \`${key}\` (${clause})`, `有透明度：\`${key}\`（${clause}）`, page),
  )
}
