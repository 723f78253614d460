import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Face,
  FontFormatError,
  Fonts,
  openSfnt,
  Stack,
  subsetFace,
  TypeCase,
  writeSfnt,
} from '../../src/font/index.ts'
import { packCollection } from '../support/collection.ts'
import { shippedBytes, shippedFace } from '../support/fonts.ts'
import { wrapWoff } from '../support/woff.ts'

const codeOf = (char: string): number => char.codePointAt(0) ?? 0

/** A small font: 宋 with a few glyphs. */
function smallFont(): Uint8Array {
  const typeCase = new TypeCase()
  const stack = new Stack(typeCase, [shippedFace('song')])
  for (const char of '国家，A·') stack.sortFor(codeOf(char), false)
  const [only] = typeCase.faces
  if (!only) throw new Error('no face in the case')
  return subsetFace(only).bytes
}

const SMALL = smallFont()

describe('containers of fonts', () => {
  it('unwraps WOFF to the tables of the plain file, packed or stored', () => {
    const plain = openSfnt(SMALL)
    for (const woff of [wrapWoff(SMALL), wrapWoff(SMALL, () => false), wrapWoff(SMALL, (i) => i % 2 === 0)]) {
      const unwrapped = openSfnt(woff)
      expect([...unwrapped.tables.keys()]).toEqual([...plain.tables.keys()])
      for (const [tag, table] of plain.tables)
        expect(Buffer.compare(unwrapped.tables.get(tag) ?? new Uint8Array(), table), tag).toBe(0)
      expect(unwrapped.flavour).toBe('truetype')
    }
  })

  it('sets from a WOFF what it sets from the plain file', () => {
    const plain = shippedFace('kai')
    const again = new Face({
      path: 'kai.woff',
      licence: '',
      load: () => wrapWoff(plain.sfnt.file, (i) => i % 2 === 0),
    })
    for (const text of ['国', '，', '“', '——', 'Tally'])
      expect(again.shapeMark(text, true)).toEqual(plain.shapeMark(text, true))
    expect(again.postscriptName).toBe(plain.postscriptName)
    expect(again.metrics).toEqual(plain.metrics)
  })

  it('writes tables sorted, each at a multiple of four, and reads them back', () => {
    const tables: [string, Uint8Array][] = [
      ['loca', new Uint8Array([1, 2, 3])],
      ['glyf', new Uint8Array([4, 5, 6, 7, 8])],
    ]
    const file = writeSfnt(0x10000, tables)
    expect(file.length % 4).toBe(0)
    const read = openSfnt(file)
    expect([...read.tables.keys()]).toEqual(['glyf', 'loca'])
    expect([...(read.tables.get('loca') ?? [])]).toEqual([1, 2, 3])
  })

  it('has the whole of every shipped file', () => {
    for (const role of ['song', 'hei', 'kai', 'fangsong'] as const)
      expect(openSfnt(shippedBytes(role)).tables.has('glyf'), role).toBe(true)
  })
})

describe('bytes that are no font', () => {
  const refused = (bytes: Uint8Array): void => expect(() => openSfnt(bytes)).toThrow(FontFormatError)

  it('are refused, with the reason', () => {
    refused(new Uint8Array())
    refused(new TextEncoder().encode('%PDF-1.7 not a font at all'))
    const woff2 = SMALL.slice()
    woff2.set([0x77, 0x4f, 0x46, 0x32])
    expect(() => openSfnt(woff2)).toThrow(/WOFF2/)
    expect(() => openSfnt(SMALL.subarray(0, SMALL.length - 20))).toThrow(/cut short/)
    expect(() => openSfnt(writeSfnt(0x10000, [['OS/2', new Uint8Array(96)]]))).toThrow(/outlines/)
  })

  it('are reported by the customer’s file name, and a good one is not', () => {
    const file = (path: string, bytes: Uint8Array) => ({ path, licence: '', load: () => bytes })
    const role = (bytes: Uint8Array, name: string) => ({
      regular: file(`${name}.ttf`, bytes),
      bold: file(`${name}-bold.ttf`, bytes),
    })
    const good = role(shippedBytes('song'), 'good')
    const supply = { song: good, hei: good, kai: good, fangsong: good }
    const bad = role(new Uint8Array(100), 'bad')
    const { diagnostics } = new Fonts({ shipped: supply, own: { kai: bad, song: good } }).checkOwn()
    expect(diagnostics.map(({ code, message }) => [code, message.en.match(/`(.*?)`/)?.[1]])).toEqual([
      ['font-unreadable', 'bad.ttf'],
      ['font-unreadable', 'bad-bold.ttf'],
    ])
    const span = { file: 'l.yaml', start: 3, end: 9 }
    const placed = { regular: { ...bad.regular, span } }
    const told = new Fonts({ shipped: supply, own: { kai: placed } }).checkOwn().diagnostics
    expect(told).toMatchObject([{ code: 'font-unreadable', span }])
  })

  it('are told by the table they lack, when they are to set text', () => {
    const set = (bytes: Uint8Array) => () => new Face({ path: 'a.ttf', licence: '', load: () => bytes })
    // An embedded subset has no cmap.
    expect(set(SMALL)).toThrow(/: cmap$/)
    const { tables } = openSfnt(shippedBytes('kai'))
    for (const lost of ['cmap', 'head', 'hhea', 'hmtx', 'loca', 'maxp']) {
      const rest = [...tables].filter(([tag]) => tag !== lost)
      expect(set(writeSfnt(0x10000, rest, false)), lost).toThrow(
        new FontFormatError(`it lacks what a font must have: ${lost}`),
      )
    }
    const noise = [...tables].map(([tag, data]) => [tag, tag === 'head' ? data.map(() => 0) : data] as const)
    expect(set(writeSfnt(0x10000, noise, false))).toThrow(FontFormatError)
  })

  /** Opens, or says why not; any other error is a fault of ours. */
  const opensOrRefuses = (bytes: Uint8Array): void => {
    try {
      openSfnt(bytes)
    } catch (problem) {
      expect(problem).toBeInstanceOf(FontFormatError)
    }
  }

  it('are refused when the directory says more tables than there are bytes', () =>
    opensOrRefuses(new Uint8Array([0, 1, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0])))

  it('are refused wherever a plain file is cut', () => {
    for (let length = 0; length < SMALL.length; length += 7) opensOrRefuses(SMALL.subarray(0, length))
  })

  it('are refused wherever a WOFF is cut', () => {
    const woff = wrapWoff(SMALL)
    for (let length = 0; length < woff.length; length += 7) opensOrRefuses(woff.subarray(0, length))
  })

  it('are refused or opened after any byte of the directory has changed', () => {
    fc.assert(
      fc.property(fc.nat(171), fc.nat(255), fc.boolean(), (at, value, asWoff) => {
        const bytes = asWoff ? wrapWoff(SMALL) : SMALL.slice()
        bytes[at] = value
        opensOrRefuses(bytes)
      }),
      { numRuns: 500 },
    )
  })
})

