// Keys that both PDF/X and PDF/A forbid in graphics states, images and forms, and filters in streams (ISO 19005-2 §6.1.7,
// §6.2.5, §6.2.8, §6.2.9; ISO 15930-4 §6.5, §6.16 and ISO 15930-7 §6.8 ask for most of the same).

import type { PdfFile } from '../pdf-file.ts'
import { isArray, isName, type PdfDict } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import type { Reach } from './reach.ts'

/** Streams under a filter that is not allowed, or with their data in another file. */
export function filterFaults(file: PdfFile, banned: ReadonlySet<string>): Finding[] {
  const faults: Finding[] = []
  for (const { id, dict } of file.streams.values()) {
    const bad = filtersOf(file, dict).find((name) => banned.has(name))
    if (bad)
      faults.push(
        found(`object ${id} is packed with ${bad} (6.1.7.2)`, `对象 ${id} 用了 ${bad} 压缩（6.1.7.2）`),
      )
    if (dict.has('F') || dict.has('FFilter'))
      faults.push(
        found(
          `object ${id} has its data in another file (6.1.7.1)`,
          `对象 ${id} 的数据在别的文件里（6.1.7.1）`,
        ),
      )
  }
  return faults
}

export function filtersOf(file: PdfFile, dict: PdfDict): string[] {
  const filter = file.resolve(dict.get('Filter'))
  const names = isArray(filter) ? filter.map((one) => file.resolve(one)) : [filter]
  return names.filter(isName).map(({ name }) => name)
}

/** `TR`, `TR2`, `HTP`, halftones other than of types 1 and 5 or with a name. */
export function stateFaults(file: PdfFile, { states }: Reach): Finding[] {
  return states.flatMap(({ dict, page }) => {
    const halftone = file.dict(dict.get('HT'))
    const type = file.number(halftone.get('HalftoneType'))
    const bad = [
      ...(dict.has('TR') ? ['TR'] : []),
      ...(dict.has('TR2') && file.name(dict.get('TR2')) !== 'Default' ? ['TR2'] : []),
      ...(dict.has('HTP') ? ['HTP'] : []),
      ...(type !== undefined && type !== 1 && type !== 5 ? [`HalftoneType ${type}`] : []),
      ...(halftone.has('HalftoneName') ? ['HalftoneName'] : []),
    ]
    return bad.map((key) =>
      found(`\`${key}\` in a graphics state (6.2.5)`, `图形状态中有 \`${key}\`（6.2.5）`, page),
    )
  })
}

/** `OPI`, `Alternates`, reference XObjects, PostScript. */
export function objectFaults(file: PdfFile, { forms, images, others }: Reach): Finding[] {
  const say = (key: string, clause: string, page: number): Finding =>
    found(`\`${key}\` in an external object (${clause})`, `外部对象中有 \`${key}\`（${clause}）`, page)
  return [
    ...images.flatMap(({ dict, page }) =>
      ['Alternates', 'OPI'].filter((key) => dict.has(key)).map((key) => say(key, '6.2.8', page)),
    ),
    ...forms.flatMap(({ dict, page }) =>
      ['OPI', 'PS', 'Ref']
        .filter((key) => dict.has(key))
        .concat(file.name(dict.get('Subtype2')) === 'PS' ? ['Subtype2 /PS'] : [])
        .map((key) => say(key, '6.2.9', page)),
    ),
    ...others.map(({ dict, page }) => say(file.name(dict.get('Subtype')) ?? '?', '6.2.9', page)),
  ]
}
