// Vertical metrics of a glyph (ISO 32000-1 §9.7.4.3): what W2 and DW2 say against `vmtx`, where the embedded program has
// one; subsets rarely do, and then the outline itself must stand in the cell that the file gives it. No standard asks for
// this, and no validator known to us looks.

import type { FontProgram } from './font-program.ts'
import type { PdfFont } from './pdf-font.ts'

/** Rounding, in thousandths. */
const SLACK = 1
/** How far an ideograph may stick out of its cell: those of the shipped fonts keep 3 to 60 inside. */
const OVERSHOOT = 40
/** How far a mark that lies along the line may stand from the middle of its cell. */
const OFF_CENTRE = 20

const IDEOGRAPH = /^\p{Script=Han}$/u
/** Dashes and middle dots, the signs whose cells are not one em. */
const CENTRED = /^(?:[—―]+|[·‧・])$/u

/** What is wrong with the cell of a code; undefined for horizontal fonts and for glyphs of which nothing is known. */
export function verticalFault(
  { origins, advances, widths, texts }: PdfFont,
  program: FontProgram,
  code: number,
  glyph: number,
): readonly [en: string, zh: string] | undefined {
  if (!origins) return undefined
  const [x, top, step] = [origins.x[code] ?? 0, origins.y[code] ?? 0, advances[code] ?? 0]
  const middle = (widths[code] ?? 0) / 2
  if (Math.abs(x - middle) > SLACK)
    return [
      `its vertical origin is ${x} across, half its width is ${middle}`,
      `竖排原点横向为 ${x}，字宽之半为 ${middle}`,
    ]
  const real = program.verticalOf?.(glyph)
  if (real) return againstVmtx(top, step, real)
  const extent = program.extentOf?.(glyph)
  const text = texts?.get(code) ?? ''
  if (!extent) return undefined
  if (CENTRED.test(text)) return offCentre((extent.top + extent.bottom) / 2 - (top + step / 2))
  if (!IDEOGRAPH.test(text)) return undefined
  return sticksOut(Math.max(extent.top - top, top + step - extent.bottom))
}

const againstVmtx = (
  top: number,
  step: number,
  real: { readonly advance: number; readonly top: number },
): readonly [string, string] | undefined =>
  Math.abs(-step - real.advance) > SLACK || Math.abs(top - real.top) > SLACK
    ? [
        `vertical step ${-step} from ${top}, in the embedded font ${Math.round(real.advance)} from ${Math.round(real.top)}`,
        `竖排字距 ${-step}、原点 ${top}，嵌入字体中为 ${Math.round(real.advance)}、${Math.round(real.top)}`,
      ]
    : undefined

const offCentre = (by: number): readonly [string, string] | undefined =>
  Math.abs(by) > OFF_CENTRE
    ? [
        `it stands ${Math.round(by)}/1000 off the middle of its vertical cell`,
        `偏离竖排字框中心 ${Math.round(by)}/1000`,
      ]
    : undefined

const sticksOut = (by: number): readonly [string, string] | undefined =>
  by > OVERSHOOT
    ? [`it sticks ${Math.round(by)}/1000 out of its vertical cell`, `超出竖排字框 ${Math.round(by)}/1000`]
    : undefined
