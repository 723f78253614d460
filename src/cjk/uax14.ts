// The default line-breaking algorithm of Unicode 17.0 (UAX #14, revision 55), untailored. Text comes in; for every
// unit goes out whether a line may or must end before it. Rules for Chinese text are kinsoku.ts's: this serves the
// Western runs in it.

import { CLASS_BITS, classNumber, EAST_ASIAN, lineBreakValue, RESERVED_PICTOGRAPH } from './uax14-classes.ts'

/** A line may not end before this unit. */
export const NO_BREAK = 0
/** A line may end before this unit. */
export const BREAK_ALLOWED = 1
/** A line must end before this unit (LB4, LB5). */
export const BREAK_MANDATORY = 2

/**
 * Where lines may end: element i speaks of the place before UTF-16 unit i of `text`. The first is NO_BREAK (LB2); the
 * end of the text, where a break is mandatory (LB3), has no element.
 */
export function lineBreakOpportunities(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length)
  const units = unitsOf(text)
  for (let i = 1; i < units.length; i++) breaks[units.at[i] ?? 0] = decide(units, i)
  return breaks
}

/** The text after LB9 and LB10: bases with the marks that follow them, as parallel lists. */
interface Units {
  readonly length: number
  readonly class: Uint8Array
  /** EAST_ASIAN and RESERVED_PICTOGRAPH of the base. */
  readonly flags: Uint8Array
  /** 1 where the unit ends with a zero-width joiner (LB8a). */
  readonly joins: Uint8Array
  /** Index in the text. */
  readonly at: Int32Array
  /** The unit before the spaces that precede this one: i - 1 where there are none; -1 at the start. */
  readonly base: Int32Array
  /** What number notation stands before this unit (LB25). */
  readonly number: Uint8Array
  /** 1 where an odd count of regional indicators precedes (LB30a). */
  readonly oddFlags: Uint8Array
}

const AL = classNumber('AL')
const AP = classNumber('AP')
const B2 = classNumber('B2')
const BB = classNumber('BB')
const CB = classNumber('CB')
const CP = classNumber('CP')
const CR = classNumber('CR')
const EB = classNumber('EB')
const EM = classNumber('EM')
const GL = classNumber('GL')
const HL = classNumber('HL')
const HY = classNumber('HY')
const IN = classNumber('IN')
const IS = classNumber('IS')
const JL = classNumber('JL')
const JT = classNumber('JT')
const LF = classNumber('LF')
const NS = classNumber('NS')
const NU = classNumber('NU')
const OP = classNumber('OP')
const PO = classNumber('PO')
const PR = classNumber('PR')
const QF = classNumber('QF')
const QI = classNumber('QI')
const RI = classNumber('RI')
const SP = classNumber('SP')
const SY = classNumber('SY')
const VF = classNumber('VF')
const VI = classNumber('VI')
const WJ = classNumber('WJ')
const ZJ = classNumber('ZJ')
const ZW = classNumber('ZW')

/** A set of classes, by number. The place past the last class stands for start or end of text (sot, eot). */
type ClassSet = Uint8Array
const EDGE = CLASS_BITS

function classes(names: string): ClassSet {
  const set = new Uint8Array(CLASS_BITS + 1)
  for (const name of names.split(' ')) set[name === 'edge' ? EDGE : classNumber(name)] = 1
  return set
}

const MARK = classes('CM ZJ')
const NO_MARKS_AFTER = classes('BK CR LF NL SP ZW')
const HARD_BREAK = classes('BK CR LF NL')
const SPACE_OR_HYPHEN = classes('SP BA HY HH')
const CLOSING = classes('CL CP EX SY')
const BEFORE_INITIAL_QUOTE = classes('edge BK CR LF NL OP QU QI QF GL SP ZW')
const AFTER_FINAL_QUOTE = classes('SP GL WJ CL QU QI QF CP EX IS SY BK CR LF NL ZW edge')
const CLOSE = classes('CL CP')
const QUOTE = classes('QU QI QF')
const WORD_START = classes('edge BK CR LF NL SP ZW CB GL')
const HYPHEN = classes('HY HH')
const LETTER = classes('AL HL DC')
const NO_BREAK_BEFORE = classes('BA HH HY NS')
const IDEOGRAPH = classes('ID EB EM')
const AFFIX = classes('PO PR')
const SYLLABLE = classes('JL JV JT H2 H3')
const AFTER_JL = classes('JL JV H2 H3')
const MEDIAL = classes('JV H2')
const AFTER_MEDIAL = classes('JV JT')
const FINAL = classes('JT H3')
const AKSHARA = classes('AK DC AS')
const AKSHARA_OR_CIRCLE = classes('AK DC')
const VIRAMA = classes('VF VI')
const WORD = classes('AL HL DC NU')

