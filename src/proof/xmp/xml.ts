// XML as far as XMP packets use it (XML 1.0, Namespaces in XML 1.0): text comes in, a tree of elements with their
// namespaces goes out, or the fault that makes it no XML. No document types, no entities but the five.

export interface XmlElement {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** Character data directly inside, put together. */
  readonly text: string
}

export interface XmlAttribute {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly value: string
}

/** Not well-formed; the message says where. */
export class XmlFault extends Error {}

const NAME = /[\p{L}_][\p{L}\p{N}._\-·]*(?::[\p{L}_][\p{L}\p{N}._\-·]*)?/uy
const BLANK = /[\t\n\r ]*/y
const TEXT = /[^<]*/y
const ENTITY = /&(?:#x([\da-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const MOST_NESTED = 100

type Scope = ReadonlyMap<string, string>

const ROOT_SCOPE: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])

/**
 * The element a text consists of, with processing instructions and comments around it.
 *
 * @throws XmlFault where the text is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const reader = new Reader(text)
  reader.skipMisc()
  const root = reader.element(ROOT_SCOPE, 0)
  reader.skipMisc()
  if (reader.at < text.length) reader.fail('something follows the root element')
  return root
}

interface RawAttribute {
  readonly name: string
  readonly value: string
}

class Reader {
  readonly #text: string
  at = 0

  constructor(text: string) {
    this.#text = text
  }

  fail(why: string): never {
    const line = this.#text.slice(0, this.at).split('\n').length
    throw new XmlFault(`${why} (line ${line})`)
  }

  skipMisc(): void {
    for (;;) {
      this.#take(BLANK)
      if (!this.#skipAside()) return
    }
  }

  element(outer: Scope, depth: number): XmlElement {
    if (depth > MOST_NESTED) this.fail('elements are nested too deeply')
    this.#expect('<')
    const qualified = this.#name()
    const raw = this.#attributes()
    const scope = scopeOf(raw, outer)
    const own = raw.filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    const attributes = own.map(({ name, value }) => ({ ...this.#resolve(name, scope, ''), value }))
    const named = this.#resolve(qualified, scope, scope.get('') ?? '')
    if (this.#skip('/>')) return { ...named, attributes, children: [], text: '' }
    this.#expect('>')
    return { ...named, attributes, ...this.#content(qualified, scope, depth) }
  }

  #content(qualified: string, scope: Scope, depth: number): Pick<XmlElement, 'children' | 'text'> {
    const children: XmlElement[] = []
    let text = ''
    for (;;) {
      text += this.#unescaped(this.#take(TEXT))
      if (this.at >= this.#text.length) this.fail(`\`${qualified}\` is not closed`)
      if (this.#skip('</')) break
      if (this.#skip('<![CDATA[')) text += this.#upTo(']]>')
      else if (!this.#skipAside()) children.push(this.element(scope, depth + 1))
    }
    if (this.#name() !== qualified) this.fail(`\`${qualified}\` is closed by another name`)
    this.#take(BLANK)
    this.#expect('>')
    return { children, text }
  }

  #attributes(): RawAttribute[] {
    const found: RawAttribute[] = []
    for (;;) {
      const blank = this.#take(BLANK)
      if (this.#text[this.at] === '>' || this.#text[this.at] === '/') return found
      if (blank === '') this.fail('no blank before an attribute')
      const name = this.#name()
      this.#take(BLANK)
      this.#expect('=')
      this.#take(BLANK)
      const quote = this.#text[this.at]
      if (quote !== '"' && quote !== "'") this.fail(`the value of \`${name}\` has no quotes`)
      this.at++
      const value = this.#upTo(quote)
      if (value.includes('<')) this.fail(`\`<\` in the value of \`${name}\``)
      if (found.some((one) => one.name === name)) this.fail(`\`${name}\` stands twice`)
      found.push({ name, value: this.#unescaped(value) })
    }
  }

  #resolve(
    qualified: string,
    scope: Scope,
    unprefixed: string,
  ): { namespace: string; prefix: string; name: string } {
    const colon = qualified.indexOf(':')
    if (colon < 0) return { namespace: unprefixed, prefix: '', name: qualified }
    const prefix = qualified.slice(0, colon)
    const namespace = scope.get(prefix) ?? this.fail(`the prefix \`${prefix}\` is not declared`)
    return { namespace, prefix, name: qualified.slice(colon + 1) }
  }

  #unescaped(text: string): string {
    if (!text.includes('&')) return text
    if (/&/.test(text.replace(ENTITY, ''))) this.fail('a bare `&`')
    return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) =>
      named ? (NAMED[named] ?? '') : codePoint(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)),
    )
  }

  /** A comment, a processing instruction; answers whether there was one. */
  #skipAside(): boolean {
    if (this.#skip('<!--')) this.#upTo('-->')
    else if (this.#skip('<?')) this.#upTo('?>')
    else return false
    return true
  }

  #upTo(end: string): string {
    const stop = this.#text.indexOf(end, this.at)
    if (stop < 0) this.fail(`\`${end}\` is missing`)
    const inner = this.#text.slice(this.at, stop)
    this.at = stop + end.length
    return inner
  }

  #name(): string {
    const name = this.#take(NAME)
    return name === '' ? this.fail('no name where one must stand') : name
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  #skip(piece: string): boolean {
    if (!this.#text.startsWith(piece, this.at)) return false
    this.at += piece.length
    return true
  }

  #expect(piece: string): void {
    if (!this.#skip(piece)) this.fail(`\`${piece}\` is missing`)
  }
}

function scopeOf(attributes: readonly RawAttribute[], outer: Scope): Scope {
  const own = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (own.length === 0) return outer
  return new Map([...outer, ...own.map(({ name, value }): [string, string] => [name.slice(6), value])])
}

const codePoint = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
