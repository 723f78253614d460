// What PDF/UA-1 asks of a document beyond its tree (ISO 14289-1 §5, §7.1, §7.2, §7.18): identification, title, language, and
// links that say where they lead.

import type { Evidence } from '../evidence.ts'
import { isRef } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { xmpValue } from '../xmp/packet.ts'
import { NS } from '../xmp/schemas.ts'
import type { Kid, StructureTree } from './tree.ts'

export const uaFaults = (evidence: Evidence, tree: StructureTree | undefined): Finding[] => [
  ...documentFaults(evidence),
  ...linkFaults(evidence),
  ...(tree ? looseLinks(evidence, tree) : []),
]

function documentFaults({ file, claims }: Evidence): Finding[] {
  const preferences = file.dict(file.catalog.get('ViewerPreferences'))
  const hasTitle = claims.xmp?.fault !== undefined || xmpValue(claims.xmp, NS.dc, 'title')
  return [
    ...(claims.pdfua === '1'
      ? []
      : [found(`\`pdfuaid:part\` is ${claims.pdfua} (UA 5)`, `\`pdfuaid:part\` 为 ${claims.pdfua}（UA 5）`)]),
    ...(hasTitle ? [] : [found('XMP has no `dc:title` (UA 7.1)', 'XMP 没有 `dc:title`（UA 7.1）')]),
    ...(file.resolve(preferences.get('DisplayDocTitle')) === true
      ? []
      : [found('`DisplayDocTitle` is not true (UA 7.1)', '`DisplayDocTitle` 不是 true（UA 7.1）')]),
    // A file without any language at all is told by the check of metadata.
  ]
}

/** A page with annotations is tabbed by structure, a link has words (UA 7.18.3-1, 7.18.5-2). */
function linkFaults({ file, pages }: Evidence): Finding[] {
  return pages.flatMap(({ dict }, i) => {
    const annotations = file.array(dict.get('Annots')).map((value) => file.dict(value))
    if (annotations.length === 0) return []
    const silent = annotations.some(
      (one) => file.name(one.get('Subtype')) === 'Link' && !file.string(one.get('Contents')),
    )
    return [
      ...(file.name(dict.get('Tabs')) === 'S'
        ? []
        : [
            found(
              '`Tabs` is not /S on a page with links (UA 7.18.3)',
              '有链接的页面 `Tabs` 不是 /S（UA 7.18.3）',
              i + 1,
            ),
          ]),
      ...(silent
        ? [found('a link without `Contents` (UA 7.18.5)', '链接没有 `Contents`（UA 7.18.5）', i + 1)]
        : []),
    ]
  })
}

/** A link annotation stands in a Link element (UA 7.18.5-1). */
function looseLinks({ file, pages }: Evidence, { elements }: StructureTree): Finding[] {
  const held = new Set(
    elements
      .filter(({ type }) => type === 'Link')
      .flatMap(({ kids }) => kids.filter(isObject).map(({ object }) => object)),
  )
  return pages.flatMap(({ dict }, i) => {
    const loose = file
      .array(dict.get('Annots'))
      .some(
        (value) =>
          file.name(file.dict(value).get('Subtype')) === 'Link' && !(isRef(value) && held.has(value.ref)),
      )
    return loose
      ? [found('a link outside any Link element (UA 7.18.5)', '链接不在 Link 元素中（UA 7.18.5）', i + 1)]
      : []
  })
}

const isObject = (kid: Kid): kid is { readonly object: number } => 'object' in kid
