import { describe, expect, it } from 'vitest'
import { readXmp, xmpValue } from '../../src/proof/xmp/packet.ts'
import { NS } from '../../src/proof/xmp/schemas.ts'
import { parseXml, XmlFault } from '../../src/proof/xmp/xml.ts'

describe('XML', () => {
  it('gives elements with their namespaces, attributes and text', () => {
    const root = parseXml(
      '<?xml version="1.0"?>\n<a:b xmlns:a="u" x=\'1\'><!-- c --><c xmlns="v">t &amp; &#x4E00;</c></a:b>',
    )
    expect(root).toMatchObject({ namespace: 'u', name: 'b', attributes: [{ name: 'x', value: '1' }] })
    expect(root.children).toMatchObject([{ namespace: 'v', name: 'c', text: 't & 一' }])
  })

  it.each([
    ['a bare ampersand', '<a>R & D</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an element left open', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['a prefix nobody declared', '<x:a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a value without quotes', '<a b=1/>'],
    ['nothing at all', ''],
    ['a comment left open', '<a><!-- </a>'],
  ])('refuses %s', (_, text) => {
    expect(() => parseXml(text)).toThrow(XmlFault)
  })
})

const packet = (rows: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="${NS.dc}" xmlns:pdf="${NS.pdf}" pdf:Producer="p">${rows}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`

describe('a packet', () => {
  it('gives properties in either form', () => {
    const rows =
      '<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="en">b</rdf:li><rdf:li xml:lang="x-default">a</rdf:li></rdf:Alt></dc:title>'
    const xmp = readXmp(Buffer.from(packet(rows)).toString('latin1'))
    expect(xmpValue(xmp, NS.pdf, 'Producer')).toBe('p')
    expect(xmpValue(xmp, NS.dc, 'title')).toBe('a')
    expect(xmp.properties.map(({ name, form }) => `${name} ${form}`)).toEqual([
      'Producer text',
      'format text',
      'title Alt',
    ])
  })

  it('that is no XML says so and has no properties', () => {
    const xmp = readXmp(packet('<dc:format>&</dc:format>'))
    expect(xmp.fault).toContain('bare `&`')
    expect(xmp.properties).toEqual([])
  })
})
