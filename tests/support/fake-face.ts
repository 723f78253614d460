// A face of round numbers: every Han character and full-width mark one em, every Western letter, digit and dot half an
// em, the word space a quarter. Glyph ids are code points; vertical forms are those plus VERTICAL.

import { CHAR_CLASS, classOf, isWestern } from '../../src/cjk/index.ts'
import type { Face, ShapedGlyph } from '../../src/font/face.ts'
import { Stack, TypeCase } from '../../src/font/index.ts'

/** Added to the id of a glyph that has a form of its own in vertical lines. */
export const VERTICAL = 0x200000

const C = CHAR_CLASS
const HALF: ReadonlySet<number> = new Set([C.middot, C.hyphen, C.slash])
const UPRIGHT: ReadonlySet<number> = new Set([C.ideo, C.middot, C.hyphen, C.slash])

const widthOf = (codePoint: number): number => {
  const c = classOf(codePoint)
  if (c === C.space) return 0.25
  return isWestern(c) || HALF.has(c) ? 0.5 : 1
}

const glyph = (text: string, width: number, vertical: boolean): ShapedGlyph => {
  const codePoint = text.codePointAt(0) ?? 0
  const turned = vertical && !UPRIGHT.has(classOf(codePoint))
  return { gid: codePoint + (turned ? VERTICAL : 0), advance: width, width, text }
}

const shape = (text: string, vertical: boolean): ShapedGlyph[] => {
  if (/^(——|⸺)$/.test(text)) return [glyph(text, 2, vertical)]
  const clusters = text.match(/.[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]*/gsu) ?? []
  return clusters.map((cluster) => glyph(cluster, widthOf(cluster.codePointAt(0) ?? 0), vertical))
}

/** ’ in a word is no full-width mark. */
const inWord = (made: ShapedGlyph): ShapedGlyph =>
  made.width > 0.5 ? { ...made, width: 0.5, advance: 0.5 } : made

/** @param lacks characters the face has no glyph for */
export function fakeFace(lacks = ''): Face {
  const fake = {
    file: { path: 'fake.ttf', licence: 'none', load: () => new Uint8Array() },
    sfnt: { flavour: 'truetype' },
    postscriptName: 'Fake',
    emTop: 0.88,
    has: (codePoint: number) => !lacks.includes(String.fromCodePoint(codePoint)),
    glyphOf: (codePoint: number) => codePoint,
    widthOf: (gid: number) => widthOf(gid % VERTICAL),
    inkOf: () => ({ left: 0, right: 1, bottom: 0.28, top: 0.48 }),
    shapeMark: shape,
    shapeWord: (text: string) => shape(text, false).map(inWord),
  }
  // Face is a class with private fields: what a Stack asks of it is all here.
  return fake as unknown as Face
}

export interface FakeFonts {
  readonly typeCase: TypeCase
  readonly stack: Stack
}

export function fakeFonts(...faces: readonly Face[]): FakeFonts {
  const typeCase = new TypeCase()
  return { typeCase, stack: new Stack(typeCase, faces.length > 0 ? faces : [fakeFace()]) }
}
