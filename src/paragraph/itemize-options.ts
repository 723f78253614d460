// What itemizing asks of a layout: the words of its composition, the direction, the size of the text.

import type { BanLevel, PunctuationStyle, Region } from '../cjk/index.ts'
import type { Direction, Pt } from '../core/index.ts'
import type { EdgeOptions } from './edges.ts'
import type { Measures } from './overlong.ts'

/** The words of the layout's composition; see source/layout.ts. */
export interface ItemizeOptions extends EdgeOptions, Measures {
  readonly direction: Direction
  readonly region: Region
  readonly punctuation: PunctuationStyle
  /** Width of two neighbouring marks together, in em: 1, 1.5 or 2. */
  readonly adjacentMarks: number
  readonly banLevel: BanLevel
  readonly justification: 'spread' | 'grid'
  readonly adjustment: 'squeeze-first' | 'stretch-only'
  readonly hyphenation: 'none' | 'words'
  /** In em. */
  readonly hanWesternGap: number
  /** What becomes of short numbers in vertical lines; `hanzi` has been done before and leaves only the rest lying. */
  readonly digits: 'rotate' | 'combine' | 'hanzi'
  readonly digitWidth: 'proportional' | 'half'
  /** Character size of the text in points: the cell of a grid, whatever stands in it. */
  readonly size: Pt
}
