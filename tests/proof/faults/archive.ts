// Faults of archive files: PDF/A, PDF/UA, tags, attachments.

import { Buffer } from 'node:buffer'
import { dict, name, type PdfObjects, text, utf16 } from '../../support/pdf-objects.ts'
import type { Fault } from './fault.ts'
import {
  before,
  bodyFont,
  coloured,
  element,
  elements,
  kids,
  link,
  painted,
  picture,
  resource,
  xmp,
} from './planting.ts'

const latin = (words: string): string => Buffer.from(words).toString('latin1')

const specification = (pdf: PdfObjects, ending: string) => {
  const found = pdf.ofType('Filespec').find(([, value]) => JSON.stringify([...value]).includes(ending))
  if (!found) throw new Error(`no attachment ${ending}`)
  return {
    ref: { ref: found[0] },
    file: pdf.dict(pdf.dict(found[1].get('EF')).get('F')),
    specification: found[1],
  }
}

export const PDFA_FAULTS: readonly Fault[] = [
  {
    number: 9,
    fault: 'no CIDToGIDMap',
    edition: '3a',
    plant: (pdf) => bodyFont(pdf).descendant.delete('CIDToGIDMap'),
    fails: ['pdfa'],
    says: 'CIDToGIDMap',
    verapdf: '6.2.11.3.2-1',
  },
  {
    number: 10,
    fault: 'a CIDSet one bit short',
    edition: '3a',
    plant: (pdf) => {
      const { descriptor, font } = bodyFont(pdf)
      const glyphs = (pdf.text(font.get('ToUnicode')).match(/^<[0-9a-f]{4}> /gm) ?? []).length + 1
      const bits = Buffer.alloc(Math.ceil(glyphs / 8), 0xff)
      bits[1] = 0xfe
      descriptor.set('CIDSet', pdf.add(dict({}), bits))
    },
    fails: ['pdfa'],
    says: 'CIDSet',
    verapdf: '6.2.11.4.2-2',
  },
  {
    number: 11,
    fault: 'K under an sRGB intent',
    edition: '3a',
    plant: (pdf) => coloured(pdf, 1, '0 0 0 1 k', '0 g'),
    fails: ['colour', 'pdfa'],
    says: 'DeviceCMYK',
    verapdf: '6.2.4.3-3',
  },
  {
    number: 12,
    fault: 'a CMYK picture under an sRGB intent',
    edition: '3a',
    plant: (pdf) => picture(pdf, name('DeviceCMYK'), '\0\0\0\xff'),
    fails: ['ink', 'pdfa'],
    says: 'DeviceCMYK',
    verapdf: '6.2.4.3-3',
  },
  {
    number: 13,
    fault: 'two intents with two profile objects',
    edition: '3a',
    plant: (pdf) => {
      const intents = pdf.array(pdf.catalog.get('OutputIntents'))
      const first = pdf.dict(intents[0])
      const copy = pdf.add(dict({ N: 3 }), Buffer.from(pdf.text(first.get('DestOutputProfile')), 'latin1'))
      intents.push(new Map([...first, ['S', name('ISO_PDFE1')], ['DestOutputProfile', copy]]))
    },
    fails: ['pdfa'],
    says: 'two profile objects',
    verapdf: '6.2.3-2',
  },
  {
    fault: 'no output intent',
    edition: '3a',
    plant: (pdf) => pdf.catalog.delete('OutputIntents'),
    fails: ['pdfa'],
    says: 'DeviceGray',
    verapdf: '6.2.4.3-4',
  },
  {
    number: 14,
    fault: 'a smoothed picture',
    edition: '3a',
    plant: (pdf) => picture(pdf, name('DeviceGray'), '\0', { Interpolate: true }),
    fails: ['pdfa'],
    says: 'Interpolate',
    verapdf: '6.2.8-3',
  },
  {
    number: 15,
    fault: '30 nested q',
    edition: '3a',
    plant: (pdf) => before(pdf, 1, `${'q '.repeat(30)}${'Q '.repeat(30)}`),
    fails: ['pdfa'],
    says: '30 deep',
    verapdf: '6.1.13-8',
  },
  {
    number: 16,
    fault: 'a bare & in XMP',
    edition: '3a',
    plant: (pdf) => xmp(pdf, (packet) => packet.replace(latin('潍坊年鉴'), latin('潍坊 & 年鉴'))),
    fails: ['pdfa'],
    says: 'a bare `&`',
    verapdf: '6.6.2.1-4',
  },
  {
    number: 17,
    fault: 'pdfuaid without a schema',
    edition: '3a',
    plant: (pdf) =>
      xmp(pdf, (packet) =>
        packet.replace(/<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF\/UA.*\n/, ''),
      ),
    fails: ['pdfa'],
    says: '`pdfuaid:part` is in no schema',
    verapdf: '6.6.2.3.1-1',
  },
  {
    fault: 'a schema without a description',
    edition: '3a',
    plant: (pdf) =>
      xmp(pdf, (packet) => packet.replace(/<pdfaProperty:description>.*?<\/pdfaProperty:description>/, '')),
    fails: ['pdfa'],
    says: 'lacks description',
    verapdf: '6.6.2.3.3-10',
  },
  {
    fault: 'a property of the wrong form',
    edition: '3a',
    plant: (pdf) =>
      xmp(pdf, (packet) =>
        packet.replace(/<dc:language>.*<\/dc:language>/, '<dc:language>zh-CN</dc:language>'),
      ),
    fails: ['pdfa'],
    says: '`dc:language` is text',
    verapdf: '6.6.2.3.1-2',
  },
  {
    number: 18,
    fault: 'Info and XMP of two titles',
    edition: '3a',
    plant: (pdf) => pdf.info.set('Title', utf16('潍坊年鉴 2003 增订')),
    fails: ['pdfa'],
    says: 'Info `Title`',
  },
  {
    fault: 'Info and XMP of two dates',
    edition: '3a',
    plant: (pdf) =>
      xmp(pdf, (packet) => packet.replace('<xmp:CreateDate>2003-12-01', '<xmp:CreateDate>2004-12-01')),
    fails: ['pdfa'],
    says: 'Info `CreationDate`',
  },
  {
    fault: 'part 4',
    edition: '3a',
    plant: (pdf) => xmp(pdf, (packet) => packet.replace('<pdfaid:part>3', '<pdfaid:part>4')),
    fails: ['pdfa'],
    says: 'neither PDF/A-2 nor PDF/A-3',
    verapdf: '6.6.4-2',
  },
  {
    fault: 'no mark of PDF/A',
    edition: '3a',
    plant: (pdf) => xmp(pdf, (packet) => packet.replace(/<pdfaid:.*\n<pdfaid:.*\n/, '')),
    fails: ['pdfa'],
    says: 'does not claim PDF/A',
    verapdf: '6.6.4-1',
  },
  {
    fault: 'a stream packed with LZW',
    edition: '3a',
    plant: (pdf) => void pdf.add(dict({ Filter: name('LZWDecode') }), '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01'),
    fails: ['pdfa'],
    says: 'LZWDecode',
    verapdf: '6.1.7.2-1',
  },
  {
    fault: 'a script',
    edition: '3a',
    plant: (pdf) => pdf.catalog.set('OpenAction', dict({ S: name('JavaScript'), JS: text('1') })),
    fails: ['pdfa', 'links'],
    says: 'JavaScript in OpenAction',
    verapdf: '6.5.1-1',
  },
  {
    fault: 'an action at an event',
    edition: '3a',
    plant: (pdf) =>
      pdf.page(1).set('AA', dict({ O: dict({ S: name('GoTo'), D: [pdf.pageRef(1), name('Fit')] }) })),
    fails: ['pdfa'],
    says: 'GoTo in Page',
    verapdf: '6.5.2-2',
  },
  {
    fault: 'resources inherited',
    edition: '3a',
    plant: (pdf) => {
      const page = pdf.page(1)
      pdf.dict(pdf.catalog.get('Pages')).set('Resources', page.get('Resources') ?? null)
      page.delete('Resources')
    },
    fails: ['pdfa'],
    says: 'no resources of its own',
    verapdf: '6.2.2-2',
  },
  {
    fault: 'a transfer function',
    edition: '3a',
    plant: (pdf) => {
      resource(pdf, 1, 'ExtGState', 'Curve', dict({ TR: name('Identity') }))
      before(pdf, 1, 'q /Curve gs Q')
    },
    fails: ['pdfa'],
    says: '`TR`',
    verapdf: '6.2.5-1',
  },
]

