// What has no place in a PDF/X file: compressions, annotations on the page, actions, attachments, layers, PostScript, keys
// that change what is printed (ISO 15930-4 §6.5, §6.13, §6.14, §6.17; ISO 15930-7 §6.8, §6.17, §6.18, §6.21 to §6.24).

import { boxOf, overlap } from '../page-box.ts'
import { type Finding, found } from '../report.ts'
import { actionsOf } from './actions.ts'
import { filterFaults, objectFaults, stateFaults } from './dictionaries.ts'
import { clauseOf, type PdfxCase } from './pdfx-case.ts'

export const forbiddenFaults = (subject: PdfxCase): Finding[] => [
  ...filterFaults(subject.file, subject.part === 'X-1a' ? X1A_FILTERS : X4_FILTERS),
  ...stateFaults(subject.file, subject.reach),
  ...objectFaults(subject.file, subject.reach),
  ...contentFaults(subject),
  ...annotationFaults(subject),
  ...actionFaults(subject),
  ...catalogFaults(subject),
  ...(subject.part === 'X-1a' ? versionFaults(subject) : []),
]

const X4_FILTERS: ReadonlySet<string> = new Set(['LZWDecode', 'Crypt'])
const X1A_FILTERS: ReadonlySet<string> = new Set([...X4_FILTERS, 'JBIG2Decode', 'JPXDecode'])

function contentFaults({ survey, part }: PdfxCase): Finding[] {
  const clause = clauseOf(part, '6.5', '6.8')
  return survey.pages.flatMap(({ page, problems }) =>
    problems.flatMap((problem) => {
      if (problem.kind === 'postscript')
        return [found(`PostScript (${clause})`, `有 PostScript（${clause}）`, page)]
      return problem.kind === 'filter'
        ? [
            found(
              `an inline image packed with ${problem.what} (${clause})`,
              `内联图像用了 ${problem.what} 压缩（${clause}）`,
              page,
            ),
          ]
        : []
    }),
  )
}

/** Nothing that is not printed may stand on the page or in its bleed. */
function annotationFaults({ file, pages, part }: PdfxCase): Finding[] {
  const clause = clauseOf(part, '6.13', '6.17')
  return pages.flatMap(({ dict }, i) => {
    const edge = boxOf(file, dict.get('BleedBox')) ?? boxOf(file, dict.get('TrimBox'))
    return file
      .array(dict.get('Annots'))
      .map((value) => file.dict(value))
      .filter((annotation) => !/^(?:TrapNet|PrinterMark)$/.test(file.name(annotation.get('Subtype')) ?? ''))
      .filter((annotation) => {
        const place = boxOf(file, annotation.get('Rect'))
        return !place || !edge || overlap(place, edge)
      })
      .map((annotation) => {
        const type = file.name(annotation.get('Subtype')) ?? '?'
        return found(
          `a ${type} annotation on the page (${clause})`,
          `页面上有 ${type} 注释（${clause}）`,
          i + 1,
        )
      })
  })
}

function actionFaults({ file, pages, part }: PdfxCase): Finding[] {
  const clause = clauseOf(part, '6.14', '6.18')
  return actionsOf(file, pages).map(({ type, where, page }) =>
    found(`an action ${type} in ${where} (${clause})`, `${where} 中有动作 ${type}（${clause}）`, page),
  )
}

const VIEWER_BOXES = ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'] as const

function catalogFaults({ file, pages, part }: PdfxCase): Finding[] {
  const { catalog } = file
  const names = file.dict(catalog.get('Names'))
  const preferences = file.dict(catalog.get('ViewerPreferences'))
  const bad = [
    ...['AcroForm', 'Requirements', 'NeedsRendering', 'Collection'].filter((key) => catalog.has(key)),
    ...['EmbeddedFiles', 'AlternatePresentations'].filter((key) => names.has(key)),
    ...(catalog.has('AF') ? ['AF'] : []),
    ...(pages.some(({ dict }) => dict.has('PresSteps')) ? ['PresSteps'] : []),
    ...(file.array(file.dict(catalog.get('OCProperties')).get('Configs')).length > 0
      ? ['OCProperties Configs']
      : []),
    ...VIEWER_BOXES.filter((key) => {
      const box = file.name(preferences.get(key))
      return box !== undefined && box !== 'MediaBox' && box !== 'BleedBox'
    }),
  ]
  const clause = clauseOf(part, '6.17', '6.21')
  return bad.map((key) =>
    found(`\`${key}\` has no place in PDF/X (${clause})`, `PDF/X 不允许 \`${key}\`（${clause}）`),
  )
}

/** X-1a is PDF 1.4: no object streams, no layers. */
function versionFaults({ file }: PdfxCase): Finding[] {
  const types = new Set([...file.streams.values()].map(({ dict }) => file.name(dict.get('Type'))))
  const late = [
    ...(types.has('ObjStm') || types.has('XRef') ? ['object streams', '对象流'] : []),
    ...(file.catalog.has('OCProperties') ? ['OCProperties', 'OCProperties'] : []),
  ]
  return late.length === 0
    ? []
    : [
        found(
          `${late[0]}: later than PDF 1.4 (ISO 15930-4 6.1)`,
          `${late[1]}：晚于 PDF 1.4（ISO 15930-4 6.1）`,
        ),
      ]
}
