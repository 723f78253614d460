// A finished PDF as a press would see it: bytes in; out, for every page, each glyph with its cell and each painted path,
// in points from the top left of the page. The reading is pdf.js's (operators, widths, text of codes), the arithmetic
// that of ISO 32000-1, 8.3 and 9.4; nothing comes from the program that wrote the file.

import { PDFParse } from 'pdf-parse'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Its box is its cell: one em across the line, its advance along it; neither spacing nor ink count. */
export interface Glyph extends Box {
  readonly text: string
  readonly size: number
  /** `upright` in a font for vertical lines, `sideways` turned by 90° clockwise, else `horizontal`. */
  readonly direction: 'horizontal' | 'upright' | 'sideways'
  /** Along its line, in points, without spacing. */
  readonly advance: number
  /** PostScript name without the tag of the subset. */
  readonly font: string
  readonly isBold: boolean
  /** 0 white to 1 black. */
  readonly ink: number
  /** Heads, folios: what is marked as artifact. */
  readonly isArtifact: boolean
}

/** A filled or stroked path, its box without the width of the line. */
export interface Path extends Box {
  readonly kind: 'fill' | 'stroke'
  readonly lineWidth: number
  readonly isCurved: boolean
  readonly ink: number
  readonly isArtifact: boolean
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly paths: readonly Path[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  /** `R2L` where the book is bound at the right. */
  readonly pageOrder: 'L2R' | 'R2L'
}

// What we use of pdf.js; pdf-parse keeps its document private in its types.
interface Document {
  readonly numPages: number
  getPage(number: number): Promise<Page>
  getViewerPreferences(): Promise<{ Direction?: string } | null>
}
interface Page {
  readonly view: readonly number[]
  readonly commonObjs: { get(name: string): Font }
  getOperatorList(): Promise<{
    fnArray: readonly number[]
    argsArray: readonly (readonly unknown[] | null)[]
  }>
  cleanup(): void
}
interface Font {
  readonly name: string
  readonly vertical: boolean
  readonly defaultVMetrics?: readonly number[]
}
interface Shown {
  readonly unicode: string
  readonly width: number
  /** Displacement down the line and the vector to the vertical origin, where they are not the font's usual ones. */
  readonly vmetric?: readonly number[] | null
}

/** Every page; throws what pdf.js throws. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes away from their owner: give it a copy.
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0 })
  try {
    const document = await (parser as unknown as { load(): Promise<Document> }).load()
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(await document.getPage(number)))
    }
    const order = (await document.getViewerPreferences())?.Direction
    return { pages, pageOrder: order === 'R2L' ? 'R2L' : 'L2R' }
  } finally {
    await parser.destroy()
  }
}

async function readPage(page: Page): Promise<ReadPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const { fnArray, argsArray } = await page.getOperatorList()
  const painter = new Painter(left, top, (name) => page.commonObjs.get(name))
  for (const [i, operator] of fnArray.entries()) painter.carryOut(operator, argsArray[i] ?? [])
  page.cleanup()
  return { width: right - left, height: top - bottom, glyphs: painter.glyphs, paths: painter.paths }
}

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

const matrixOf = (values: unknown): Matrix => Array.from(values as ArrayLike<number>) as unknown as Matrix

interface State {
  ctm: Matrix
  font: Font | undefined
  size: number
  spacing: number
  stretch: number
  rise: number
  fill: number
  stroke: number
  /** Opacity of fills and strokes (`ca`, `CA`). */
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
}

/** The ideographic em box over and under the baseline, in em. */
const [ABOVE, BELOW] = [0.88, 0.12]

/** Numbers of operators in pdf.js (`OPS`). */
const OPS = {
  lineWidth: 2,
  graphicsState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  spacing: 33,
  stretch: 35,
  font: 37,
  rise: 39,
  moveText: 40,
  textMatrix: 42,
  show: 44,
  strokeColour: 58,
  fillColour: 59,
  mark: 69,
  markWith: 70,
  endMark: 71,
  path: 91,
} as const

/** Paint operators that `path` carries: stroke, close and stroke; fill and stroke is taken as a fill. */
const STROKES: readonly unknown[] = [20, 21]
const NO_PAINT = 28

/** Operands of the pieces of a path: move, line, curve, close. */
const OPERANDS = [2, 2, 6, 0] as const
const CURVE = 2

