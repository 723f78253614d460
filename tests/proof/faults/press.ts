// Faults of press files: PDF/X, inks, boxes. No free validator sees any of them.

import { dict, name, text } from '../../support/pdf-objects.ts'
import type { Fault } from './fault.ts'
import { after, before, coloured, link, picture, resource, xmp } from './planting.ts'

const square = (ink: string): string => `/Artifact BMC q ${ink} 200 200 20 20 re f Q EMC`

const firstIntent = (pdf: Parameters<NonNullable<Fault['plant']>>[0]) =>
  pdf.dict(pdf.array(pdf.catalog.get('OutputIntents'))[0])

/** An sRGB profile as far as its header says. */
const DISPLAY_PROFILE = (() => {
  const header = Buffer.alloc(132)
  header.writeUInt32BE(header.length, 0)
  header[8] = 2
  header.write('mntrRGB XYZ ', 12, 'latin1')
  header.write('acsp', 36, 'latin1')
  return header
})()

export const BOX_FAULTS: readonly Fault[] = [
  {
    number: 33,
    fault: 'no TrimBox on one page',
    edition: 'x-4',
    plant: (pdf) => pdf.page(2).delete('TrimBox'),
    fails: ['boxes'],
    says: 'no TrimBox',
  },
  {
    number: 33,
    fault: 'TrimBox beyond BleedBox',
    edition: 'x-4',
    plant: (pdf) => {
      for (const number of [1, 2]) pdf.page(number).set('BleedBox', [40, 40, 500, 700])
    },
    fails: ['boxes'],
    says: 'TrimBox sticks out of BleedBox',
  },
  {
    fault: 'a TrimBox inherited',
    edition: 'x-1a',
    plant: (pdf) => {
      const trim = pdf.page(1).get('TrimBox') ?? []
      for (const number of [1, 2]) pdf.page(number).delete('TrimBox')
      pdf.dict(pdf.catalog.get('Pages')).set('TrimBox', trim)
    },
    fails: ['boxes'],
    says: 'no TrimBox',
  },
  {
    fault: 'ArtBox beside TrimBox',
    edition: 'x-4',
    plant: (pdf) => pdf.page(1).set('ArtBox', pdf.page(1).get('TrimBox') ?? []),
    fails: ['boxes'],
    says: 'ArtBox',
  },
  {
    fault: 'CropBox cuts into the page',
    edition: 'x-4',
    plant: (pdf) => pdf.page(1).set('CropBox', [60, 60, 560, 800]),
    fails: ['boxes'],
    says: 'CropBox',
  },
  {
    fault: 'UserUnit',
    edition: 'x-1a',
    plant: (pdf) => pdf.page(1).set('UserUnit', 2),
    fails: ['boxes'],
    says: 'UserUnit',
  },
  {
    fault: 'a block that stops at the edge of the page',
    edition: 'x-4',
    plant: (pdf) => {
      const [left = 0, bottom = 0] = pdf.array(pdf.page(1).get('TrimBox')) as number[]
      before(pdf, 1, `/Artifact BMC q 0 0 0 0.2 k ${left} ${bottom + 100} 30 30 re f Q EMC`)
    },
    fails: ['boxes'],
    says: 'bleeds 0.0 mm',
  },
]

