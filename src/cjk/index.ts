export {
  blankAfter,
  blankBefore,
  blankBetween,
  blankKept,
  type PunctuationStyle,
  type Region,
  sharesBlank,
  sharesBlankAfter,
  sharesBlankBefore,
} from './blank.ts'
export {
  CHAR_CLASS,
  type CharClass,
  type CharClassName,
  CLASS_MEMBERS,
  classOf,
  isVariationSelector,
  isWestern,
} from './classes.ts'
export { HALF_CELLS, NEEDS_FULL_WIDTH, NEEDS_VERTICAL_FORM, TURNED } from './forms.ts'
export type { HanziText } from './hanzi-writer.ts'
export { joinsWithSpace } from './join.ts'
export { type BanLevel, mayBreakBetween, mayEndLine, mayStartLine } from './kinsoku.ts'
export { toHanzi } from './numerals.ts'
export { BREAK_ALLOWED, BREAK_MANDATORY, lineBreakOpportunities, NO_BREAK } from './uax14.ts'
