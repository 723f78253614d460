// Faults of any file: its structure, text, fonts, boxes, colours, outline. Those named in the product's promise come
// first; numbers are those of the list of forty.

import { dict, name, text, utf16 } from '../../support/pdf-objects.ts'
import { bent, type Fault } from './fault.ts'
import { after, before, bodyFont, coloured, resource, toUnicode } from './planting.ts'

const HEX = '0123456789ABCDEF'

/** The code that stands for a character, four digits as the content writes it. */
const codeOf = (cmap: string, character: string): string => {
  const unicode = Buffer.from(character, 'utf16le').swap16().toString('hex')
  const code = new RegExp(`<([0-9a-f]{4})> <${unicode}>`).exec(cmap)?.[1]
  if (code === undefined) throw new Error(`no code for ${character}`)
  return code
}

/** What a character's row of the ToUnicode CMap becomes. */
const meaning =
  (character: string, becomes: string): NonNullable<Fault['plant']> =>
  (pdf) => {
    const { font } = bodyFont(pdf)
    toUnicode(pdf, font, (cmap) => {
      const code = codeOf(cmap, character)
      const old = new RegExp(`<${code}> <[0-9a-f]+>`)
      return becomes === ''
        ? cmap.replace(old, '').replace(/\n\n/, '\n')
        : cmap.replace(old, `<${code}> <${Buffer.from(becomes, 'utf16le').swap16().toString('hex')}>`)
    })
  }

export const PROMISED: readonly Fault[] = [
  {
    fault: 'a lost character',
    edition: 'screen',
    plant: (pdf) => pdf.content(1, (c) => c.replace(/(<[0-9a-f]{40})[0-9a-f]{4}/, '$1')),
    fails: ['text'],
    says: 'missing',
  },
  {
    fault: 'a lost character, in a tagged file',
    edition: '3a',
    plant: (pdf) => pdf.content(1, (c) => c.replace(/(<[0-9a-f]{40})[0-9a-f]{4}/, '$1')),
    fails: ['text'],
    says: 'missing',
  },
  {
    fault: 'two lines swapped',
    edition: 'screen',
    plant: (pdf) =>
      pdf.content(1, (c) =>
        c.replace(/(\[<[0-9a-f]{80,}>\] TJ)((?:\n.*){1,3}?\n)(\[<[0-9a-f]{80,}>\] TJ)/, '$3$2$1'),
      ),
    fails: ['text'],
    says: 'moved',
  },
  {
    fault: 'a mirrored page',
    edition: 'screen',
    plant: (pdf) => before(pdf, 1, '-1 0 0 1 612.2835 0 cm'),
    fails: ['outlines'],
    says: 'mirrored',
  },
  {
    fault: 'a mirrored page, vertical',
    edition: 'vertical',
    plant: (pdf) => before(pdf, 1, '-1 0 0 1 612.2835 0 cm'),
    fails: ['outlines'],
    says: 'mirrored',
  },
  {
    fault: 'black of red, green and blue',
    edition: 'screen',
    plant: (pdf) => coloured(pdf, 1, '0 0 0 rg', '0 g'),
    fails: ['colour'],
    says: 'DeviceRGB',
  },
  {
    number: 8,
    fault: 'a font that is not embedded',
    edition: '3a',
    plant: (pdf) => bodyFont(pdf).descriptor.delete('FontFile2'),
    fails: ['fonts'],
    says: 'not embedded',
    verapdf: '6.2.11.4.1-1',
  },
  {
    fault: 'a missing box',
    edition: 'screen',
    plant: (pdf) => pdf.page(2).delete('TrimBox'),
    fails: ['boxes'],
    says: 'no TrimBox',
  },
  {
    number: 5,
    fault: 'a wrong ToUnicode: 一 as the radical ⼀',
    edition: '3a',
    plant: meaning('一', '\u2f00'),
    fails: ['text'],
    says: 'changed',
  },
  {
    fault: 'a file cut short',
    edition: 'screen',
    bend: (bytes) => bytes.slice(0, bytes.length * 0.9),
    fails: ['opens'],
    says: 'truncated',
  },
  {
    fault: 'an encrypted file',
    edition: 'screen',
    plant: (pdf) =>
      pdf.trailer.set(
        'Encrypt',
        dict({ Filter: name('Standard'), V: 1, R: 2, P: -4, O: text(HEX), U: text(HEX) }),
      ),
    fails: ['opens'],
    says: 'encrypted',
  },
  {
    fault: 'not a PDF',
    edition: 'screen',
    bend: () => new TextEncoder().encode('title: 市直机关'),
    fails: ['opens'],
    says: 'not a PDF',
  },
]