export const INK_FAULTS: readonly Fault[] = [
  {
    number: 35,
    fault: 'text in four colours',
    edition: 'x-4',
    plant: (pdf) => coloured(pdf, 1, '0.2 0.1 0 1 k', '0 0 0 1 k'),
    fails: ['colour', 'ink'],
    says: 'not 100 % K',
  },
  {
    number: 36,
    fault: 'text in grey black',
    edition: 'x-4',
    plant: (pdf) => coloured(pdf, 1, '0 g', '0 0 0 1 k'),
    fails: ['colour'],
    says: 'DeviceGray',
  },
  {
    number: 36,
    fault: 'white that overprints',
    edition: 'x-4',
    plant: (pdf) => after(pdf, 1, '/Artifact BMC q /Overprint gs 0 0 0 0 k 200 200 20 20 re f Q EMC'),
    fails: ['ink'],
    says: '`DeviceCMYK 0 0 0 0` overprints',
  },
  {
    fault: 'black text that does not overprint',
    edition: 'x-1a',
    plant: (pdf) => pdf.content(1, (c) => c.replace('/Overprint gs\n', '')),
    fails: ['ink'],
    says: 'does not overprint',
  },
  {
    fault: 'more ink than the limit',
    edition: 'x-4',
    plant: (pdf) => before(pdf, 1, square('0.9 0.9 0.9 0.9 k')),
    fails: ['ink'],
    says: '360 %',
  },
  {
    fault: 'registration colour on the page',
    edition: 'x-4',
    plant: (pdf) => {
      const spaces = [...pdf.objects.values()].find(
        (value) => Array.isArray(value) && JSON.stringify(value).includes('"All"'),
      )
      const own = [name('Separation'), name('All'), name('DeviceCMYK'), tint(pdf, 2)]
      resource(pdf, 1, 'ColorSpace', 'Everywhere', spaces ?? own)
      before(pdf, 1, square('/Everywhere cs 1 scn'))
    },
    // Beside the marks it is a second definition of the same ink.
    fails: ['ink', 'pdfx'],
    says: 'registration colour',
  },
]

const tint = (pdf: Parameters<NonNullable<Fault['plant']>>[0], exponent = 1) =>
  pdf.add(dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: exponent }))