class Painter {
  readonly glyphs: Glyph[] = []
  readonly paths: Path[] = []
  readonly #left: number
  readonly #top: number
  readonly #fontNamed: (name: string) => Font
  readonly #stack: State[] = []
  readonly #marks: boolean[] = []
  #text = IDENTITY
  #state: State = {
    ctm: IDENTITY,
    font: undefined,
    size: 0,
    spacing: 0,
    stretch: 1,
    rise: 0,
    fill: 1,
    stroke: 1,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
  }

  constructor(left: number, top: number, fontNamed: (name: string) => Font) {
    this.#left = left
    this.#top = top
    this.#fontNamed = fontNamed
  }

  carryOut(operator: number, args: readonly unknown[]): void {
    const state = this.#state
    const [first, second] = args
    if (operator === OPS.save) this.#stack.push({ ...state })
    else if (operator === OPS.restore) this.#state = this.#stack.pop() ?? state
    else if (operator === OPS.transform) state.ctm = times(matrixOf(args), state.ctm)
    else if (operator === OPS.lineWidth) state.lineWidth = Number(first)
    else if (operator === OPS.graphicsState) this.#setAlpha(first as readonly (readonly [string, unknown])[])
    else if (operator === OPS.beginText) this.#text = IDENTITY
    else if (operator === OPS.spacing) state.spacing = Number(first)
    else if (operator === OPS.stretch) state.stretch = Number(first) / 100
    else if (operator === OPS.rise) state.rise = Number(first)
    else if (operator === OPS.font)
      Object.assign(state, { font: this.#fontNamed(String(first)), size: second })
    else if (operator === OPS.moveText) this.#move(Number(first), Number(second))
    else if (operator === OPS.textMatrix) this.#text = matrixOf(first)
    else if (operator === OPS.show) this.#show(first as readonly (Shown | number)[])
    else if (operator === OPS.fillColour) state.fill = inkOf(String(first))
    else if (operator === OPS.strokeColour) state.stroke = inkOf(String(first))
    else if (operator === OPS.mark || operator === OPS.markWith)
      this.#marks.push(nameOf(first) === 'Artifact')
    else if (operator === OPS.endMark) this.#marks.pop()
    else if (operator === OPS.path && first !== NO_PAINT) this.#path(STROKES.includes(first), second)
  }

  get #isArtifact(): boolean {
    return this.#marks.includes(true)
  }

  #setAlpha(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.#state.fillAlpha = Number(value)
      if (key === 'CA') this.#state.strokeAlpha = Number(value)
    }
  }

  #move(x: number, y: number): void {
    this.#text = times([1, 0, 0, 1, x, y], this.#text)
  }

  #show(items: readonly (Shown | number)[]): void {
    const { font, size, spacing, stretch } = this.#state
    if (!font) throw new Error('text without a font')
    for (const item of items) {
      if (typeof item === 'number') {
        const by = (-item / 1000) * size
        this.#move(font.vertical ? 0 : by * stretch, font.vertical ? by : 0)
      } else if (font.vertical) {
        const [down = -1000] = item.vmetric ?? font.defaultVMetrics ?? []
        this.#glyph(item, font)
        this.#move(0, (down / 1000) * size + spacing)
      } else {
        this.#glyph(item, font)
        this.#move(((item.width / 1000) * size + spacing) * stretch, 0)
      }
    }
  }

  #glyph(shown: Shown, font: Font): void {
    const { size, stretch, rise, ctm, fill, fillAlpha } = this.#state
    const m = times(times([size * stretch, 0, 0, size, 0, rise], this.#text), ctm)
    const [down = -1000, across = shown.width / 2] = shown.vmetric ?? font.defaultVMetrics ?? []
    const corners: readonly [number, number][] = font.vertical
      ? [
          [-across / 1000, 0],
          [(shown.width - across) / 1000, down / 1000],
        ]
      : [
          [0, ABOVE],
          [shown.width / 1000, -BELOW],
        ]
    const isSideways = Math.abs(m[1]) > Math.abs(m[0])
    const scale = Math.hypot(m[0], m[1])
    const height = Math.hypot(m[2], m[3])
    this.glyphs.push({
      text: shown.unicode,
      ...this.#boxOf(corners, m),
      size: round(height),
      direction: font.vertical ? 'upright' : isSideways ? 'sideways' : 'horizontal',
      advance: round(font.vertical ? (-down / 1000) * height : (shown.width / 1000) * scale),
      font: font.name.replace(/^[A-Z]{6}\+/, ''),
      isBold: /bold/i.test(font.name),
      ink: fill * fillAlpha,
      isArtifact: this.#isArtifact,
    })
  }

  #path(isStroke: boolean, pieces: unknown): void {
    const { ctm, fill, stroke, fillAlpha, strokeAlpha, lineWidth } = this.#state
    const points: [number, number][] = []
    let isCurved = false
    for (const data of pieces as readonly (ArrayLike<number> | null)[]) {
      const values = Array.from(data ?? [])
      for (let i = 0; i < values.length; ) {
        const kind = values[i++] ?? 0
        const count = OPERANDS[kind as 0 | 1 | 2 | 3] ?? 0
        isCurved ||= kind === CURVE
        for (let k = 0; k < count; k += 2) points.push([values[i + k] ?? 0, values[i + k + 1] ?? 0])
        i += count
      }
    }
    if (points.length === 0) return
    this.paths.push({
      kind: isStroke ? 'stroke' : 'fill',
      ...this.#boxOf(points, ctm),
      lineWidth: isStroke ? round(lineWidth * Math.hypot(ctm[0], ctm[1])) : 0,
      isCurved,
      ink: isStroke ? stroke * strokeAlpha : fill * fillAlpha,
      isArtifact: this.#isArtifact,
    })
  }

  #boxOf(points: readonly [number, number][], m: Matrix): Box {
    const xs = points.map(([x, y]) => x * m[0] + y * m[2] + m[4] - this.#left)
    const ys = points.map(([x, y]) => this.#top - (x * m[1] + y * m[3] + m[5]))
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return { x: round(x), y: round(y), width: round(Math.max(...xs) - x), height: round(Math.max(...ys) - y) }
  }
}

/** pdf.js keeps some numbers in 32 bits; ten-thousandths of a point are finer than any of them. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4 || 0

/** Of `#rrggbb`: black has no light in any channel. */
const inkOf = (colour: string): number =>
  1 - Math.max(...[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))) / 255

/** A tag comes as a string, or as a name object. */
const nameOf = (tag: unknown): unknown =>
  typeof tag === 'object' ? (tag as { name?: unknown } | null)?.name : tag
