// Paper folded in software. In: what is printed on both sides of a flat sheet, as a reader of the finished file sees it. Out:
// the leaves of the folded sheet from the top, with what stands on either side of each and which way up. Knows paper and
// nothing of the program: a sheet is a grid of cells, each a pile of leaves; a fold lays one half of the grid on the other.

/** What stands on one side of a cell. */
export interface Print {
  /** Undefined: nothing. */
  readonly page: number | undefined
  /** Whether it stands on its head. */
  readonly isTurned: boolean
}

/** Rows from the top, cells from the left. */
export type PrintedSide = readonly (readonly Print[])[]

/** A leaf lying in a pile: `up` is the side one sees from above. */
export interface Leaf {
  readonly up: Print
  /** As one sees it after turning the leaf over like the page of a book. */
  readonly down: Print
}

/** From the top. */
type Pile = readonly Leaf[]
type Grid = readonly (readonly Pile[])[]

/** The front lies up; the back is seen after the sheet is turned over from left to right. */
export const sheetOf = (front: PrintedSide, back: PrintedSide): Grid =>
  front.map((row, r) =>
    row.map((up, c) => {
      const down = back[r]?.[row.length - 1 - c]
      if (down === undefined) throw new Error('sides of different shape')
      return [{ up, down }]
    }),
  )

/** A leaf turned over about an upright line stays upright; about a level line it stands on its head. */
const overUpright = ({ up, down }: Leaf): Leaf => ({ up: down, down: up })
const onItsHead = (print: Print): Print => ({ ...print, isTurned: !print.isTurned })
const overLevel = ({ up, down }: Leaf): Leaf => ({ up: onItsHead(down), down: onItsHead(up) })

const turnedOver = (pile: Pile, over: (leaf: Leaf) => Leaf): Pile => pile.toReversed().map(over)

/** The half away from `kept` is folded behind it; the crease is where they met. */
function foldAcross(grid: Grid, kept: 'left' | 'right'): Grid {
  return grid.map((row) => {
    const half = row.length / 2
    if (!Number.isInteger(half)) throw new Error('no fold in the middle')
    const [left, right] = [row.slice(0, half), row.slice(half)]
    const [front, behind] = kept === 'left' ? [left, right] : [right, left]
    return front.map((pile, c) => [...pile, ...turnedOver(behind[half - 1 - c] ?? [], overUpright)])
  })
}

/** The upper half is folded behind the lower. */
function foldHeads(grid: Grid): Grid {
  const half = grid.length / 2
  if (!Number.isInteger(half)) throw new Error('no fold in the middle')
  return grid
    .slice(half)
    .map((row, r) => row.map((pile, c) => [...pile, ...turnedOver(grid[half - 1 - r]?.[c] ?? [], overLevel)]))
}

/**
 * Folded as a folding machine does it: columns are halved behind the half with the first page, then rows head to head,
 * then columns at the spine, which comes to lie at `spine`: the half away from it stays in front.
 */
export function folded(grid: Grid, spine: 'left' | 'right'): Pile {
  let now = grid
  for (const fold of foldsFor(grid))
    now = fold === 'heads' ? foldHeads(now) : foldAcross(now, spine === 'left' ? 'right' : 'left')
  const [pile, ...others] = now.flat()
  if (pile === undefined || others.length > 0) throw new Error('not folded to one page')
  return pile
}

/** Four columns are halved before the heads are folded; the last fold is the spine. */
const foldsFor = (grid: Grid): readonly ('heads' | 'columns')[] => {
  const columns = grid[0]?.length ?? 0
  return [
    ...(columns === 4 ? ['columns' as const] : []),
    ...(grid.length === 2 ? ['heads' as const] : []),
    'columns',
  ]
}

/** What a reader sees who turns the leaves one after the other. */
export const read = (pile: Pile): readonly Print[] => pile.flatMap(({ up, down }) => [up, down])

/** Sheets of a booklet, opened and laid into each other, the first outside, then folded together. */
export function nested(sheets: readonly Grid[], spine: 'left' | 'right'): Pile {
  const halves = sheets.map((sheet) => folded(sheet, spine))
  const leaves = (i: 0 | 1): Pile => halves.flatMap((pile) => pile[i] ?? [])
  return [...leaves(0), ...leaves(1).toReversed()]
}