export const FILE_FAULTS: readonly Fault[] = [
  {
    number: 40,
    fault: '`Length` of a stream off by one',
    edition: '3a',
    bend: bent((file) => file.replace(/\/Length (\d+)/, (_, n: string) => `/Length ${Number(n) + 1}`)),
    fails: ['syntax'],
    says: '`Length`',
    verapdf: '6.1.7.1-1',
  },
  {
    number: 40,
    fault: 'bytes after %%EOF',
    edition: 'screen',
    bend: bent((file) => `${file}junk`),
    fails: ['opens'],
    says: 'bytes after the end',
  },
  {
    fault: 'blank lines after %%EOF',
    edition: '3a',
    bend: bent((file) => `${file}\n\n`),
    fails: ['syntax'],
    says: 'after `%%EOF`',
    verapdf: '6.1.3-3',
  },
  {
    fault: 'something before the header',
    edition: '3a',
    bend: bent((file) => `\n${file}`),
    fails: ['syntax'],
    says: 'byte 0',
    verapdf: '6.1.2-1',
  },
  {
    fault: 'no binary comment',
    edition: '3a',
    bend: bent((file) => file.replace('\n%\xff\xff\xff\xff', '\n%----')),
    fails: ['syntax'],
    says: 'above 127',
    verapdf: '6.1.2-2',
  },
  {
    fault: 'no file identifier',
    edition: '3a',
    plant: (pdf) => pdf.trailer.delete('ID'),
    fails: ['syntax'],
    says: '`ID`',
    verapdf: '6.1.3-1',
  },
  {
    fault: 'a cross-reference that leads astray',
    edition: 'screen',
    bend: bent((file) =>
      file.replace(
        /\n(\d{9})(\d) 00000 n/,
        (_, a: string, b: string) => `\n${a}${(Number(b) + 1) % 10} 00000 n`,
      ),
    ),
    fails: ['syntax'],
    says: 'cross-reference',
  },
  {
    fault: 'startxref off by three',
    edition: 'screen',
    bend: bent((file) => file.replace(/startxref\n(\d+)/, (_, n: string) => `startxref\n${Number(n) - 3}`)),
    fails: ['syntax'],
    says: 'cross-reference',
  },
  {
    fault: 'a hex string of odd length',
    edition: '3a',
    plant: (pdf) => after(pdf, 1, '/None <000> DP'),
    fails: ['syntax'],
    says: 'hex string',
  },
  {
    fault: 'an unknown operator',
    edition: '3a',
    plant: (pdf) => after(pdf, 1, 'BX 1 2 moveto EX'),
    fails: ['syntax'],
    says: '`moveto`',
    verapdf: '6.2.2-1',
  },
  {
    fault: 'q without Q',
    edition: 'screen',
    plant: (pdf) => after(pdf, 1, 'q'),
    fails: ['syntax'],
    says: 'do not match',
  },
  {
    fault: 'a resource that is not there',
    edition: 'screen',
    plant: (pdf) => after(pdf, 1, '/Nothing gs'),
    fails: ['syntax'],
    says: '`Nothing`',
  },
]

