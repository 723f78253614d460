// What PDF/UA-1 asks of a document beyond its tree (ISO 14289-1 §5, §7.1, §7.2, §7.18): identification, title, language, and
// links that say where they lead.

import type { Evidence } from '../evidence.ts'
import { type Finding, found } from '../report.ts'
import { xmpValue } from '../xmp/packet.ts'
import { NS } from '../xmp/schemas.ts'

export const uaFaults = (evidence: Evidence): Finding[] => [
  ...documentFaults(evidence),
  ...linkFaults(evidence),
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
