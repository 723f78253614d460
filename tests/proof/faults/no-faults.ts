// What looks like a fault and is none: checks that would fail here cry wolf.

import { dict, name, text, utf16 } from '../../support/pdf-objects.ts'
import type { Fault } from './fault.ts'
import { before, element, link, painted, picture, resource } from './planting.ts'

export type Harmless = Pick<Fault, 'edition' | 'plant'> & { readonly what: string }

const square = (ink: string): string => `/Artifact BMC q ${ink} 200 200 20 20 re f Q EMC`

export const NO_FAULTS: readonly Harmless[] = [
  {
    what: 'a colour that is set and never painted with',
    edition: 'x-1a',
    plant: (pdf) => before(pdf, 1, 'q 1 0 0 rg 0 1 0 RG Q'),
  },
  {
    what: 'a CMYK picture within the limit',
    edition: 'x-1a',
    plant: (pdf) => {
      picture(pdf, name('DeviceCMYK'), '\x80\x80\x80\x80')
      pdf.content(1, (c) => c.replace('/ImTest Do', '/Plain gs /ImTest Do'))
      resource(pdf, 1, 'ExtGState', 'Plain', dict({ OP: false, op: false, OPM: 0 }))
    },
  },
  {
    what: 'a soft mask in X-4',
    edition: 'x-4',
    plant: (pdf) => {
      const mask = { Type: name('XObject'), Subtype: name('Image'), Width: 1, Height: 1, BitsPerComponent: 8 }
      picture(pdf, name('DeviceCMYK'), '\0\0\0\xff', {
        SMask: pdf.add(dict({ ...mask, ColorSpace: name('DeviceGray') }), '\x80'),
      })
    },
  },
  {
    what: 'an annotation outside the bleed',
    edition: 'x-4',
    plant: (pdf) => link(pdf, { Rect: [0, 0, 5, 5] }),
  },
  {
    what: 'CropBox that is the MediaBox',
    edition: 'x-4',
    plant: (pdf) => pdf.page(1).set('CropBox', pdf.page(1).get('MediaBox') ?? []),
  },
  {
    what: 'a spot ink in one definition',
    edition: 'x-1a',
    plant: (pdf) => {
      const tint = pdf.add(
        dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0.2, 1, 0], N: 1 }),
      )
      resource(pdf, 1, 'ColorSpace', 'Gold', [name('Separation'), name('Gold'), name('DeviceCMYK'), tint])
      before(pdf, 1, square('/Gold cs 1 scn'))
    },
  },
  {
    what: 'a spot ink in two copies of one definition',
    edition: 'x-4',
    plant: (pdf) => {
      for (const key of ['Gold1', 'Gold2']) {
        const shade = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0.2, 1, 0], N: 1 }
        const space = [name('Separation'), name('Gold'), name('DeviceCMYK'), pdf.add(dict(shade))]
        resource(pdf, 1, 'ColorSpace', key, pdf.add(space))
      }
    },
  },
  {
    what: 'the registered name of the condition',
    edition: 'x-1a',
    plant: (pdf) => {
      const intent = pdf.dict(pdf.array(pdf.catalog.get('OutputIntents'))[0])
      intent.set('OutputConditionIdentifier', text('FOGRA39'))
      intent.set('RegistryName', text('http://www.color.org'))
    },
  },
  {
    what: 'a block that goes on into the bleed',
    edition: 'x-4',
    plant: (pdf) => {
      const [left = 0, bottom = 0] = pdf.array(pdf.page(1).get('BleedBox')) as number[]
      before(pdf, 1, `/Artifact BMC q 0 0 0 0.2 k ${left} ${bottom + 100} 40 30 re f Q EMC`)
    },
  },
  {
    what: 'a page turned all the way round',
    edition: 'screen',
    plant: (pdf) => pdf.page(2).set('Rotate', 360),
  },
  {
    what: 'a link with words in a Link element',
    edition: '3a',
    plant: (pdf) => {
      pdf.page(1).set('Tabs', name('S'))
      const annotation = link(pdf, { Contents: utf16('第1页') })
      element(pdf, 'Link', { K: dict({ Type: name('OBJR'), Obj: annotation, Pg: pdf.pageRef(1) }) })
    },
  },
  {
    what: 'a figure with words',
    edition: '3a',
    plant: (pdf) => void painted(pdf, 'Figure', { Alt: utf16('一个方块') }),
  },
  {
    what: 'a table with heads and a cell across two columns',
    edition: '3a',
    plant: (pdf) => {
      const table = element(pdf, 'Table')
      const [first, second] = [element(pdf, 'TR', {}, table.ref), element(pdf, 'TR', {}, table.ref)]
      painted(pdf, 'TH', { A: dict({ O: name('Table'), ColSpan: 2 }) }, first.ref)
      painted(pdf, 'TD', {}, second.ref)
      painted(pdf, 'TD', {}, second.ref)
    },
  },
  {
    what: 'a type of its own that is mapped',
    edition: '3a',
    plant: (pdf) => {
      pdf.dict(pdf.catalog.get('StructTreeRoot')).set('RoleMap', dict({ Leimu: name('Part') }))
      element(pdf, 'Leimu')
    },
  },
]
