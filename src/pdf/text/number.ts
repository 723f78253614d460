// Numbers in content streams: at most four decimals, no exponent, no trailing zeros, the same on every machine.

/** A number as PDF writes it, rounded to a ten-thousandth of a point. */
export function num(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4
  if (Number.isInteger(rounded)) return String(rounded)
  return rounded.toFixed(4).replace(/0+$/, '')
}
