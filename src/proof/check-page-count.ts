// Number of pages: the tree says as many as there are, and, where the press binds in signatures, they fill whole ones.

import type { Evidence } from './evidence.ts'
import { type Check, counted, found, judged } from './report.ts'

/** @param signature pages of a printed sheet folded once (4, 8, 16 …), where they must be filled */
export function checkPageCount({ file, pages }: Evidence, signature?: number): Check {
  const count = file.number(file.dict(file.catalog.get('Pages')).get('Count'))
  const over = signature === undefined ? 0 : pages.length % signature
  const findings = [
    ...(count === pages.length
      ? []
      : [
          found(
            `the page tree counts ${count ?? '—'} pages, there are ${pages.length} (ISO 32000-1 7.7.3.2)`,
            `页面树写明 ${count ?? '—'} 页，实有 ${pages.length} 页（ISO 32000-1 7.7.3.2）`,
          ),
        ]),
    ...(signature === undefined || over === 0
      ? []
      : [
          found(
            `${counted(pages.length, 'page')} are no whole signatures of ${signature}: ${signature - over} short`,
            `${pages.length}页不足整帖（每帖${signature}页），差${signature - over}页`,
          ),
        ]),
  ]
  const whole = signature === undefined ? 0 : Math.ceil(pages.length / signature)
  return judged('page-count', findings, {
    en: counted(pages.length, 'page') + (whole > 0 ? `, ${counted(whole, 'signature')} of ${signature}` : ''),
    zh: `共${pages.length}页${whole > 0 ? `，合${whole}帖（每帖${signature}页）` : ''}`,
  })
}
