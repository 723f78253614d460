// XMP metadata: Dublin Core, the standards a file keeps, and what the program itself must be able to read back. Values
// are escaped here; pdfkit's own writer does not. What XMP 2005 does not know is declared (ISO 19005-2, 6.6.2.3).

import { escapeXml } from '../../core/index.ts'
import { authorOf, type FileIds, type PdfMetadata } from '../metadata.ts'
import type { Claims } from '../plan.ts'
import { extensionSchemas } from './xmp-schemas.ts'

type Container = 'Alt' | 'Seq' | 'Bag'

const list = (container: Container, item: string): string => {
  const lang = container === 'Alt' ? ' xml:lang="x-default"' : ''
  return `<rdf:${container}><rdf:li${lang}>${escapeXml(item)}</rdf:li></rdf:${container}>`
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  /** What only this program reads. */
  banxin: 'https://banxin.example/ns/1.0/',
} as const

/** A row of the packet; none where there is nothing to say. */
const row = (name: string, value: string | undefined, container?: Container): readonly string[] => {
  if (value === undefined) return []
  return [`<${name}>${container ? list(container, value) : escapeXml(value)}</${name}>`]
}

export function xmpPacket(meta: PdfMetadata, claims: Claims, ids: FileIds): string {
  const rows = [
    ...describing(meta),
    ...row('xmp:CreatorTool', meta.producer),
    ...row('pdf:Producer', meta.producer),
    ...row('xmpMM:DocumentID', `uuid:${ids.document}`),
    ...row('xmpMM:InstanceID', `uuid:${ids.instance}`),
    ...claiming(claims),
    ...row('banxin:digits', meta.digits),
    ...row('banxin:sourceSHA256', meta.sourceHash),
  ]
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  const schemas = claims.pdfa ? extensionSchemas(claims.pdfa, NAMESPACES) : ''
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${namespaces.join('')}>
${rows.join('\n')}
</rdf:Description>
${schemas}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** What the book is (Dublin Core), and when. */
function describing(meta: PdfMetadata): readonly string[] {
  const date = meta.date && `${meta.date}T00:00:00Z`
  return [
    ...row('dc:format', 'application/pdf'),
    ...row('dc:title', meta.title, 'Alt'),
    ...row('dc:language', 'zh-CN', 'Bag'),
    ...row('dc:creator', authorOf(meta), 'Seq'),
    ...row('dc:publisher', meta.publisher, 'Bag'),
    ...row('dc:identifier', meta.identifier),
    ...row('dc:coverage', meta.coverage),
    ...row('dc:date', meta.date, 'Seq'),
    ...row('xmp:CreateDate', date),
    ...row('xmp:ModifyDate', date),
    ...row('xmp:MetadataDate', date),
  ]
}

/** The standards a file keeps: ISO 19005-2, 6.6.4; ISO 14289-1, 5; ISO 15930-7, 6.10. */
function claiming({ pdfa, pdfx }: Claims): readonly string[] {
  const isAccessible = pdfa?.endsWith('a') === true
  return [
    ...row('pdfaid:part', pdfa?.slice(0, 1)),
    ...row('pdfaid:conformance', pdfa?.slice(1).toUpperCase()),
    ...row('pdfuaid:part', isAccessible ? '1' : undefined),
    ...(pdfx
      ? ['<xmpMM:VersionID>1</xmpMM:VersionID>', '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>']
      : []),
    ...row('pdf:Trapped', pdfx && 'False'),
    ...row('pdfxid:GTS_PDFXVersion', pdfx === 'x-4' ? 'PDF/X-4' : undefined),
  ]
}
