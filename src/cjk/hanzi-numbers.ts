// Numbers in Hanzi (GB/T 15835-2011 §4.2): Arabic digits come in; out come pieces of Hanzi, each with the digit it was
// made of. Which way a number is read is numerals.ts's affair. 2 is always 二: 两 is a matter of editing.

/** Hanzi made of one digit of the source; `digit` is its index in the digits given. */
export interface Piece {
  readonly text: string
  readonly digit: number
}

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const GROUPS = ['', '万', '亿']

/** The most digits of a quantity that 万 and 亿 can name without nesting. */
export const MOST_DIGITS = 12

const hanziOf = (digit: string): string => DIGITS[Number(digit)] ?? digit

/** Digit by digit, zero as 〇: years, telephone and serial numbers (§5.2.5: 〇 in numbering, 零 in quantities). */
export function digitByDigit(digits: string): Piece[] {
  return [...digits].map((d, digit) => ({ text: d === '0' ? '〇' : hanziOf(d), digit }))
}

/** The digits after a decimal point: zero as 零, for it belongs to a quantity. */
export function decimals(digits: string): Piece[] {
  return [...digits].map((d, digit) => ({ text: hanziOf(d), digit }))
}

/**
 * A whole quantity of at most MOST_DIGITS digits, in groups of 万 and 亿, with 零 for inner zeros: 12500 →
 * 一万二千五百, 3005 → 三千零五. Leading zeros are dropped.
 */
export function quantity(digits: string): Piece[] {
  const first = digits.search(/[1-9]/)
  if (first < 0) return [{ text: '零', digit: 0 }]
  const pieces: Piece[] = []
  let zeros = false
  let groupSpeaks = false
  for (let i = first; i < digits.length; i++) {
    const digit = digits[i] ?? '0'
    const power = digits.length - 1 - i
    if (digit !== '0') {
      if (zeros) pieces.push({ text: '零', digit: i - 1 })
      pieces.push({ text: placed(digit, power % 4, pieces.length === 0), digit: i })
    }
    zeros = digit === '0'
    groupSpeaks ||= digit !== '0'
    if (power % 4 === 0 && groupSpeaks) {
      if (power > 0) pieces.push({ text: GROUPS[power / 4] ?? '', digit: i })
      // A zero at the end of a group is not spoken (二千零三十万五千); a group of zeros is (一亿零三千).
      zeros = false
      groupSpeaks = false
    }
  }
  return pieces
}

/** 10 to 19 begin with 十 where nothing stands before: 十五万, but 一百一十五. */
function placed(digit: string, place: number, leads: boolean): string {
  const ten = place === 1 && digit === '1' && leads
  return (ten ? '' : hanziOf(digit)) + (PLACES[place] ?? '')
}