export const TAG_FAULTS: readonly Fault[] = [
  {
    number: 20,
    fault: 'the title is not shown',
    edition: '3a',
    plant: (pdf) => pdf.dict(pdf.catalog.get('ViewerPreferences')).set('DisplayDocTitle', false),
    fails: ['tags'],
    says: 'DisplayDocTitle',
    verapdf: 'ua1 7.1-10',
  },
  {
    number: 20,
    fault: 'no language',
    edition: '3a',
    plant: (pdf) => pdf.catalog.delete('Lang'),
    fails: ['metadata'],
    says: 'no language',
    verapdf: 'ua1 7.2-34',
  },
  {
    number: 21,
    fault: 'H4 after H2',
    edition: '3a',
    plant: (pdf) => elements(pdf, 'H3')[0]?.[1].set('S', name('H4')),
    fails: ['tags'],
    says: 'H4 after H2',
    verapdf: 'ua1 7.4.2-1',
  },
  {
    number: 22,
    fault: 'a run-in heading tagged as a paragraph',
    edition: '3a',
    plant: (pdf) => elements(pdf, 'H3')[1]?.[1].set('S', name('P')),
    fails: ['tags'],
    says: 'is tagged P, not H3',
  },
  {
    number: 22,
    fault: 'a run-in heading tagged Span in its paragraph',
    edition: '3a',
    plant: (pdf) => {
      const [id, heading] = elements(pdf, 'H3')[0] ?? [0, new Map()]
      const section = pdf.dict(heading.get('P'))
      const paragraph = kids(pdf, section)[1]
      heading.set('S', name('Span'))
      heading.set('P', paragraph ?? null)
      section.set('K', kids(pdf, section).slice(1))
      kids(pdf, pdf.dict(paragraph)).unshift({ ref: id })
    },
    fails: ['tags'],
    says: 'has no tag of its own',
  },
  {
    number: 23,
    fault: 'a heading inside a paragraph',
    edition: '3a',
    plant: (pdf) => {
      const [id, heading] = elements(pdf, 'H3')[0] ?? [0, new Map()]
      const section = pdf.dict(heading.get('P'))
      const paragraph = kids(pdf, section)[1]
      heading.set('P', paragraph ?? null)
      section.set('K', kids(pdf, section).slice(1))
      kids(pdf, pdf.dict(paragraph)).unshift({ ref: id })
    },
    fails: ['tags'],
    says: 'H3 inside P',
  },
  {
    number: 24,
    fault: 'running head and folio outside any artifact',
    edition: '3a',
    plant: (pdf) =>
      pdf.content(1, (c) => c.replace(/\/Artifact <<\/Type \/Pagination[^>]*>> BDC([\s\S]*?)EMC/g, '$1')),
    // The white figures of the tab are then text of the book, too.
    fails: ['text', 'tags', 'colour'],
    says: 'neither tagged nor an artifact',
    verapdf: 'ua1 7.1-3',
  },
  {
    number: 25,
    fault: 'tagged text inside an artifact',
    edition: '3a',
    plant: (pdf) =>
      pdf.content(1, (c) => c.replace(/(\/P <<\/MCID \d+>> BDC[\s\S]*?EMC)/, '/Artifact BMC\n$1\nEMC')),
    fails: ['text', 'artifacts', 'tags'],
    says: 'tagged content inside an artifact',
    verapdf: 'ua1 7.1-2',
  },
  {
    number: 26,
    fault: 'two entries swapped in the tree',
    edition: '3a',
    plant: (pdf) => {
      const section = pdf.dict(elements(pdf, 'H3')[1]?.[1].get('P'))
      const chapter = kids(pdf, pdf.dict(section.get('P')))
      const [first, second] = [chapter[1], chapter[2]]
      if (first === undefined || second === undefined) throw new Error('no two entries')
      chapter[1] = second
      chapter[2] = first
    },
    fails: ['tags'],
    says: 'the tree reads',
  },
  {
    number: 27,
    fault: 'a figure without words',
    edition: '3a',
    plant: (pdf) => void painted(pdf, 'Figure', { Alt: text('') }),
    fails: ['tags'],
    says: 'Figure without `Alt`',
    verapdf: 'ua1 7.3-1',
  },
  {
    number: 28,
    fault: 'a table without any TH',
    edition: '3a',
    plant: (pdf) => {
      const table = element(pdf, 'Table')
      const row = element(pdf, 'TR', {}, table.ref)
      painted(pdf, 'TD', {}, row.ref)
    },
    fails: ['tags'],
    says: 'without any TH',
  },
  {
    number: 29,
    fault: 'a row with a cell too few',
    edition: '3a',
    plant: (pdf) => {
      const table = element(pdf, 'Table')
      const rows = [element(pdf, 'TR', {}, table.ref), element(pdf, 'TR', {}, table.ref)]
      const [first, second] = rows
      if (!first || !second) return
      const head = { A: dict({ O: name('Table'), Scope: name('Column') }) }
      painted(pdf, 'TH', head, first.ref)
      painted(pdf, 'TH', head, first.ref)
      painted(pdf, 'TD', {}, second.ref)
    },
    fails: ['tags'],
    says: 'differ in width',
    verapdf: 'ua1 7.2-43',
  },
  {
    number: 30,
    fault: 'two notes of one ID',
    edition: '3a',
    plant: (pdf) => {
      painted(pdf, 'Note', { ID: text('n1') })
      painted(pdf, 'Note', { ID: text('n1') })
    },
    fails: ['tags'],
    says: 'a Note with ID',
    verapdf: 'ua1 7.9-2',
  },
  {
    number: 31,
    fault: 'a link that says nothing',
    edition: '3a',
    plant: (pdf) => {
      pdf.page(1).set('Tabs', name('S'))
      const annotation = link(pdf, { Contents: text('') })
      element(pdf, 'Link', { K: dict({ Type: name('OBJR'), Obj: annotation, Pg: pdf.pageRef(1) }) })
    },
    fails: ['tags'],
    says: 'without `Contents`',
    verapdf: 'ua1 7.18.5-2',
  },
  {
    number: 32,
    fault: 'no order of tabs on a page with links',
    edition: '3a',
    plant: (pdf) => {
      pdf.page(1).delete('Tabs')
      const annotation = link(pdf, { Contents: utf16('第1页') })
      element(pdf, 'Link', { K: dict({ Type: name('OBJR'), Obj: annotation, Pg: pdf.pageRef(1) }) })
    },
    fails: ['tags'],
    says: '`Tabs`',
    verapdf: 'ua1 7.18.3-1',
  },
  {
    fault: 'a link outside the tree',
    edition: '3a',
    plant: (pdf) => {
      pdf.page(1).set('Tabs', name('S'))
      link(pdf, { Contents: utf16('第1页') })
    },
    fails: ['tags'],
    says: 'outside any Link element',
    verapdf: 'ua1 7.18.5-1',
  },
  {
    fault: 'an annotation that does not print',
    edition: '3a',
    plant: (pdf) => {
      pdf.page(1).set('Tabs', name('S'))
      const annotation = link(pdf, { Contents: utf16('第1页'), F: 0 })
      element(pdf, 'Link', { K: dict({ Type: name('OBJR'), Obj: annotation, Pg: pdf.pageRef(1) }) })
    },
    fails: ['pdfa'],
    says: '`F` of a Link is 0',
    verapdf: '6.3.2-2',
  },
  {
    fault: 'not marked as tagged',
    edition: '3a',
    plant: (pdf) => pdf.catalog.delete('MarkInfo'),
    fails: ['tags'],
    says: 'MarkInfo',
    verapdf: '6.7.2.2-1',
  },
  {
    fault: 'no structure tree',
    edition: '3a',
    plant: (pdf) => pdf.catalog.delete('StructTreeRoot'),
    fails: ['tags'],
    says: 'StructTreeRoot',
    verapdf: '6.7.3.3-1',
  },
  {
    fault: 'a paragraph out of the tree',
    edition: '3a',
    plant: (pdf) => {
      const section = pdf.dict(elements(pdf, 'H3')[0]?.[1].get('P'))
      section.set('K', kids(pdf, section).slice(0, 1))
    },
    fails: ['tags'],
    says: 'is not in the tree',
  },
  {
    fault: 'a parent tree that leads astray',
    edition: '3a',
    plant: (pdf) => {
      const rows = pdf.array(
        pdf.dict(pdf.dict(pdf.catalog.get('StructTreeRoot')).get('ParentTree')).get('Nums'),
      )
      const row = pdf.array(rows[1])
      const last = row.at(-1)
      if (last !== undefined) row[0] = last
    },
    fails: ['tags'],
    says: 'parent tree',
  },
  {
    fault: 'an element of a wrong parent',
    edition: '3a',
    plant: (pdf) => elements(pdf, 'H3')[0]?.[1].set('P', { ref: elements(pdf, 'H3')[1]?.[0] ?? 0 }),
    fails: ['tags'],
    says: 'wrong parent',
  },
  {
    fault: 'a type nobody knows',
    edition: '3a',
    plant: (pdf) => elements(pdf, 'Part')[0]?.[1].set('S', name('Leimu')),
    fails: ['tags'],
    says: '`Leimu`',
    verapdf: '6.7.3.4-1',
  },
]