export const TEXT_FAULTS: readonly Fault[] = [
  {
    number: 1,
    fault: 'code 0 shown: .notdef',
    edition: '3a',
    plant: (pdf) => pdf.content(1, (c) => c.replace(/(<[0-9a-f]{40})[0-9a-f]{4}/, '$10000')),
    fails: ['text', 'characters'],
    says: '.notdef',
    verapdf: '6.2.11.8-1',
  },
  {
    number: 4,
    fault: 'a code without ToUnicode',
    edition: '3a',
    plant: meaning('党', ''),
    fails: ['text', 'characters'],
    says: 'no Unicode value',
    verapdf: '6.2.11.7.2-1',
  },
  {
    number: 6,
    fault: 'ToUnicode U+FEFF',
    edition: '3a',
    plant: meaning('党', '\ufeff'),
    fails: ['text', 'characters'],
    says: 'U+FEFF',
    verapdf: '6.2.11.7.2-2',
  },
  {
    number: 7,
    fault: 'a private-use character',
    edition: '3a',
    plant: meaning('党', '\ue123'),
    fails: ['text', 'characters'],
    says: 'U+E123',
    verapdf: '6.2.11.7.3-1',
  },
  {
    number: 2,
    fault: 'a width off by three',
    edition: '3a',
    plant: (pdf) => {
      const { font, descendant } = bodyFont(pdf)
      const code = codeOf(pdf.text(font.get('ToUnicode')), '党')
      pdf.array(descendant.get('W')).push(Number.parseInt(code, 16), [1003])
    },
    fails: ['outlines'],
    says: 'width 1003',
    verapdf: '6.2.11.5-1',
  },
  {
    number: 3,
    fault: 'the vertical origin 100 units low',
    edition: '3a-vertical',
    plant: (pdf) => bodyFont(pdf).descendant.set('DW2', [780, -1000]),
    fails: ['outlines'],
    says: 'vertical cell',
  },
  {
    fault: 'the vertical origin aside',
    edition: 'vertical',
    plant: (pdf) => {
      const { font, descendant } = bodyFont(pdf)
      const code = codeOf(pdf.text(font.get('ToUnicode')), '党')
      descendant.set('W2', [Number.parseInt(code, 16), [-1000, 450, 880]])
    },
    fails: ['outlines'],
    says: 'vertical origin',
  },
  {
    fault: 'a glyph without an outline',
    edition: 'screen',
    plant: (pdf) => {
      const { font, descriptor } = bodyFont(pdf)
      const code = Number.parseInt(codeOf(pdf.text(font.get('ToUnicode')), '党'), 16)
      pdf.edit(descriptor.get('FontFile2'), (program) => emptied(program, code))
    },
    fails: ['outlines'],
    says: 'outline is empty',
  },
  {
    fault: 'text that is not painted',
    edition: 'screen',
    plant: (pdf) => pdf.content(1, (c) => c.replace('BT', 'BT 3 Tr')),
    fails: ['outlines'],
    says: 'not painted',
  },
  {
    fault: 'text off the page',
    edition: 'screen',
    plant: (pdf) => before(pdf, 1, '1 0 0 1 -64 0 cm'),
    fails: ['boxes'],
    says: 'outside the trimmed page',
  },
  {
    fault: 'a Type 3 font',
    edition: 'screen',
    plant: (pdf) => {
      const glyph = pdf.add(dict({}), '1000 0 d0 0 0 500 500 re f')
      const font = dict({
        ...{
          Type: name('Font'),
          Subtype: name('Type3'),
          FontBBox: [0, 0, 1, 1],
          FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        },
        ...{ FirstChar: 65, LastChar: 65, Widths: [1000], CharProcs: dict({ a: glyph }) },
        Encoding: dict({ Differences: [65, name('a')] }),
      })
      resource(pdf, 1, 'Font', 'T3', font)
    },
    fails: ['fonts'],
    says: 'Type 3',
  },
]

