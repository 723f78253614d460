// The properties that PDF/A knows without a schema (XMP 2005, as ISO 19005-2 §6.6.2.3.1 refers to it), and their forms.
// Data only.

export const NS = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  extension: 'http://www.aiim.org/pdfa/ns/extension/',
} as const

type Form = 'text' | 'Alt' | 'Seq' | 'Bag' | 'structure'

const all = (form: Form, names: string): [string, Form][] => names.split(' ').map((name) => [name, form])

/** Namespace → property → form of its value. */
export const PREDEFINED: Readonly<Record<string, ReadonlyMap<string, Form>>> = {
  [NS.dc]: new Map([
    ...all('Alt', 'title description rights'),
    ...all('Seq', 'creator date'),
    ...all('Bag', 'contributor publisher subject language type relation'),
    ...all('text', 'identifier source coverage format'),
  ]),
  [NS.xmp]: new Map([
    ...all('text', 'CreateDate ModifyDate MetadataDate CreatorTool BaseURL Label Nickname Rating'),
    ...all('Bag', 'Identifier Advisory'),
    ...all('Alt', 'Thumbnails'),
  ]),
  [NS.xmpRights]: new Map([
    ...all('text', 'Marked WebStatement Certificate'),
    ...all('Bag', 'Owner'),
    ...all('Alt', 'UsageTerms'),
  ]),
  [NS.xmpMM]: new Map([
    ...all(
      'text',
      'DocumentID InstanceID VersionID RenditionClass RenditionParams Manager ManageTo ManageUI',
    ),
    ...all('text', 'ManagerVariant LastURL SaveID'),
    ...all('structure', 'DerivedFrom ManagedFrom RenditionOf'),
    ...all('Seq', 'History Versions'),
  ]),
  [NS.pdf]: new Map(all('text', 'Keywords PDFVersion Producer')),
  [NS.pdfaid]: new Map(all('text', 'part conformance amd corr')),
  [NS.extension]: new Map(all('Bag', 'schemas')),
}

/** Other schemas of XMP 2005, for pictures and film: known, and not our business. */
export const OTHER_PREDEFINED: ReadonlySet<string> = new Set([
  'http://ns.adobe.com/xap/1.0/bj/',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/camera-raw-settings/1.0/',
  'http://ns.adobe.com/tiff/1.0/',
  'http://ns.adobe.com/exif/1.0/',
  'http://ns.adobe.com/exif/1.0/aux/',
])
