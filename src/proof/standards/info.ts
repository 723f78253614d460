// The information dictionary against the XMP packet (ISO 19005-2 §6.6.3; ISO 15930-7 §6.11): what both say must be the
// same. No validator known to us compares them for PDF/A-2 and later.

import type { PdfFile } from '../pdf-file.ts'
import { type Finding, found } from '../report.ts'
import { type Xmp, xmpValue } from '../xmp/packet.ts'
import { NS } from '../xmp/schemas.ts'

type Twin = readonly [key: string, namespace: string, name: string, isDate?: true]

const TWINS: readonly Twin[] = [
  ['Title', NS.dc, 'title'],
  ['Author', NS.dc, 'creator'],
  ['Subject', NS.dc, 'description'],
  ['Keywords', NS.pdf, 'Keywords'],
  ['Creator', NS.xmp, 'CreatorTool'],
  ['Producer', NS.pdf, 'Producer'],
  ['CreationDate', NS.xmp, 'CreateDate', true],
  ['ModDate', NS.xmp, 'ModifyDate', true],
]

export function infoFaults(file: PdfFile, xmp: Xmp): Finding[] {
  const info = file.dict(file.trailer.get('Info'))
  return TWINS.flatMap(([key, namespace, name, isDate]) => {
    const said = file.string(info.get(key))
    const twin = xmpValue(xmp, namespace, name)
    // A packet may say more than Info does, not the other way round.
    if (said === undefined || (twin !== undefined && agree(said, twin, isDate === true))) return []
    return [
      found(
        `Info \`${key}\` “${said}” and XMP “${twin ?? '—'}” differ (6.6.3)`,
        `Info 的 \`${key}\`“${said}”与 XMP 的“${twin ?? '—'}”不同（6.6.3）`,
      ),
    ]
  })
}

const agree = (said: string, twin: string, isDate: boolean): boolean =>
  isDate ? digitsOf(said, true) === digitsOf(twin, false) : said === twin

/** A date as UTC, so that `+08'00'` and `Z` are the same moment; a part that is not given is its first. */
function digitsOf(date: string, isPdf: boolean): number | string {
  const pattern = isPdf
    ? /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/
    : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?)?(?:(Z)|([+-])(\d\d):(\d\d))?$/
  const found = pattern.exec(date)
  if (!found) return date
  const part = (i: number, least: number): number => Number(found[i] ?? least)
  const time = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0))
  const offset = (part(9, 0) * 60 + part(10, 0)) * 60_000
  return found[8] === '-' ? time + offset : time - offset
}
