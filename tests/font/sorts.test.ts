import { describe, expect, it } from 'vitest'
import { type Face, MISSING, Stack, TypeCase } from '../../src/font/index.ts'
import { fakeFace } from '../support/fake-face.ts'
import { shippedFace, shippedFonts } from '../support/fonts.ts'

const codeOf = (char: string): number => char.codePointAt(0) ?? 0

/** Whether a fake face lacks just these characters of ₂, ₃ and Ω. */
const isLacking = (face: Face | undefined, characters: string): boolean =>
  [...'₂₃Ω'].every((c) => face?.has(codeOf(c)) !== characters.includes(c))

function caseOf(...faces: readonly Face[]): { typeCase: TypeCase; stack: Stack } {
  const typeCase = new TypeCase()
  return { typeCase, stack: new Stack(typeCase, faces) }
}

describe('sorts: a glyph with the text it stands for', () => {
  it('are numbered face by face in order of first use, from 1', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    expect([...'国家国'].map((c) => stack.sortFor(codeOf(c), false))).toEqual([1, 2, 1])
    expect(typeCase.faces[0]?.sorts.map(({ text }) => text)).toEqual(['\ufffd', '国', '家'])
    expect(typeCase.faceOf(0x10002)).toBe(1)
  })

  it('keep apart vertical “ and 『, which share a glyph', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    const [quote, bracket] = [...'“『'].map((c) => stack.sortFor(codeOf(c), true))
    expect(quote).not.toBe(bracket)
    const [a, b] = [quote, bracket].map((id) => typeCase.sortOf(id ?? 0))
    expect(a?.gid).toBe(b?.gid)
    expect([a?.text, b?.text]).toEqual(['“', '『'])
  })

  it('keep apart the radical ⼀ and the character 一, which share a glyph', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    const ids = [...'⼀一'].map((c) => stack.sortFor(codeOf(c), false))
    const sorts = ids.map((id) => typeCase.sortOf(id))
    expect(sorts[0]?.gid).toBe(sorts[1]?.gid)
    expect(sorts.map(({ text }) => text)).toEqual(['⼀', '一'])
    expect(ids[0]).not.toBe(ids[1])
  })

  it('are one for a character that stands alike in both directions', () => {
    const { stack } = caseOf(shippedFace('song'))
    expect(stack.sortFor(codeOf('国'), true)).toBe(stack.sortFor(codeOf('国'), false))
    expect(stack.sortFor(codeOf('，'), true)).not.toBe(stack.sortFor(codeOf('，'), false))
  })

  it('keep a variation selector with its base', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    const id = stack.clusterFor('葛\u{e0100}', false)
    expect(typeCase.sortOf(id).text).toBe('葛\u{e0100}')
    expect(typeCase.sortOf(id).gid).not.toBe(0)
  })

  it('reach beyond the BMP', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    expect(typeCase.sortOf(stack.sortFor(codeOf('𬭊'), false))).toMatchObject({ text: '𬭊', width: 1 })
  })
})

describe('marks of unusual width', () => {
  it.each(['song', 'hei'] as const)('a dash of %s is one sort of 2 em in either direction', (role) => {
    const { typeCase, stack } = caseOf(shippedFace(role))
    const flat = typeCase.sortOf(stack.clusterFor('——', false))
    expect(flat).toMatchObject({ text: '——', width: 2 })
    const hanging = typeCase.sortOf(stack.clusterFor('——', true))
    expect(hanging.text).toBe('——')
    expect(hanging.gid).not.toBe(flat.gid)
    expect(hanging.vertical?.advance).toBe(2)
    // The cell is centred on the ink: half of it above the middle, half below.
    const ink = shippedFace(role).inkOf(hanging.gid)
    expect(hanging.vertical?.top).toBeCloseTo((ink.top + ink.bottom) / 2 + 1, 6)
    expect(ink.top - ink.bottom).toBeGreaterThan(1.7)
  })

  it.each(['·', '–', '／'])('%s stands in the middle of half an em', (mark) => {
    const face = shippedFace('song')
    const { typeCase, stack } = caseOf(face)
    const flat = typeCase.sortOf(stack.sortFor(codeOf(mark), false))
    expect(flat.width).toBe(0.5)
    const [part] = flat.parts ?? []
    const natural = face.widthOf(flat.gid)
    expect((part?.shift ?? 0) + natural / 2).toBeCloseTo(0.25, 6)
    // The middle of the em box is 0.38 em above the baseline.
    const flatInk = face.inkOf(flat.gid)
    expect((flatInk.top + flatInk.bottom) / 2 + (part?.rise ?? 0)).toBeCloseTo(0.38, 6)
    const hanging = typeCase.sortOf(stack.sortFor(codeOf(mark), true))
    expect(hanging.vertical?.advance).toBe(0.5)
    const ink = face.inkOf(hanging.gid)
    const rise = hanging.parts?.[0]?.rise ?? 0
    expect(hanging.vertical?.top).toBeCloseTo((ink.top + ink.bottom) / 2 + rise + 0.25, 6)
  })

  it('digits of a vertical line stand side by side in one em', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    for (const text of ['31', '100', '2']) {
      const sort = typeCase.sortOf(stack.combined(text))
      expect(sort).toMatchObject({ text, width: 1 })
      const face = shippedFace('song')
      let end = 0
      for (const { gid, scale, shift } of sort.parts ?? []) {
        expect(shift).toBeGreaterThanOrEqual(end - 1e-9)
        end = shift + scale * face.widthOf(gid)
      }
      const [first] = sort.parts ?? []
      expect(sort.parts).toHaveLength(text.length)
      expect(end).toBeLessThanOrEqual(1 + 1e-9)
      expect(first?.shift).toBeCloseTo(1 - end, 6)
      if (text.length < 3) expect(first?.scale).toBe(1)
    }
  })

  it('half-em digits are half an em each, whatever the font', () => {
    for (const role of ['song', 'hei', 'kai'] as const) {
      const { stack } = caseOf(shippedFace(role))
      expect(stack.word('2003', true).width, role).toBeCloseTo(2, 6)
      expect(stack.word('2003', true).at).toEqual([0, 1, 2, 3])
    }
    const { stack } = caseOf(shippedFace('hei'))
    expect(stack.word('2003', false).width).toBeCloseTo(4 * 0.555, 6)
  })

  it('words are kerned and know which character each sort is', () => {
    const { typeCase, stack } = caseOf(shippedFace('song'))
    const word = stack.word('AVATAR', false)
    const natural = word.sorts.reduce((sum, id) => sum + typeCase.sortOf(id).width, 0)
    expect(word.width).toBeLessThan(natural - 0.05)
    expect(word.sorts.map((id) => typeCase.sortOf(id).text).join('')).toBe('AVATAR')
    expect(word.at).toEqual([0, 1, 2, 3, 4, 5])
    expect(stack.word('AVATAR', false)).toBe(word)
  })
})