describe('collections', () => {
  const bytes = packCollection([shippedBytes('song'), shippedBytes('hei')])
  const member = (name?: string): Face =>
    new Face({ path: 'a.ttc', licence: '', load: () => bytes, ...(name !== undefined && { member: name }) })
  const [song, hei] = [shippedFace('song'), shippedFace('hei')]

  it.each([
    [undefined, song],
    ['0', song],
    ['1', hei],
    [hei.postscriptName, hei],
    [song.postscriptName, song],
  ])('member %s', (name, same) => {
    const face = member(name)
    expect(face.postscriptName).toBe(same.postscriptName)
    for (const text of ['国', '，', 'Tally'])
      expect(face.shapeMark(text, true)).toEqual(same.shapeMark(text, true))
    expect(face.sfnt.tables.get('head')).toEqual(same.sfnt.tables.get('head'))
  })

  it('the subset is that of the plain file', () => {
    const subsetOf = (face: Face): Uint8Array | undefined => {
      const typeCase = new TypeCase()
      new Stack(typeCase, [face]).sortFor(codeOf('国'), false)
      return typeCase.faces[0] && subsetFace(typeCase.faces[0]).bytes
    }
    expect(subsetOf(member('1'))).toEqual(subsetOf(hei))
  })

  it.each(['2', 'Nobody-Regular', ''])('no member %j: those there are are named', (name) => {
    const names = `0 ${song.postscriptName}, 1 ${hei.postscriptName}`
    expect(() => member(name)).toThrow(new FontFormatError(`it holds no font \`${name}\`, but ${names}`))
  })

  it('a plain file is a collection of one', () => {
    const plain = (name: string) => () =>
      new Face({ path: 'a.ttf', licence: '', member: name, load: () => shippedBytes('hei') })
    expect(plain('0')().postscriptName).toBe(hei.postscriptName)
    expect(plain('1')).toThrow(FontFormatError)
  })

  it('two members of one file are two faces', () => {
    const file = (name: string) => ({ path: 'a.ttc', licence: '', member: name, load: () => bytes })
    const shipped = { regular: file('0'), bold: file('1') }
    const fonts = new Fonts({
      shipped: { song: shipped, hei: shipped, kai: shipped, fangsong: shipped },
      own: {},
    })
    expect(fonts.face(file('1')).postscriptName).toBe(hei.postscriptName)
    expect(fonts.face(file('0')).postscriptName).toBe(song.postscriptName)
  })
})

describe('the customer’s own files', () => {
  const file = (path: string) => ({ path, licence: '', load: () => shippedBytes('kai') })
  const shippedRole = (name: string) => ({ regular: file(`${name}.ttf`), bold: file(`${name}-bold.ttf`) })
  const shipped = {
    song: shippedRole('song'),
    hei: shippedRole('hei'),
    kai: shippedRole('kai'),
    fangsong: shippedRole('fangsong'),
  }
  const own = { song: { regular: file('mine.ttf') }, hei: { bold: file('my-bold.ttf') } }
  const fonts = new Fonts({ shipped, own })
  const chainOf = (role: 'song' | 'hei', weight: 'regular' | 'bold') =>
    [...fonts.chain(role, weight)].map((face) => face.file.path)

  it('come before the shipped ones; a regular stands for its bold, a bold not for its regular', () => {
    const ofKai = { regular: 'kai.ttf', bold: 'kai-bold.ttf' }
    expect(chainOf('song', 'regular')).toEqual(['mine.ttf', 'song.ttf', 'hei.ttf', ofKai.regular])
    expect(chainOf('song', 'bold')).toEqual([
      'mine.ttf',
      'song-bold.ttf',
      'my-bold.ttf',
      'hei-bold.ttf',
      ofKai.bold,
    ])
    expect(chainOf('hei', 'regular').slice(0, 3)).toEqual(['hei.ttf', 'mine.ttf', 'song.ttf'])
    expect(fonts.fileFor('song', 'bold').path).toBe('mine.ttf')
    expect(fonts.fileFor('hei', 'regular').path).toBe('hei.ttf')
  })

  it('alone are listed as the customer’s', () => {
    expect(fonts.list().flatMap(({ own: isOwn, file: { path } }) => (isOwn ? [path] : []))).toEqual([
      'mine.ttf',
      'my-bold.ttf',
    ])
    expect(fonts.list()).toHaveLength(10)
  })
})
