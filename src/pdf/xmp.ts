// XMP metadata: Dublin Core and what the program itself must be able to read back. Values are escaped here; pdfkit's
// own writer does not.

import type { PdfMetadata } from './draw.ts'

const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 has no way to say
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const list = (container: 'Alt' | 'Seq' | 'Bag', items: readonly string[]): string => {
  const lang = container === 'Alt' ? ' xml:lang="x-default"' : ''
  const rows = items.map((item) => `<rdf:li${lang}>${escapeXml(item)}</rdf:li>`)
  return `<rdf:${container}>${rows.join('')}</rdf:${container}>`
}

/** The namespace of what only this program reads. */
const BANXIN_NAMESPACE = 'https://banxin.example/ns/1.0/'

export function xmpPacket(meta: PdfMetadata): string {
  const rows = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${list('Alt', [meta.title])}</dc:title>`,
    `<dc:language>${list('Bag', ['zh-CN'])}</dc:language>`,
    ...(meta.creators.length > 0 ? [`<dc:creator>${list('Seq', meta.creators)}</dc:creator>`] : []),
    ...(meta.publisher ? [`<dc:publisher>${list('Bag', [meta.publisher])}</dc:publisher>`] : []),
    ...(meta.identifier ? [`<dc:identifier>${escapeXml(meta.identifier)}</dc:identifier>`] : []),
    ...(meta.date ? [`<xmp:CreateDate>${escapeXml(meta.date)}</xmp:CreateDate>`] : []),
    `<xmp:CreatorTool>${escapeXml(meta.producer)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(meta.producer)}</pdf:Producer>`,
    `<banxin:digits>${meta.digits}</banxin:digits>`,
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:banxin="${BANXIN_NAMESPACE}">
${rows.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