export const PDFX_FAULTS: readonly Fault[] = [
  {
    number: 34,
    fault: '`Trapped` as a string',
    edition: 'x-4',
    plant: (pdf) => pdf.info.set('Trapped', text('False')),
    fails: ['pdfx'],
    says: '`Trapped`',
  },
  {
    fault: '`Trapped` unknown',
    edition: 'x-1a',
    plant: (pdf) => pdf.info.set('Trapped', name('Unknown')),
    fails: ['pdfx'],
    says: '`Trapped`',
  },
  {
    fault: 'trapped in Info, untrapped in XMP',
    edition: 'x-4',
    plant: (pdf) => pdf.info.set('Trapped', name('True')),
    fails: ['pdfx'],
    says: 'pdf:Trapped',
  },
  {
    fault: 'another version of PDF/X',
    edition: 'x-1a',
    plant: (pdf) => pdf.info.set('GTS_PDFXVersion', text('PDF/X-3:2002')),
    fails: ['pdfx', 'metadata'],
    says: 'PDF/X-3:2002',
  },
  {
    fault: 'no version in XMP',
    edition: 'x-4',
    plant: (pdf) => xmp(pdf, (packet) => packet.replace(/<pdfxid:.*\n/, '')),
    fails: ['pdfx'],
    says: '`GTS_PDFXVersion` is missing',
  },
  {
    fault: 'no mark of PDF/X at all',
    edition: 'x-1a',
    plant: (pdf) => {
      pdf.info.delete('GTS_PDFXVersion')
      pdf.catalog.delete('OutputIntents')
    },
    fails: ['pdfx', 'metadata', 'colour', 'ink'],
    says: 'does not claim PDF/X',
  },
  {
    fault: 'no date of change',
    edition: 'x-4',
    plant: (pdf) => pdf.info.delete('ModDate'),
    fails: ['pdfx'],
    says: '`ModDate`',
  },
  {
    fault: 'Info and XMP of two titles',
    edition: 'x-4',
    plant: (pdf) =>
      xmp(pdf, (packet) =>
        packet.replace(/潍坊年鉴/u, '潍坊').replace(Buffer.from('潍坊年鉴').toString('latin1'), 'x'),
      ),
    fails: ['pdfx'],
    says: 'Info `Title`',
  },
  {
    fault: 'a packet that is packed',
    edition: 'x-4',
    plant: (pdf) => {
      xmp(pdf, (packet) => `${packet}\n`)
      pdf.dict(pdf.catalog.get('Metadata')).set('Filter', name('FlateDecode'))
    },
    fails: ['pdfx'],
    says: 'packed',
  },
  {
    number: 38,
    fault: 'an output intent without profile',
    edition: 'x-4',
    plant: (pdf) => firstIntent(pdf).delete('DestOutputProfile'),
    fails: ['pdfx'],
    says: 'no profile',
  },
  {
    number: 38,
    fault: 'the profile of a display',
    edition: 'x-4',
    plant: (pdf) => firstIntent(pdf).set('DestOutputProfile', pdf.add(dict({ N: 3 }), DISPLAY_PROFILE)),
    fails: ['pdfx'],
    says: '`mntr RGB`',
  },
  {
    fault: 'two output intents',
    edition: 'x-1a',
    plant: (pdf) => pdf.array(pdf.catalog.get('OutputIntents')).push(new Map(firstIntent(pdf))),
    fails: ['pdfx'],
    says: '2 output intents',
  },
  {
    fault: 'an output intent without a name',
    edition: 'x-4',
    plant: (pdf) => firstIntent(pdf).delete('OutputConditionIdentifier'),
    fails: ['pdfx'],
    says: 'OutputConditionIdentifier',
  },
  {
    fault: 'a square in RGB',
    edition: 'x-4',
    plant: (pdf) => before(pdf, 1, square('1 0 0 rg')),
    fails: ['pdfx'],
    says: '`DeviceRGB`',
  },
  {
    number: 12,
    fault: 'a picture in RGB',
    edition: 'x-1a',
    plant: (pdf) => picture(pdf, name('DeviceRGB'), '\xff\0\0'),
    fails: ['pdfx'],
    says: '`DeviceRGB`',
  },
  {
    fault: 'a palette of RGB',
    edition: 'x-4',
    plant: (pdf) => picture(pdf, [name('Indexed'), name('DeviceRGB'), 0, text('\xff\0\0')], '\0'),
    fails: ['pdfx'],
    says: '`DeviceRGB`',
  },
  {
    fault: 'a colour managed by a profile',
    edition: 'x-1a',
    plant: (pdf) => {
      const profile = pdf.add(dict({ N: 4 }), pdf.text(firstIntent(pdf).get('DestOutputProfile')))
      resource(pdf, 1, 'ColorSpace', 'Managed', [name('ICCBased'), profile])
      before(pdf, 1, square('/Managed cs 0 0 0 1 scn'))
    },
    fails: ['pdfx'],
    says: '`ICCBased`',
  },
  {
    fault: 'a spot ink of two definitions',
    edition: 'x-4',
    plant: (pdf) => {
      for (const exponent of [1, 2]) {
        const space = [name('Separation'), name('Gold'), name('DeviceCMYK'), tint(pdf, exponent)]
        resource(pdf, 1, 'ColorSpace', `Gold${exponent}`, space)
      }
    },
    fails: ['pdfx'],
    says: '`Gold` is defined in two ways',
  },
  {
    fault: 'a spot ink of two definitions, both in place',
    edition: 'x-4',
    plant: (pdf) => {
      for (const [key, magenta] of [
        ['Gold1', 0.2],
        ['Gold2', 0.9],
      ] as const) {
        const shade = dict({
          FunctionType: 2,
          Domain: [0, 1],
          C0: [0, 0, 0, 0],
          C1: [0, magenta, 1, 0],
          N: 1,
        })
        resource(pdf, 1, 'ColorSpace', key, [name('Separation'), name('Gold'), name('DeviceCMYK'), shade])
      }
    },
    fails: ['pdfx'],
    says: '`Gold` is defined in two ways',
  },
  {
    fault: 'a profile of ICC version 4 in X-1a',
    edition: 'x-1a',
    plant: (pdf) =>
      pdf.edit(
        firstIntent(pdf).get('DestOutputProfile'),
        (data) => `${data.slice(0, 8)}\x04${data.slice(9)}`,
      ),
    fails: ['pdfx'],
    says: 'ICC version 4',
  },
  {
    fault: 'the name of another condition than the profile of',
    edition: 'x-4',
    plant: (pdf) => {
      firstIntent(pdf).set('OutputConditionIdentifier', text('FOGRA51'))
      firstIntent(pdf).set('RegistryName', text('http://www.color.org'))
    },
    fails: ['pdfx'],
    says: 'the output intent is FOGRA51',
  },
  {
    number: 37,
    fault: 'a soft mask in X-1a',
    edition: 'x-1a',
    plant: (pdf) => {
      const mask = { Type: name('XObject'), Subtype: name('Image'), Width: 1, Height: 1, BitsPerComponent: 8 }
      const alpha = pdf.add(dict({ ...mask, ColorSpace: name('DeviceGray') }), '\x80')
      picture(pdf, name('DeviceCMYK'), '\0\0\0\xff', { SMask: alpha })
    },
    fails: ['pdfx'],
    says: '`SMask`',
  },
  {
    fault: 'a transparent state in X-1a',
    edition: 'x-1a',
    plant: (pdf) => resource(pdf, 1, 'ExtGState', 'Faint', dict({ ca: 0.5, BM: name('Multiply') })),
    fails: ['pdfx'],
    says: '`ca`',
  },
  {
    number: 37,
    fault: 'a page group in DeviceRGB',
    edition: 'x-4',
    plant: (pdf) => pdf.page(1).set('Group', dict({ S: name('Transparency'), CS: name('DeviceRGB') })),
    fails: ['pdfx'],
    says: 'does not blend in CMYK',
  },
  {
    number: 39,
    fault: 'a link on the page',
    edition: 'x-4',
    plant: (pdf) => link(pdf),
    fails: ['pdfx'],
    says: 'Link annotation',
  },
  {
    number: 39,
    fault: 'an outline item with JavaScript',
    edition: 'x-4',
    plant: (pdf) => {
      const item = [...pdf.objects.values()].find(
        (value) => value instanceof Map && value.has('Title') && value.has('Dest'),
      )
      pdf.dict(item).set('A', dict({ S: name('JavaScript'), JS: text('app.alert(1)') }))
    },
    // pdf.js takes the action for where the item leads.
    fails: ['pdfx', 'outline', 'links'],
    says: 'JavaScript in Outline',
  },
  {
    fault: 'something done on opening',
    edition: 'x-1a',
    plant: (pdf) =>
      pdf.catalog.set('OpenAction', dict({ S: name('GoTo'), D: [pdf.pageRef(1), name('Fit')] })),
    fails: ['pdfx'],
    says: 'OpenAction',
  },
  {
    fault: 'an attachment',
    edition: 'x-4',
    plant: (pdf) => {
      const file = pdf.add(dict({ Type: name('EmbeddedFile') }), 'hello')
      const specification = pdf.add(
        dict({ Type: name('Filespec'), F: text('a.txt'), UF: text('a.txt'), EF: dict({ F: file }) }),
      )
      pdf.catalog.set('Names', dict({ EmbeddedFiles: dict({ Names: [text('a.txt'), specification] }) }))
    },
    fails: ['pdfx', 'attachments'],
    says: '`EmbeddedFiles`',
  },
  {
    fault: 'a stream packed with LZW',
    edition: 'x-4',
    plant: (pdf) => void pdf.add(dict({ Filter: name('LZWDecode') }), '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01'),
    fails: ['pdfx'],
    says: 'LZWDecode',
  },
  {
    fault: 'a transfer function',
    edition: 'x-4',
    plant: (pdf) => resource(pdf, 1, 'ExtGState', 'Curve', dict({ TR: name('Identity') })),
    fails: ['pdfx'],
    says: '`TR`',
  },
  {
    fault: 'PostScript',
    edition: 'x-1a',
    plant: (pdf) => {
      resource(
        pdf,
        1,
        'XObject',
        'Ps',
        pdf.add(dict({ Type: name('XObject'), Subtype: name('PS') }), 'showpage'),
      )
      before(pdf, 1, '/Ps Do')
    },
    fails: ['pdfx'],
    says: 'PostScript',
  },
  {
    fault: 'an area to view other than the page',
    edition: 'x-4',
    plant: (pdf) => pdf.catalog.set('ViewerPreferences', dict({ ViewArea: name('TrimBox') })),
    fails: ['pdfx'],
    says: '`ViewArea`',
  },
  {
    fault: 'layers in X-1a',
    edition: 'x-1a',
    plant: (pdf) => pdf.catalog.set('OCProperties', dict({ OCGs: [], D: dict({}) })),
    fails: ['pdfx'],
    says: 'OCProperties',
  },
  {
    fault: 'the wrong version of PDF',
    edition: 'x-1a',
    plant: (pdf) => {
      pdf.version = '1.6'
    },
    fails: ['metadata'],
    says: 'PDF 1.6, not 1.4',
  },
]
