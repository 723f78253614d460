// The units of a layout sheet. In: text such as `210mm`, `1/4em`, `小五`. Out: a number and its unit; points where the
// unit is absolute. What an em or a line is worth is known only to the layout that is being read.

/** Points in one of each absolute unit; Q is a quarter of a millimetre (级). */
const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  in: 72,
  Q: 18 / 25.4,
}

export interface Length {
  readonly amount: number
  /** Absolute lengths are in points already; `em` is a character size, `line` a line pitch. */
  readonly unit: 'pt' | 'em' | 'line'
}

const LENGTH = /^([+-]?)(\d+(?:\.\d+)?|\.\d+)(?:\s*\/\s*(\d+))?\s*(pt|mm|cm|in|Q|em|字|行)$/

/** A length with its unit, or undefined when it is none. Fractions such as `1/4em` are exact. */
export function parseLength(text: string): Length | undefined {
  const match = LENGTH.exec(text.trim())
  if (match === null) return undefined
  const [, sign, number, divisor, unit = ''] = match
  const amount = ((sign === '-' ? -1 : 1) * Number(number)) / Number(divisor ?? 1)
  if (!Number.isFinite(amount)) return undefined
  if (unit === 'em' || unit === '字') return { amount, unit: 'em' }
  if (unit === '行') return { amount, unit: 'line' }
  return { amount: amount * (POINTS[unit] ?? 1), unit: 'pt' }
}

/** Type sizes by name, in points: the software sizes (CTeX and Word agree). */
export const NAMED_SIZES: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
  八号: 5,
}

/** Trimmed pages by name, in millimetres (GB/T 788-1999; 大16开, 正16开 and 大32开 by custom). */
export const NAMED_TRIMS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  大16开: [210, 285],
  正16开: [185, 260],
  大32开: [140, 203],
  A4: [210, 297],
  A5: [148, 210],
  B5: [169, 239],
}

/** A share such as `1/8`, `0.125` or `12.5%`. */
export function parseShare(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(?:\s*\/\s*(\d+)|\s*(%))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, number, divisor, percent] = match
  const share = Number(number) / Number(divisor ?? (percent === undefined ? 1 : 100))
  return Number.isFinite(share) ? share : undefined
}
