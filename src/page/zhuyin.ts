// 注音 of one character: its symbols one under the other, the tone at the upper right of the last one, the neutral tone
// above the first (CLREQ 5.5.3: of a character of 30 by 30 parts the column takes 15, symbols 9, tones 5).

import { type Em, em, type Pt, pt, type SourceText } from '../core/index.ts'
import { makeTitle, type SetParagraph, streamOf } from '../paragraph/index.ts'
import type { TextStyle } from '../source/index.ts'
import type { ElementId } from './structure.ts'
import type { Styles } from './styles.ts'

/** 3:10. */
export const ZHUYIN_SIZE: Em = em(9 / 30)
/** From the middle of the symbols to that of a tone, in ems of the base: 4½ parts to the edge and 2½ more. */
const TONE_RIGHT = 7 / 30
/** How far above the middle of the last symbol a tone stands, in ems of the symbol. */
const TONE_UP = 0.35
/** Room of the neutral tone above the symbols: 2 parts of 9. */
const NEUTRAL_HEIGHT = 2 / 9

const NEUTRAL = '˙'
const TONES = 'ˉˊˇˋ'

/** @param element what it is in the book */
export function setZhuyin(
  reading: SourceText,
  style: TextStyle,
  baseSize: Pt,
  styles: Styles,
  element?: ElementId,
): SetParagraph {
  const { size } = style
  const look = { text: style, stance: 'upright' } as const
  const isTone = (unit: number): boolean => TONES.includes(reading.text[unit] ?? '\0')
  const pieces = [...reading.text].map((_, unit) => ({
    source: reading,
    style: styles.run(isTone(unit) ? { ...look, rise: TONE_RIGHT * baseSize } : look),
    sourceStart: unit,
    sourceEnd: unit + 1,
    ...(element !== undefined && { element }),
  }))
  const options = { ...styles.title(size, pt(1e5)), direction: 'vertical' } as const
  return stacked(makeTitle(streamOf(pieces), styles.typeCase, options), size)
}

/** Symbols one after the other; a tone beside the one before it, the neutral tone in little room. */
function stacked(set: SetParagraph, size: number): SetParagraph {
  const [line] = set.lines
  const offsets = set.offsets.slice()
  let pen = 0
  for (let i = 0; i < offsets.length; i++) {
    const character = set.stream.text[set.at[i] ?? 0] ?? ''
    if (TONES.includes(character)) offsets[i] = pen - size - TONE_UP * size
    else if (character === NEUTRAL) {
      offsets[i] = pen - (1 - NEUTRAL_HEIGHT) * 0.5 * size
      pen += NEUTRAL_HEIGHT * size
    } else {
      offsets[i] = pen
      pen += size
    }
  }
  return line ? { ...set, offsets, lines: [{ ...line, end: pen }] } : set
}
