// The values of a layout sheet, taken from the merged tree one by one. In: a key path. Out: points, ems, counts and
// words. What makes no sense is reported at its place and comes out as NaN, so that one reading finds all faults;
// what is missing has been reported before (read-layout.ts). The layout is used only when there were none.

import { type Em, em, type Pt, pt, type Text } from '../core/index.ts'
import type { TextStyle } from './layout.ts'
import { Faults, type Path } from './layout-faults.ts'
import { FACE_NAMES } from './layout-schema.ts'
import type { Problems } from './problems.ts'
import { isEndless, isNothing, type MapNode, type Node, nodeAt } from './tree.ts'
import { type Length, NAMED_SIZES, parseLength, parseShare } from './units.ts'

type Value = string | number | boolean

/** What relative units are worth in points: undefined before it is known, NaN when it could not be read. */
export interface Measures {
  em?: number
  line?: number
}

export class Sheet {
  readonly faults: Faults
  readonly measures: Measures = {}
  readonly #root: MapNode

  constructor(root: MapNode, problems: Problems) {
    this.#root = root
    this.faults = new Faults(root, problems)
  }

  node(path: Path): Node | undefined {
    const found = nodeAt(this.#root, path)
    return isNothing(found) ? undefined : found
  }

  /** A number, text or flag as YAML has it. */
  value(path: Path): Value | undefined {
    const node = this.node(path)
    return node?.kind === 'scalar' ? (node.value ?? undefined) : undefined
  }

  /** A whole number from 1; the schema has reported anything else. */
  count(path: Path): number {
    const value = this.value(path)
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : Number.NaN
  }

  /** A word of a closed list; the schema has seen to it that it is one of them. */
  word<T extends string>(path: Path): T {
    return String(this.value(path)) as T
  }

  /** A length within `bounds`, in points. */
  length(path: Path, bounds: Bounds = FROM_ZERO): Pt {
    const value = this.value(path)
    return value === undefined ? pt(Number.NaN) : this.lengthFrom(value, path, bounds)
  }

  /** The same for a value that is only a part of what stands at `path`. */
  lengthFrom(value: Value, path: Path, bounds: Bounds): Pt {
    return this.#within(this.#points(this.#lengthOf(value, path), path), path, bounds)
  }

  #within(points: number, path: Path, { least, most, words }: Bounds): Pt {
    if (!(points < least - SLACK || points > most + SLACK)) return pt(points)
    this.faults.outOfBounds(path, words)
    return pt(Number.NaN)
  }

  /** Weight of a rule; `none` for 0, `hairline` for the thinnest. */
  rule(path: Path): Pt {
    return this.value(path) === 'hairline' ? pt(HAIRLINE) : this.length(path)
  }

  /** A length in ems of a character size, 0 to `most`. */
  ems(path: Path, size: Pt, most: number): Em {
    const value = this.value(path)
    if (value === undefined) return em(Number.NaN)
    const length = this.#lengthOf(value, path)
    const ems = length?.unit === 'em' ? length.amount : this.#points(length, path) / size
    if (ems < 0 || ems > most + SLACK) this.faults.outOfBounds(path, upTo(most))
    return em(ems)
  }

  /** A share from 0 to `most`. */
  share(path: Path, most: number = 1): number {
    const value = this.value(path)
    if (value === undefined || isEndless(value)) return Number.NaN
    const share = parseShare(String(value))
    if (share !== undefined && share <= most) return share
    this.faults.bad('bad-value', path, most === 1 ? SHARE : percentUpTo(most))
    return Number.NaN
  }

  /** A type size: a name, a number of points, or a length. */
  size(path: Path): Pt {
    const value = this.value(path)
    if (value === undefined) return pt(Number.NaN)
    // The schema has reported it.
    if (isEndless(value)) return pt(Number.NaN)
    const points = typeof value === 'number' ? value : NAMED_SIZES[String(value).trim()]
    const size = points ?? this.#points(parseLength(String(value)) ?? this.#fault(path, SIZE), path)
    return this.#within(size, path, TYPE_SIZES)
  }

  style(path: Path): TextStyle {
    return {
      face: FACE_NAMES[this.word<keyof typeof FACE_NAMES>([...path, 'face'])],
      weight: this.word([...path, 'weight']),
      size: this.size([...path, 'size']),
    }
  }

  #lengthOf(value: Value, path: Path): Length | undefined {
    if (value === 0 || value === 'none') return { amount: 0, unit: 'pt' }
    if (isEndless(value)) return undefined
    return parseLength(String(value)) ?? this.#fault(path, LENGTH)
  }

  #fault(path: Path, hint: Text): undefined {
    this.faults.bad('bad-unit', path, hint)
    return undefined
  }

  #points(length: Length | undefined, path: Path): number {
    if (length === undefined) return Number.NaN
    if (length.unit === 'pt') return length.amount
    const worth = this.measures[length.unit]
    if (worth === undefined) this.faults.bad('bad-unit', path, NOT_HERE)
    return length.amount * (worth ?? Number.NaN)
  }
}

/** What a length may be, in points; `words` name the range in messages. */
export interface Bounds {
  readonly least: number
  readonly most: number
  readonly words: Text
}

/** Weight of the thinnest rule of the trade, in points. */
const HAIRLINE = 0.3

/** Decimals carry noise; a length is not out of bounds for it. */
const SLACK = 1e-9

const LENGTH: Text = {
  en: 'a length has a unit: 3mm, 0.5cm, 9pt, 14Q, 1/4em, 2字, 1行; or it is `none`',
  zh: '长度要带单位：3mm、0.5cm、9pt、14Q、1/4em、2字、1行；没有则写 none',
}
const SIZE: Text = {
  en: 'a type size is a name such as 小五, a number of points, or a length such as 10.5pt, 14Q, 1em',
  zh: '字号写 小五 等名称，或磅数，或 10.5pt、14Q、1em 等长度',
}
const SHARE: Text = { en: 'a share is 0 to 1: 0.125, 1/8 or 12.5%', zh: '比例是 0 到 1：0.125、1/8 或 12.5%' }
const percentUpTo = (most: number): Text => ({
  en: `a percentage is written as 300%, at most ${100 * most}%`,
  zh: `百分数写成 300%，至多 ${100 * most}%`,
})
const NOT_HERE: Text = {
  en: 'em and 行 are not known yet here: use pt, mm or Q',
  zh: '这里还不知道 em 和 行 有多大，请用 pt、mm 或 Q',
}
const NOT_NEGATIVE: Text = { en: '0 or more', zh: '不小于 0' }
const FROM_ZERO: Bounds = { least: 0, most: Number.POSITIVE_INFINITY, words: NOT_NEGATIVE }
/** Beyond these no reader makes out a character and no page of a book holds one. */
const TYPE_SIZES: Bounds = {
  least: 1,
  most: 1000,
  words: { en: '1 pt to 1000 pt', zh: '在 1 pt 到 1000 pt 之间' },
}
const upTo = (most: number): Text =>
  most === Number.POSITIVE_INFINITY ? NOT_NEGATIVE : { en: `0 to ${most}em`, zh: `在 0 到 ${most}em 之间` }