const has = (set: ClassSet, value: number): boolean => set[value] === 1

/** What number notation stands before a unit: none, NU (SY | IS)*, or that closed by CL or CP. */
const NUMBER = 1
const CLOSED_NUMBER = 2

/** LB1 (done in the data), LB9, LB10, and the look-behind that later rules need. */
function unitsOf(text: string): Units {
  const most = text.length
  const [classList, flags, joins] = [new Uint8Array(most), new Uint8Array(most), new Uint8Array(most)]
  const [number, oddFlags] = [new Uint8Array(most), new Uint8Array(most)]
  const [at, base] = [new Int32Array(most), new Int32Array(most)]
  let n = 0
  for (let i = 0; i < most; ) {
    const code = text.codePointAt(i) ?? 0
    const value = lineBreakValue(code)
    const kind = value & CLASS_BITS
    const before = n === 0 ? EDGE : (classList[n - 1] ?? EDGE)
    if (has(MARK, kind) && before !== EDGE && !has(NO_MARKS_AFTER, before)) {
      joins[n - 1] = kind === ZJ ? 1 : 0
    } else {
      classList[n] = has(MARK, kind) ? AL : kind
      flags[n] = value & ~CLASS_BITS
      joins[n] = kind === ZJ ? 1 : 0
      at[n] = i
      base[n] = before === SP ? (base[n - 1] ?? -1) : n - 1
      number[n] = numberBefore(before, number[n - 1] ?? 0)
      oddFlags[n] = before === RI ? 1 - (oddFlags[n - 1] ?? 0) : 0
      n++
    }
    i += code > 0xffff ? 2 : 1
  }
  return { length: n, class: classList, flags, joins, at, base, number, oddFlags }
}

function numberBefore(before: number, state: number): number {
  if (before === NU) return NUMBER
  if (state !== NUMBER) return 0
  if (before === SY || before === IS) return NUMBER
  return has(CLOSE, before) ? CLOSED_NUMBER : 0
}

/** What surrounds one place: classes of the units before and after it, and further out where a rule looks there. */
interface Place {
  readonly units: Units
  /** Index of the unit after the place. */
  readonly i: number
  readonly before: number
  readonly after: number
  readonly beforeBefore: number
  readonly afterAfter: number
  /** The unit before any spaces before the place. */
  readonly base: number
}

/** Each group answers when one of its rules applies, in the order of the standard. LB31: else break. */
function decide(units: Units, i: number): number {
  const place: Place = {
    units,
    i,
    before: classAt(units, i - 1),
    after: classAt(units, i),
    beforeBefore: classAt(units, i - 2),
    afterAfter: classAt(units, i + 1),
    base: classAt(units, units.base[i] ?? -1),
  }
  if (has(HARD_BREAK, place.before)) return atHardBreak(place)
  const allowed =
    aroundSpaces(place) ??
    atGlue(place) ??
    atClosings(place) ??
    atSpace(place) ??
    atQuotes(place) ??
    atHyphens(place) ??
    inNumbers(place) ??
    inSyllables(place) ??
    inWords(place) ??
    true
  return allowed ? BREAK_ALLOWED : NO_BREAK
}

const classAt = (units: Units, i: number): number =>
  i < 0 || i >= units.length ? EDGE : (units.class[i] ?? EDGE)
const isEastAsian = (units: Units, i: number): boolean => ((units.flags[i] ?? 0) & EAST_ASIAN) !== 0

/** True: break; false: do not; undefined: a later rule decides. */
type Answer = boolean | undefined

// LB4, LB5
const atHardBreak = ({ before, after }: Place): number =>
  before === CR && after === LF ? NO_BREAK : BREAK_MANDATORY

function aroundSpaces({ units, i, after, base }: Place): Answer {
  if (has(HARD_BREAK, after)) return false // LB6
  if (after === SP || after === ZW) return false // LB7
  if (base === ZW) return true // LB8
  return units.joins[i - 1] === 1 ? false : undefined // LB8a
}

function atGlue({ before, after }: Place): Answer {
  if (before === WJ || after === WJ) return false // LB11
  if (before === GL) return false // LB12
  return after === GL && !has(SPACE_OR_HYPHEN, before) ? false : undefined // LB12a
}