export const DOCUMENT_FAULTS: readonly Fault[] = [
  {
    fault: 'grey text',
    edition: 'screen',
    plant: (pdf) => coloured(pdf, 1, '0.4 g', '0 g'),
    fails: ['colour'],
    says: 'grey 0.4',
  },
  {
    fault: 'a red square',
    edition: 'screen',
    plant: (pdf) => before(pdf, 1, 'q 1 0 0 rg 200 200 20 20 re f Q'),
    fails: ['ink'],
    says: 'DeviceRGB',
  },
  {
    fault: 'a red square in a form in a form',
    edition: 'screen',
    plant: (pdf) => {
      const form = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 100, 100] }
      const inner = pdf.add(dict({ ...form, Resources: dict({}) }), '1 0 0 RG 0 0 20 20 re S')
      const resources = dict({ XObject: dict({ Inner: inner }) })
      const outer = pdf.add(dict({ ...form, Resources: resources }), '/Inner Do')
      resource(pdf, 1, 'XObject', 'Outer', outer)
      before(pdf, 1, 'q /Outer Do Q')
    },
    fails: ['ink'],
    says: 'stroke in `DeviceRGB 1 0 0`',
  },
  {
    fault: 'a form in the red it inherits',
    edition: 'screen',
    plant: (pdf) => {
      const form = dict({
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: [0, 0, 100, 100],
        Resources: dict({}),
      })
      resource(pdf, 1, 'XObject', 'Plain', pdf.add(form, '0 0 20 20 re f'))
      before(pdf, 1, 'q 1 0 0 rg /Plain Do Q')
    },
    fails: ['ink'],
    says: 'fill in `DeviceRGB 1 0 0`',
  },
  {
    fault: 'a pattern of red',
    edition: 'screen',
    plant: (pdf) => {
      const cell = dict({
        ...{ Type: name('Pattern'), PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 4, 4] },
        ...{ XStep: 4, YStep: 4, Resources: dict({}) },
      })
      resource(pdf, 1, 'Pattern', 'P1', pdf.add(cell, '1 0 0 rg 0 0 2 2 re f'))
      before(pdf, 1, 'q /Pattern cs /P1 scn 200 200 20 20 re f Q')
    },
    fails: ['ink'],
    says: 'fill in `DeviceRGB 1 0 0`',
  },
  {
    fault: 'a red inline image',
    edition: 'screen',
    plant: (pdf) =>
      before(pdf, 1, 'q 20 0 0 20 200 200 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID \xff\x00\x00 EI Q'),
    fails: ['ink'],
    says: 'image in `DeviceRGB`',
  },
  {
    fault: 'a page turned',
    edition: 'screen',
    plant: (pdf) => pdf.page(2).set('Rotate', 180),
    fails: ['boxes'],
    says: 'turned by 180',
  },
  {
    fault: 'a page of another size',
    edition: 'screen',
    plant: (pdf) => pdf.page(2).set('TrimBox', [10, 10, 500, 800]),
    fails: ['boxes'],
    says: 'trims to',
  },
  {
    fault: 'a page tree that counts wrongly',
    edition: 'screen',
    plant: (pdf) => pdf.dict(pdf.catalog.get('Pages')).set('Count', 9),
    fails: ['page-count'],
    says: 'counts 9',
  },
  {
    fault: 'another title',
    edition: 'screen',
    plant: (pdf) => pdf.info.set('Title', utf16('别的书')),
    fails: ['metadata'],
    says: 'does not name',
  },
  {
    fault: 'XMP that is no XML, where no standard is claimed',
    edition: 'screen',
    plant: (pdf) =>
      pdf.edit(pdf.catalog.get('Metadata'), (packet) => packet.replace('<dc:format>', '<dc:format>R&D')),
    fails: ['metadata'],
    says: 'no XML',
  },
  {
    fault: 'an outline item with a wrong title',
    edition: 'screen',
    plant: (pdf) => {
      const items = [...pdf.objects.values()].filter(
        (value) => value instanceof Map && value.has('Title') && value.has('Dest'),
      )
      pdf.dict(items[1]).set('Title', utf16('别的标题'))
    },
    fails: ['outline'],
    says: '别的标题',
  },
  {
    fault: 'an outline item that leads to no page',
    edition: 'screen',
    plant: (pdf) => {
      const items = [...pdf.objects.values()].filter(
        (value) => value instanceof Map && value.has('Title') && value.has('Dest'),
      )
      pdf.dict(items[1]).set('Dest', [pdf.trailer.get('Info') ?? null, name('Fit')])
    },
    fails: ['outline', 'links'],
    says: 'leads to no page',
  },
  {
    fault: 'a link to a page that does not exist',
    edition: 'screen',
    plant: (pdf) => {
      const link = dict({
        Type: name('Annot'),
        Subtype: name('Link'),
        Rect: [9, 9, 20, 20],
        Dest: text('nowhere'),
      })
      pdf.page(1).set('Annots', [pdf.add(link)])
    },
    fails: ['links'],
    says: 'a link leads to no page',
  },
  {
    fault: 'no page labels',
    edition: 'screen',
    plant: (pdf) => pdf.catalog.delete('PageLabels'),
    fails: ['page-labels'],
    says: 'label',
  },
  {
    fault: 'the hash of another manuscript',
    edition: 'screen',
    plant: (pdf) =>
      pdf.edit(pdf.catalog.get('Metadata'), (packet) =>
        packet.replace(/<banxin:sourceSHA256>.{4}/, '<banxin:sourceSHA256>0000'),
      ),
    fails: ['hash'],
    says: 'another manuscript',
  },
]

/** TrueType with one glyph emptied: the next one's offset moved to its own. */
function emptied(program: string, glyph: number): string {
  const bytes = Buffer.from(program, 'latin1')
  const tables = new Map<string, number>()
  for (let i = 0; i < bytes.readUInt16BE(4); i++)
    tables.set(bytes.toString('latin1', 12 + 16 * i, 16 + 16 * i), bytes.readUInt32BE(12 + 16 * i + 8))
  const loca = tables.get('loca') ?? 0
  const isLong = bytes.readInt16BE((tables.get('head') ?? 0) + 50) === 1
  if (isLong) bytes.writeUInt32BE(bytes.readUInt32BE(loca + 4 * glyph + 4), loca + 4 * glyph)
  else bytes.writeUInt16BE(bytes.readUInt16BE(loca + 2 * glyph + 2), loca + 2 * glyph)
  return bytes.toString('latin1')
}
