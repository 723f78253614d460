// An XMP packet (ISO 16684-1, XMP 2005): the stream's bytes come in, properties with their values and the extension
// schemas of PDF/A go out. A packet that is no XML says so and has no properties.

import { parseXml, type XmlElement, XmlFault } from './xml.ts'

export interface XmpProperty {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly form: 'text' | 'Alt' | 'Seq' | 'Bag' | 'structure'
  /** One for each item. */
  readonly values: readonly string[]
}

/** A schema that a packet declares for itself (ISO 19005-2 §6.6.2.3.2). */
export interface ExtensionSchema {
  readonly namespace: string
  readonly prefix: string
  readonly properties: readonly string[]
  /** Fields the schema or one of its properties lacks. */
  readonly lacking: readonly string[]
}

export interface Xmp {
  /** Why it is no XML. */
  readonly fault?: string
  /** The text as it stands. */
  readonly raw: string
  readonly properties: readonly XmpProperty[]
  readonly schemas: readonly ExtensionSchema[]
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/'
const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#'
const PROPERTY = 'http://www.aiim.org/pdfa/ns/property#'

/** @param bytes of the stream, one per unit */
export function readXmp(bytes: string): Xmp {
  const raw = Buffer.from(bytes, 'latin1')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  try {
    const root = parseXml(raw)
    const descriptions = descendants(root, RDF, 'Description', 2)
    return {
      raw,
      properties: descriptions.flatMap(propertiesOf),
      schemas: descriptions.flatMap(schemasOf),
    }
  } catch (thrown) {
    if (!(thrown instanceof XmlFault)) throw thrown
    return { raw, fault: thrown.message, properties: [], schemas: [] }
  }
}

/** The first value of a property; of a language alternative its x-default. */
export function xmpValue(xmp: Xmp | undefined, namespace: string, name: string): string | undefined {
  return xmp?.properties.find((one) => one.namespace === namespace && one.name === name)?.values[0]
}

/** Elements of a name, not deeper than `depth` below `root`. */
function descendants(root: XmlElement, namespace: string, name: string, depth: number): XmlElement[] {
  if (root.namespace === namespace && root.name === name) return [root]
  return depth === 0 ? [] : root.children.flatMap((child) => descendants(child, namespace, name, depth - 1))
}

/** Elements, and the short form as attributes. */
function propertiesOf({ attributes, children }: XmlElement): XmpProperty[] {
  const short = attributes
    .filter(({ namespace, prefix }) => namespace !== RDF && prefix !== '' && prefix !== 'xml')
    .map(({ namespace, prefix, name, value }): XmpProperty => {
      return { namespace, prefix, name, form: 'text', values: [value] }
    })
  return [...short, ...children.filter(({ namespace }) => namespace !== RDF).map(propertyOf)]
}

function propertyOf(element: XmlElement): XmpProperty {
  const { namespace, prefix, name, children, text } = element
  const array = children.find((child) => child.namespace === RDF && /^(?:Alt|Seq|Bag)$/.test(child.name))
  if (array) {
    const items = array.children.filter((child) => child.namespace === RDF && child.name === 'li')
    const sorted = array.name === 'Alt' ? [...items].sort((a, b) => rank(a) - rank(b)) : items
    const form = array.name as 'Alt' | 'Seq' | 'Bag'
    return { namespace, prefix, name, form, values: sorted.map((item) => item.text) }
  }
  const form = children.length > 0 ? 'structure' : 'text'
  return { namespace, prefix, name, form, values: [text.trim()] }
}

const rank = ({ attributes }: XmlElement): number =>
  attributes.some(({ name, value }) => name === 'lang' && value === 'x-default') ? 0 : 1

function schemasOf({ children }: XmlElement): ExtensionSchema[] {
  const holders = children.filter((child) => child.namespace === EXTENSION && child.name === 'schemas')
  return holders.flatMap((holder) => itemsOf(holder).map(schemaOf))
}

/** Items of the array inside an element. */
const itemsOf = ({ children }: XmlElement): XmlElement[] =>
  children
    .filter((child) => child.namespace === RDF)
    .flatMap((array) => array.children)
    .filter((child) => child.namespace === RDF && child.name === 'li')

/** Fields of a structure: inside the item, or inside its own description. */
const fieldsOf = (item: XmlElement): readonly XmlElement[] => {
  const inner = item.children.find((child) => child.namespace === RDF && child.name === 'Description')
  return (inner ?? item).children
}

function schemaOf(item: XmlElement): ExtensionSchema {
  const fields = fieldsOf(item)
  const field = (name: string): XmlElement | undefined =>
    fields.find((one) => one.namespace === SCHEMA && one.name === name)
  const holder = field('property')
  const properties = holder ? itemsOf(holder).map(fieldsOf) : []
  const lacking = ['schema', 'namespaceURI', 'prefix'].filter((name) => !field(name))
  return {
    namespace: field('namespaceURI')?.text.trim() ?? '',
    prefix: field('prefix')?.text.trim() ?? '',
    properties: properties.map((one) => textOf(one, 'name')),
    lacking: [...lacking, ...properties.flatMap(lackingOf)],
  }
}

const textOf = (fields: readonly XmlElement[], name: string): string =>
  fields.find((one) => one.namespace === PROPERTY && one.name === name)?.text.trim() ?? ''

const lackingOf = (fields: readonly XmlElement[]): string[] => [
  ...['name', 'valueType', 'description'].filter((name) => textOf(fields, name) === ''),
  ...(/^(?:internal|external)$/.test(textOf(fields, 'category')) ? [] : ['category']),
]