function atClosings({ units, i, before, after, afterAfter, base }: Place): Answer {
  if (has(CLOSING, after)) return false // LB13
  if (base === OP) return false // LB14
  if (base === QI && has(BEFORE_INITIAL_QUOTE, classAt(units, (units.base[i] ?? 0) - 1))) return false // LB15a
  if (after === QF && has(AFTER_FINAL_QUOTE, afterAfter)) return false // LB15b
  if (before === SP && after === IS && afterAfter === NU) return true // LB15c
  if (after === IS) return false // LB15d
  if (has(CLOSE, base) && after === NS) return false // LB16
  return base === B2 && after === B2 ? false : undefined // LB17
}

// LB18
const atSpace = ({ before }: Place): Answer => (before === SP ? true : undefined)

function atQuotes({ units, i, before, after, beforeBefore, afterAfter }: Place): Answer {
  if (has(QUOTE, after)) {
    if (after !== QI) return false // LB19
    if (!isEastAsian(units, i - 1)) return false // LB19a
    if (afterAfter === EDGE || !isEastAsian(units, i + 1)) return false // LB19a
  }
  if (has(QUOTE, before)) {
    if (before !== QF) return false // LB19
    if (!isEastAsian(units, i)) return false // LB19a
    if (beforeBefore === EDGE || !isEastAsian(units, i - 2)) return false // LB19a
  }
  return undefined
}

function atHyphens({ before, after, beforeBefore }: Place): Answer {
  if (before === CB || after === CB) return true // LB20
  if (has(HYPHEN, before) && has(LETTER, after) && has(WORD_START, beforeBefore)) return false // LB20a
  if (has(NO_BREAK_BEFORE, after) || before === BB) return false // LB21
  if (beforeBefore === HL && has(HYPHEN, before) && after !== HL) return false // LB21a
  if (before === SY && after === HL) return false // LB21b
  return after === IN ? false : undefined // LB22
}

function inNumbers(place: Place): Answer {
  const { before, after } = place
  if (has(LETTER, before) && after === NU) return false // LB23
  if (before === NU && has(LETTER, after)) return false // LB23
  if (before === PR && has(IDEOGRAPH, after)) return false // LB23a
  if (has(IDEOGRAPH, before) && after === PO) return false // LB23a
  if (has(AFFIX, before) && has(LETTER, after)) return false // LB24
  if (has(LETTER, before) && has(AFFIX, after)) return false // LB24
  return inNumberNotation(place) ? false : undefined // LB25
}

// LB25
function inNumberNotation({ units, i, before, after, afterAfter }: Place): boolean {
  const state = units.number[i] ?? 0
  if (has(AFFIX, after)) return state !== 0
  if (after === NU) return state === NUMBER || has(AFFIX, before) || before === HY || before === IS
  if (after !== OP || !has(AFFIX, before)) return false
  return afterAfter === NU || (afterAfter === IS && classAt(units, i + 2) === NU)
}

function inSyllables({ before, after, beforeBefore, afterAfter }: Place): Answer {
  if (before === JL && has(AFTER_JL, after)) return false // LB26
  if (has(MEDIAL, before) && has(AFTER_MEDIAL, after)) return false // LB26
  if (has(FINAL, before) && after === JT) return false // LB26
  if (has(SYLLABLE, before) && after === PO) return false // LB27
  if (before === PR && has(SYLLABLE, after)) return false // LB27
  if (has(LETTER, before) && has(LETTER, after)) return false // LB28
  if (before === AP && has(AKSHARA, after)) return false // LB28a
  if (has(AKSHARA, before) && has(VIRAMA, after)) return false // LB28a
  if (has(AKSHARA, beforeBefore) && before === VI && has(AKSHARA_OR_CIRCLE, after)) return false // LB28a
  return has(AKSHARA, before) && has(AKSHARA, after) && afterAfter === VF ? false : undefined // LB28a
}

function inWords({ units, i, before, after }: Place): Answer {
  if (before === IS && has(LETTER, after)) return false // LB29
  if (has(WORD, before) && after === OP && !isEastAsian(units, i)) return false // LB30
  if (before === CP && has(WORD, after) && !isEastAsian(units, i - 1)) return false // LB30
  if (before === RI && after === RI && units.oddFlags[i] === 1) return false // LB30a
  if (after !== EM) return undefined
  return before === EB || ((units.flags[i - 1] ?? 0) & RESERVED_PICTOGRAPH) !== 0 ? false : undefined // LB30b
}