describe('the fallback chain', () => {
  it('takes each character from the first face that has it', () => {
    const { typeCase, stack } = caseOf(fakeFace('乙'), fakeFace('丙'), fakeFace())
    expect([...'甲乙丙'].map((c) => typeCase.faceOf(stack.sortFor(codeOf(c), false)))).toEqual([0, 1, 0])
  })

  it('answers MISSING where no face has it, and covers what some face has', () => {
    const { stack } = caseOf(fakeFace('乙丙'), fakeFace('乙'))
    expect(stack.sortFor(codeOf('乙'), false)).toBe(MISSING)
    expect(stack.covers(codeOf('乙'))).toBe(false)
    expect(stack.covers(codeOf('丙'))).toBe(true)
    expect(caseOf(shippedFace('song')).stack.sortFor(codeOf('😀'), false)).toBe(MISSING)
  })

  it('parts a word between faces without losing a letter', () => {
    const { typeCase, stack } = caseOf(fakeFace('b'), fakeFace('ac'))
    const { sorts, at, width } = stack.word('abc', false)
    expect(sorts.map((id) => typeCase.sortOf(id).text)).toEqual(['a', 'b', 'c'])
    expect(sorts.map((id) => typeCase.faceOf(id))).toEqual([0, 1, 0])
    expect([at, width]).toEqual([[0, 1, 2], 1.5])
  })

  it.each([
    ['Al₂O₃', [0, 0, 1, 0, 1]],
    ['₂O', [1, 0]],
    ['(Ω)', [0, 2, 0]],
    ['2Ω₃', [0, 2, 1]],
  ])('%s: borrows what the face lacks and nothing else, though a later face has it all', (text, faces) => {
    const { typeCase, stack } = caseOf(fakeFace('₂₃Ω'), fakeFace('Ω'), fakeFace())
    for (const halfDigits of [false, true]) {
      const { sorts, at, offsets, width } = stack.word(text, halfDigits)
      const ids = sorts.map((id) => typeCase.faceOf(id))
      // Faces are numbered in the order of their first use.
      const lacks = ids.map((id) => ['₂₃Ω', 'Ω', ''].findIndex((l) => isLacking(typeCase.faces[id]?.face, l)))
      expect(lacks).toEqual(faces)
      expect(sorts.map((id) => typeCase.sortOf(id).text).join('')).toBe(text)
      expect(at).toEqual([...text].map((_, i) => i))
      expect(offsets).toEqual(at.map((i) => i / 2))
      expect(width).toBe(text.length / 2)
    }
  })

  it('keeps a letter and its combining mark in one face', () => {
    const { typeCase, stack } = caseOf(fakeFace('\u0301'), fakeFace())
    const { sorts, at } = stack.word('ne\u0301e', false)
    expect(sorts.map((id) => typeCase.faceOf(id))).toEqual([0, 1, 1, 0])
    expect(at).toEqual([0, 1, 2, 3])
  })

  it('opens a later face only when a character gets that far', () => {
    let opened = 0
    const chain = {
      *[Symbol.iterator]() {
        yield fakeFace('乙')
        opened++
        yield fakeFace()
      },
    }
    const stack = new Stack(new TypeCase(), chain)
    stack.sortFor(codeOf('甲'), false)
    expect(opened).toBe(0)
    stack.sortFor(codeOf('乙'), false)
    expect(opened).toBe(1)
  })

  it('goes from 楷 to 宋 for marks that 楷 has in Western widths only', () => {
    const typeCase = new TypeCase()
    const stack = new Stack(typeCase, shippedFonts.chain('kai', 'regular'))
    const family = (id: number): string => typeCase.faces[typeCase.faceOf(id)]?.face.familyName ?? ''
    expect(family(stack.sortFor(codeOf('国'), false))).toContain('WenKai')
    const quote = stack.sortFor(codeOf('“'), false)
    expect(family(quote)).toContain('Noto Serif')
    expect(typeCase.sortOf(quote).width).toBe(1)
    const dash = typeCase.sortOf(stack.clusterFor('——', false))
    expect(dash.width).toBe(2)
  })

  it('lists the customer’s own files before the shipped ones', () => {
    expect(shippedFonts.list()).toHaveLength(8)
    expect([...shippedFonts.chain('hei', 'bold')].map((face) => face.familyName)).toEqual([
      expect.stringContaining('Sans'),
      expect.stringContaining('Serif'),
      expect.stringContaining('WenKai'),
    ])
  })
})
