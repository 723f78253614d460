// Whether two lines of a manuscript, joined into one, need a space between them. In: the ends that meet. Out: yes or
// no. Where lines and paragraphs begin and end is decided by the readers (source, intake).

/** Letters of scripts that part their words with spaces; full-width forms such as Ａ behave as Han instead. */
const LETTER =
  '(?![\\uff00-\\uffef])(?=\\p{L})[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hangul}]'
const IN_WORD = `(?:${LETTER}|[0-9\\p{M}])`

/** A Western word (letters, with digits glued to them), then at most half-width closing marks. */
const ENDS_IN_WORD = new RegExp(`${LETTER}${IN_WORD}*[,.;:?!)\\]'"%]*$`, 'u')
const BEGINS_WITH_WORD = new RegExp(`^[(\\['"]*[0-9]*${LETTER}`, 'u')

/** Longest end looked at: no word is longer, and a long line costs no more than a short one. */
const REACH = 64

/**
 * Whether a line break between `left` and `right` stands for a space: only between two Western words (CSS Text 3
 * segment breaks; half-width marks count with their word). Never beside Han, CJK marks or a bare number, so that
 * 20│02 gives 2002; a hyphen at the line end joins and stays.
 */
export function joinsWithSpace(left: string, right: string): boolean {
  return ENDS_IN_WORD.test(left.slice(-REACH)) && BEGINS_WITH_WORD.test(right.slice(0, REACH))
}
