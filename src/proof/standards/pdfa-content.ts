// Streams, content and objects of a PDF/A (ISO 19005-2 §6.1.7 to §6.1.13, §6.2.2, §6.2.5 to §6.2.10, §6.9 to §6.11).

import { boxesOf } from '../check-boxes.ts'
import { isDict, isName, isString, type PdfValue } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { filterFaults, objectFaults, stateFaults } from './dictionaries.ts'
import type { PdfaCase } from './pdfa-case.ts'

const FILTERS: ReadonlySet<string> = new Set(['LZWDecode', 'Crypt'])
/** Limits of an implementation (6.1.13). */
const DEEPEST_Q = 28
const LONGEST_STRING = 32_767
const LONGEST_NAME = 127
const [SHORTEST_SIDE, LONGEST_SIDE] = [3, 14_400]

export function contentFaults({ file, pages, survey }: PdfaCase): Finding[] {
  return survey.pages.flatMap(({ page, problems, deepestQ }, i) => [
    ...(deepestQ > DEEPEST_Q
      ? [
          found(
            `\`q\` ${deepestQ} deep, at most ${DEEPEST_Q} (6.1.13)`,
            `\`q\` 嵌套${deepestQ}层，上限${DEEPEST_Q}（6.1.13）`,
            page,
          ),
        ]
      : []),
    ...problems.flatMap((problem) => {
      if (problem.kind === 'postscript') return [found('PostScript (6.2.9)', '有 PostScript（6.2.9）', page)]
      return problem.kind === 'filter'
        ? [
            found(
              `an inline image packed with ${problem.what} (6.1.10)`,
              `内联图像用了 ${problem.what} 压缩（6.1.10）`,
              page,
            ),
          ]
        : []
    }),
    ...(pages[i] && !isDict(file.resolve(pages[i].dict.get('Resources')))
      ? [found('the page has no resources of its own (6.2.2)', '页面没有自己的资源字典（6.2.2）', page)]
      : []),
    ...sizeFaults(pages[i] ? Object.values(boxesOf(file, pages[i])) : [], page),
  ])
}

const sizeFaults = (boxes: readonly (readonly number[])[], page: number): Finding[] =>
  boxes.some(([left = 0, bottom = 0, right = 0, top = 0]) =>
    [right - left, top - bottom].some((side) => side < SHORTEST_SIDE || side > LONGEST_SIDE),
  )
    ? [
        found(
          'a page box smaller than 3 or larger than 14400 (6.1.13)',
          '页面框小于 3 或大于 14400（6.1.13）',
          page,
        ),
      ]
    : []

export const objectFaultsOf = (subject: PdfaCase): Finding[] => [
  ...filterFaults(subject.file, FILTERS),
  ...stateFaults(subject.file, subject.reach),
  ...objectFaults(subject.file, subject.reach),
  ...imageFaults(subject),
  ...blendFaults(subject),
  ...valueFaults(subject),
  ...catalogFaults(subject),
]

const BITS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16])

function imageFaults({ file, reach }: PdfaCase): Finding[] {
  return reach.images.flatMap(({ dict, page }) => {
    const bits = file.number(dict.get('BitsPerComponent'))
    return [
      ...(file.resolve(dict.get('Interpolate')) === true
        ? [found('an image with `Interpolate` (6.2.8)', '图像设了 `Interpolate`（6.2.8）', page)]
        : []),
      ...(bits !== undefined && !BITS.has(bits)
        ? [found(`an image of ${bits} bits (6.2.8)`, `图像位深为 ${bits}（6.2.8）`, page)]
        : []),
    ]
  })
}

const BLEND_MODES: ReadonlySet<string> = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
)
const INTENTS: ReadonlySet<string> = new Set([
  'RelativeColorimetric',
  'AbsoluteColorimetric',
  'Perceptual',
  'Saturation',
])

function blendFaults({ file, reach }: PdfaCase): Finding[] {
  return reach.states.flatMap(({ dict, page }) => {
    const modes = [file.resolve(dict.get('BM'))].flat().filter(isName)
    const bad = modes.find(({ name }) => !BLEND_MODES.has(name))
    const intent = file.name(dict.get('RI'))
    return [
      ...(bad
        ? [found(`blend mode \`${bad.name}\` (6.2.10)`, `混合模式 \`${bad.name}\`（6.2.10）`, page)]
        : []),
      ...(intent !== undefined && !INTENTS.has(intent)
        ? [found(`rendering intent \`${intent}\` (6.2.6)`, `渲染意图 \`${intent}\`（6.2.6）`, page)]
        : []),
    ]
  })
}

/** Strings and names of a bearable length, names in UTF-8 (6.1.8, 6.1.13). */
function valueFaults({ file }: PdfaCase): Finding[] {
  const faults: Finding[] = []
  const visit = (value: PdfValue, id: number): void => {
    if (isName(value)) checkName(value.name, id)
    else if (isString(value)) checkLength(value.bytes.length, LONGEST_STRING, id)
    else if (Array.isArray(value)) for (const item of value) visit(item, id)
    else if (isDict(value))
      for (const [key, item] of value) {
        checkName(key, id)
        visit(item, id)
      }
  }
  const checkLength = (length: number, most: number, id: number): void => {
    if (length > most)
      faults.push(
        found(
          `object ${id}: a string or name of ${length} bytes (6.1.13)`,
          `对象 ${id}：字符串或名称长 ${length} 字节（6.1.13）`,
        ),
      )
  }
  const checkName = (name: string, id: number): void => {
    checkLength(name.length, LONGEST_NAME, id)
    if (/[\x80-\xff]/.test(name) && Buffer.from(name, 'latin1').toString('utf8').includes('\uFFFD'))
      faults.push(
        found(`object ${id}: a name that is no UTF-8 (6.1.8)`, `对象 ${id}：名称不是 UTF-8（6.1.8）`),
      )
  }
  for (const [id, value] of file.objects) visit(value, id)
  return faults
}

function catalogFaults({ file, pages, part }: PdfaCase): Finding[] {
  const { catalog } = file
  const names = file.dict(catalog.get('Names'))
  const layers = file.dict(catalog.get('OCProperties'))
  const configs = [layers.get('D'), ...file.array(layers.get('Configs'))].map((value) => file.dict(value))
  const bad: [key: string, clause: string][] = [
    ...(['Requirements', 'NeedsRendering'] as const)
      .filter((key) => catalog.has(key))
      .map((key): [string, string] => [key, '6.11']),
    ...(file.dict(catalog.get('AcroForm')).has('XFA') ? [['XFA', '6.4.2'] as [string, string]] : []),
    ...(names.has('AlternatePresentations') ? [['AlternatePresentations', '6.10'] as [string, string]] : []),
    ...(pages.some(({ dict }) => dict.has('PresSteps')) ? [['PresSteps', '6.10'] as [string, string]] : []),
    ...(configs.some((config) => config.has('AS')) ? [['AS', '6.9'] as [string, string]] : []),
    ...(layers.size > 0 && configs.some((config) => !file.string(config.get('Name')))
      ? [['OCProperties without Name', '6.9'] as [string, string]]
      : []),
    // Whether an attached file is PDF/A itself is not looked into: of PDF/A-2 we write none.
    ...(part === '2' && names.has('EmbeddedFiles') ? [['EmbeddedFiles', '6.8'] as [string, string]] : []),
  ]
  return bad.map(([key, clause]) =>
    found(`\`${key}\` has no place in PDF/A (${clause})`, `PDF/A 不允许 \`${key}\`（${clause}）`),
  )
}
