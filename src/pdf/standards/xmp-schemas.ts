// Declarations of the properties XMP 2005 does not know (ISO 19005-2, 6.6.2.3): those of PDF/UA and of this program.

import type { PdfaStandard } from '../plan.ts'

interface Property {
  readonly name: string
  readonly type: 'Text' | 'Integer'
  /** `internal`: made by the program, not by people. */
  readonly category: 'internal' | 'external'
  readonly description: string
}

interface Schema {
  readonly title: string
  readonly prefix: 'pdfuaid' | 'banxin'
  readonly properties: readonly Property[]
}

const UA: Schema = {
  title: 'PDF/UA identification',
  prefix: 'pdfuaid',
  properties: [
    {
      name: 'part',
      type: 'Integer',
      category: 'internal',
      description: 'part of ISO 14289 the file keeps to',
    },
  ],
}

const BANXIN: Schema = {
  title: 'banxin typesetting',
  prefix: 'banxin',
  properties: [
    {
      name: 'digits',
      type: 'Text',
      category: 'internal',
      description: 'how Arabic numerals of vertical lines are printed: rotate, combine or hanzi',
    },
    {
      name: 'sourceSHA256',
      type: 'Text',
      category: 'internal',
      description: 'SHA-256 of the list of manuscript files the document was set from, with theirs',
    },
  ],
}

export function extensionSchemas(
  standard: PdfaStandard,
  namespaces: Readonly<Record<string, string>>,
): string {
  const schemas = standard.endsWith('a') ? [UA, BANXIN] : [BANXIN]
  const items = schemas.map((schema) => schemaItem(schema, namespaces[schema.prefix] ?? ''))
  const base = 'http://www.aiim.org/pdfa/ns'
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="${base}/extension/" xmlns:pdfaSchema="${base}/schema#" xmlns:pdfaProperty="${base}/property#">
<pdfaExtension:schemas><rdf:Bag>
${items.join('\n')}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
}

const resource = (content: string): string => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`

const schemaItem = ({ title, prefix, properties }: Schema, namespace: string): string =>
  resource(
    `<pdfaSchema:schema>${title}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>` +
      `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
      `<pdfaSchema:property><rdf:Seq>${properties.map(propertyItem).join('')}</rdf:Seq></pdfaSchema:property>`,
  )

const propertyItem = ({ name, type, category, description }: Property): string =>
  resource(
    `<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
      `<pdfaProperty:category>${category}</pdfaProperty:category>` +
      `<pdfaProperty:description>${description}</pdfaProperty:description>`,
  )
