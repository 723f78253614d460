// What of a Western run may stand upright in a vertical line: signs of full width, numbers of few digits (GB/T 15835-2011
// 5.1.7.3; CLREQ 3.2.3). Text comes in, the parts that stand go out; all characters of one term stand or lie together.

/** A number of one to three digits with the full-width signs (UAX #50 U) that may stand before and after it. */
const UPRIGHT_TERM = /^([￥￡＄№±＋－]?)(\d{0,3})([℃℉％‰‱￠\u3380-\u33df]?)$/

/** Signs that are no part of a word when they stand alone, and then upright (UAX #50 U). */
const UPRIGHT_SIGN = /^[§©®¼½¾×÷±]$/

/** 1 234 567 and 12 km: one term, whose characters turn together in vertical lines (GB/T 15835 5.1.7.2, 5.1.7.3). */
const SPACED_TERM = /\d\s(?:[\dA-Za-zµμΩ]|[×÷±=<>≤≥≈+−]\s?\d)/

/** What a ratio is made of before and behind a run. A longer one is looked at as far as FARTHEST. */
const RATIO_BEFORE = /(?:[!-~￥￡＄№±＋－]* ?∶ ?)+$/
const RATIO_BEHIND = /^(?: ?∶ ?[!-~￥￡＄№±＋－℃℉％‰‱￠\u3380-\u33df]*)+/
const FARTHEST = 64

export const isUprightSign = (text: string): boolean => UPRIGHT_SIGN.test(text)

/** Sign, digits and sign of a term that may stand, those that are there; undefined where it lies. */
export function uprightPieces(
  text: string,
): { readonly pieces: readonly string[]; readonly digits: string } | undefined {
  const match = UPRIGHT_TERM.exec(text)
  if (!match) return undefined
  const [, before = '', digits = '', after = ''] = match
  return { pieces: [before, digits, after].filter((piece) => piece !== ''), digits }
}

/** Whether the run `[from, end)` is part of a longer term, of which each part lies because one has to. */
export const isOfLyingTerm = (text: string, from: number, end: number): boolean =>
  SPACED_TERM.test(text.slice(from, end)) || isOfLyingRatio(text, from, end)

/** 1∶8.277: where a number of a ratio cannot stand, none of them does. */
function isOfLyingRatio(text: string, from: number, end: number): boolean {
  if (!text.slice(Math.max(0, from - 2), end + 2).includes('∶')) return false
  const before = RATIO_BEFORE.exec(text.slice(Math.max(0, from - FARTHEST), from))?.[0] ?? ''
  const behind = RATIO_BEHIND.exec(text.slice(end, end + FARTHEST))?.[0] ?? ''
  const ratio = before + text.slice(from, end) + behind
  return ratio.split(/ ?∶ ?/).some((part) => !UPRIGHT_TERM.test(part))
}