export const ATTACHMENT_FAULTS: readonly Fault[] = [
  {
    number: 19,
    fault: 'an attachment not in AF',
    edition: '3a',
    plant: (pdf) => {
      const list = pdf.array(pdf.catalog.get('AF'))
      list.splice(0, 1)
    },
    fails: ['attachments'],
    says: 'not in `AF`',
    verapdf: '6.8-4',
  },
  {
    number: 19,
    fault: 'a MIME type with a charset',
    edition: '3a',
    plant: (pdf) => specification(pdf, 'party').file.set('Subtype', name('text/yaml; charset=utf-8')),
    fails: ['attachments'],
    says: 'MIME type',
    verapdf: '6.8-1',
  },
  {
    fault: 'an attachment changed',
    edition: '3a',
    plant: (pdf) => {
      const { specification: spec } = specification(pdf, 'party')
      pdf.edit(pdf.dict(spec.get('EF')).get('F'), (yaml) => `${yaml}# x\n`)
    },
    fails: ['attachments'],
    says: 'differs from its source',
  },
  {
    fault: 'a wrong checksum',
    edition: '3a',
    plant: (pdf) =>
      pdf.dict(specification(pdf, 'party').file.get('Params')).set('CheckSum', text('0123456789abcdef')),
    fails: ['attachments'],
    says: '`CheckSum` is wrong',
  },
  {
    fault: 'a chapter not attached',
    edition: '3a',
    plant: (pdf) => {
      const { ref } = specification(pdf, 'statistics')
      pdf.objects.delete(ref.ref)
      const names = pdf.array(pdf.dict(pdf.dict(pdf.catalog.get('Names')).get('EmbeddedFiles')).get('Names'))
      const at = names.findIndex((value) => JSON.stringify(value) === JSON.stringify(ref))
      names.splice(at - 1, 2)
      const list = pdf.array(pdf.catalog.get('AF'))
      list.splice(
        list.findIndex((value) => JSON.stringify(value) === JSON.stringify(ref)),
        1,
      )
    },
    fails: ['attachments'],
    says: 'is not attached',
  },
  {
    fault: 'nothing attached at all',
    edition: '3a',
    plant: (pdf) => {
      for (const [id] of pdf.ofType('Filespec')) pdf.objects.delete(id)
      pdf.catalog.delete('AF')
      pdf.dict(pdf.catalog.get('Names')).delete('EmbeddedFiles')
    },
    fails: ['attachments'],
    says: 'is not attached',
  },
  {
    fault: 'no relationship',
    edition: '3a',
    plant: (pdf) => specification(pdf, 'party').specification.delete('AFRelationship'),
    fails: ['attachments'],
    says: 'AFRelationship',
    verapdf: '6.8-3',
  },
]
