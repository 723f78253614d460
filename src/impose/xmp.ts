// XMP (ISO 16684-1) of sheets from that of the book. In: a packet. Out: a packet with the properties that say what the book
// is; every property is taken over as it was written, others are not. Which claims of standards a packet makes.

/** Properties of the work, not of the file; by the prefixes that everybody uses. */
const KEPT = [
  'dc:title',
  'dc:creator',
  'dc:contributor',
  'dc:publisher',
  'dc:description',
  'dc:subject',
  'dc:coverage',
  'dc:date',
  'dc:language',
  'dc:rights',
  'dc:identifier',
  'dc:source',
  'pdf:Keywords',
  'pdf:Trapped',
  'xmp:CreatorTool',
  'xmp:CreateDate',
  'xmp:ModifyDate',
]

const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
]

export function sheetPacket(source: string, producer: string): string {
  const rows = [
    '<dc:format>application/pdf</dc:format>',
    ...KEPT.flatMap((name) => propertyIn(source, name) ?? []),
    `<pdf:Producer>${producer.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pdf:Producer>`,
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${NAMESPACES.join(' ')}>
${rows.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** The element as it stands; one with markup of other namespaces is left behind, since those are not declared here. */
function propertyIn(source: string, name: string): string | undefined {
  const found = new RegExp(`<${name}(?:\\s[^<>]*)?>[\\s\\S]*?</${name}>`).exec(source)?.[0]
  if (found === undefined) return undefined
  const tags = [...found.matchAll(/<\/?([\w:-]+)[^<>]*>/g)].map(([, tag]) => tag ?? '')
  return tags.every((tag) => tag === name || tag.startsWith('rdf:')) ? found : undefined
}

/** `PDF/X-4`, `PDF/A-3A`, `PDF/UA-1` as far as a packet claims them, as elements or as attributes. */
export function claimsIn(packet: string): readonly string[] {
  const value = (name: string): string | undefined =>
    new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>|\\b${name}="([^"]*)"`)
      .exec(packet)
      ?.slice(1)
      .find(Boolean)
  const [pdfx, part, level, ua] = [
    'pdfxid:GTS_PDFXVersion',
    'pdfaid:part',
    'pdfaid:conformance',
    'pdfuaid:part',
  ].map(value)
  return [
    ...(pdfx ? [pdfx] : []),
    ...(part ? [`PDF/A-${part}${level ?? ''}`] : []),
    ...(ua ? [`PDF/UA-${ua}`] : []),
  ]
}
