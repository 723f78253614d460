// How a PDF/X file names itself: version keys, Info and XMP, trapping (ISO 15930-4 §6.6, §6.7; ISO 15930-7 §6.9 to §6.11).

import { isName } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { xmpValue } from '../xmp/packet.ts'
import { NS } from '../xmp/schemas.ts'
import { infoFaults } from './info.ts'
import { clauseOf, type PdfxCase } from './pdfx-case.ts'

export const identificationFaults = (subject: PdfxCase): Finding[] => [
  ...versionFaults(subject),
  ...infoKeyFaults(subject),
  ...trappingFaults(subject),
  ...packetFaults(subject),
]

/** X-1a names itself in Info, X-4 in the XMP; a file that does both says two things. */
function versionFaults({ file, claims, part }: PdfxCase): Finding[] {
  const info = file.string(file.dict(file.trailer.get('Info')).get('GTS_PDFXVersion'))
  const packet = xmpValue(claims.xmp, NS.pdfxid, 'GTS_PDFXVersion')
  const clause = clauseOf(part, '6.7', '6.11')
  if (part === 'X-1a' && info === undefined)
    return [
      found(`Info has no \`GTS_PDFXVersion\` (${clause})`, `Info 中没有 \`GTS_PDFXVersion\`（${clause}）`),
    ]
  if (part === 'X-4' && packet === undefined)
    return [
      found(
        `XMP has no \`pdfxid:GTS_PDFXVersion\` (${clause})`,
        `XMP 中没有 \`pdfxid:GTS_PDFXVersion\`（${clause}）`,
      ),
    ]
  return info !== undefined && packet !== undefined && info !== packet
    ? [
        found(
          `Info says ${info}, XMP ${packet} (${clause})`,
          `Info 写 ${info}，XMP 写 ${packet}（${clause}）`,
        ),
      ]
    : []
}

const INFO_KEYS = ['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate'] as const

function infoKeyFaults({ file, part }: PdfxCase): Finding[] {
  const info = file.dict(file.trailer.get('Info'))
  const clause = clauseOf(part, '6.7', '6.11')
  return INFO_KEYS.filter((key) => !file.string(info.get(key))).map((key) =>
    found(`Info has no \`${key}\` (${clause})`, `Info 中没有 \`${key}\`（${clause}）`),
  )
}

/** A name, /True or /False: not a string, not a boolean, not /Unknown. */
function trappingFaults({ file, claims, part }: PdfxCase): Finding[] {
  const value = file.resolve(file.dict(file.trailer.get('Info')).get('Trapped'))
  const clause = clauseOf(part, '6.6', '6.9')
  const said = isName(value) ? value.name : undefined
  if (said !== 'True' && said !== 'False')
    return [
      found(
        `\`Trapped\` in Info is not the name /True or /False (${clause})`,
        `Info 的 \`Trapped\` 不是名称 /True 或 /False（${clause}）`,
      ),
    ]
  const packet = xmpValue(claims.xmp, NS.pdf, 'Trapped')
  const isRight = packet === said || (packet === undefined && part === 'X-1a')
  return isRight
    ? []
    : [
        found(
          `XMP \`pdf:Trapped\` is \`${packet ?? '—'}\`, Info says ${said} (${clause})`,
          `XMP 的 \`pdf:Trapped\` 为 \`${packet ?? '—'}\`，Info 为 ${said}（${clause}）`,
        ),
      ]
}

const PACKET: readonly (readonly [namespace: string, name: string])[] = [
  [NS.dc, 'title'],
  [NS.xmp, 'CreateDate'],
  [NS.xmp, 'ModifyDate'],
  [NS.xmp, 'MetadataDate'],
  [NS.xmpMM, 'DocumentID'],
  [NS.xmpMM, 'VersionID'],
  [NS.xmpMM, 'RenditionClass'],
]

/** X-4 wants a packet anybody can read; where there is one it says what Info says. */
function packetFaults({ file, claims, part }: PdfxCase): Finding[] {
  const { xmp } = claims
  const stream = file.stream(file.catalog.get('Metadata'))
  const clause = clauseOf(part, '6.7', '6.11')
  if (!xmp || !stream)
    return part === 'X-4' ? [found(`no XMP packet (${clause})`, `没有 XMP 元数据（${clause}）`)] : []
  if (xmp.fault !== undefined)
    return [
      found(`the XMP is no XML: ${xmp.fault} (${clause})`, `XMP 不是合格的 XML：${xmp.fault}（${clause}）`),
    ]
  const absent = part === 'X-4' ? PACKET.filter(([namespace, name]) => !xmpValue(xmp, namespace, name)) : []
  return [
    ...(part === 'X-4' && stream.dict.has('Filter')
      ? [found(`the XMP packet is packed (${clause})`, `XMP 元数据被压缩（${clause}）`)]
      : []),
    ...absent.map(([, name]) =>
      found(`XMP has no \`${name}\` (${clause})`, `XMP 中没有 \`${name}\`（${clause}）`),
    ),
    ...infoFaults(file, xmp),
  ]
}
