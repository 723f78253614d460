// What stands beside lines and has no room. Each line gap holds what stands at the foot of the line before it and at the
// head of the line after it: where these meet along the line it must be as wide as the two are deep. In: lines where
// they stand on a page. Out: what the author should hear.

import { type Diagnostic, type Direction, fits, type PagePlace, type Pt, type Text } from '../core/index.ts'
import { type Beside, type SetLine, type SetParagraph, spanInSource } from '../paragraph/index.ts'
import type { TypeArea } from '../source/index.ts'
import { type Claim, claimsOf } from './beside-claims.ts'
import { BEYOND, type Complaint, complaint, facing, narrow, onText, stacked } from './beside-messages.ts'

/** Of a line gap with dots, lines or readings in it, in em (CLREQ 6.4). */
const LEAST_GAP = 0.5

/** A set line where it stands. Offsets in points, along and across the lines. */
export interface StandingLine {
  readonly paragraph: SetParagraph
  readonly line: SetLine
  /** Of its line head and of the head of its character frame; the size of the frame. */
  readonly inline: number
  readonly block: number
  readonly size: number
  /** Where the lines of its column begin and end. */
  readonly column: { readonly from: number; readonly to: number }
  /** Room across the lines between it and its neighbours, as the layout has it; what helps where that is too little. */
  readonly gap: Pt
  readonly wider: Text
  readonly place: PagePlace
}

/** A line, what stands beside it and what its text covers; all offsets from the type area. */
interface Claimed extends StandingLine {
  readonly claims: readonly Claim[]
  /** Its gap holds nothing at all. */
  readonly isNarrow: boolean
  readonly text: Stretch
}

interface Stretch {
  readonly from: number
  readonly to: number
}

interface Fault {
  readonly at: StandingLine
  readonly said: Complaint
}

/** @param lines of one page, in reading order */
export function besideFaults(
  lines: readonly StandingLine[],
  area: TypeArea,
  direction: Direction,
): readonly Diagnostic[] {
  if (lines.every(({ line }) => line.beside.length === 0)) return []
  const claimed = claimedBy(lines, direction)
  return told([
    ...claimed.flatMap((one) => [...beyondColumn(one), ...onOneSide(one)]),
    ...narrowGaps(claimed),
    ...betweenLines(claimed, area),
  ])
}

function claimedBy(lines: readonly StandingLine[], direction: Direction): readonly Claimed[] {
  const stands = standingReadings(lines)
  return lines.map((at) => {
    const { line, inline, size } = at
    const claims = line.beside
      .filter((one) => one.kind !== 'reading' || stands.get(one.set) === line)
      .flatMap((one) => claimsOf(one, size, direction))
      .map((claim) => ({ ...claim, from: claim.from + inline, to: claim.to + inline }))
    const isNarrow = !fits(LEAST_GAP * size, at.gap)
    return { ...at, claims, isNarrow, text: { from: inline + line.indent, to: inline + line.end } }
  })
}

/** Readings that are read on the page, with their lines: a comment whose base goes over several stands at the first. */
function standingReadings(lines: readonly StandingLine[]): ReadonlyMap<SetParagraph, SetLine> {
  const first = new Map<SetParagraph, SetLine>()
  const read = new Set<SetParagraph>()
  for (const { line } of lines) {
    for (const one of line.beside.filter(isReading)) {
      if (!first.has(one.set)) first.set(one.set, line)
      if (one.afterRuns > 0) read.add(one.set)
    }
  }
  return new Map([...first].filter(([set]) => read.has(set)))
}

const isReading = (one: Beside): one is Extract<Beside, { kind: 'reading' }> => one.kind === 'reading'

/** A gap that is too narrow for anything is told once a paragraph, instead of what follows from it. */
function narrowGaps(lines: readonly Claimed[]): readonly Fault[] {
  const known = new Set<SetParagraph>()
  return lines.flatMap((at) => {
    if (!at.isNarrow || known.has(at.paragraph) || !at.claims.some(asksForGap)) return []
    known.add(at.paragraph)
    return [{ at, said: narrow(at.wider) }]
  })
}

/** A frame asks for no more than it takes; the rest is what CLREQ 6.4 speaks of. */
const asksForGap = ({ name, side }: Claim): boolean => name !== 'frame' && side !== 'within'

function beyondColumn(at: Claimed): readonly Fault[] {
  const { from, to } = at.column
  const isBeyond = ({ name, ...claim }: Claim): boolean =>
    (name === 'reading' || name === 'comment') && !(fits(from, claim.from) && fits(claim.to, to))
  return at.claims.some(isBeyond) ? [{ at, said: BEYOND }] : []
}

/** What stands on the same side of a line, one in the other. */
function onOneSide(at: Claimed): readonly Fault[] {
  const faults: Fault[] = []
  for (const [i, one] of at.claims.entries()) {
    for (const other of at.claims.slice(i + 1)) {
      if (one.side !== other.side || one.side === 'within' || isSame(one, other)) continue
      const isDeep = !fits(Math.min(one.far, other.far), Math.max(one.near, other.near))
      if (isDeep && meet(one, other)) faults.push({ at, said: stacked(one.name, other.name) })
    }
  }
  return faults
}

/** Whether two stretches have more than an edge in common. */
const meet = (one: Stretch, other: Stretch): boolean =>
  !fits(Math.min(one.to, other.to), Math.max(one.from, other.from))

/** The same mark twice in the same place is seen once. */
const isSame = (one: Claim, other: Claim): boolean =>
  one.name === other.name && one.from === other.from && one.to === other.to && one.near === other.near

/** Each line with those after it that are near enough to be reached. */
function betweenLines(lines: readonly Claimed[], { charSize }: TypeArea): readonly Fault[] {
  const deepest = Math.max(0, ...lines.map(({ claims }) => Math.max(0, ...claims.map(({ far }) => far))))
  const reach = 2 * deepest
  const inOrder = [...lines].sort((a, b) => a.block - b.block)
  return inOrder.flatMap((before, i) => {
    const faults: Fault[] = []
    for (let j = i + 1; j < inOrder.length; j++) {
      const after = inOrder[j]
      const gap = after ? after.block - before.block - before.size : reach
      if (!after || gap >= reach) break
      if (!before.isNarrow && !after.isNarrow && before.claims.length + after.claims.length > 0)
        faults.push(...inGap(before, after, gap, charSize))
    }
    return faults
  })
}

function inGap(before: Claimed, after: Claimed, gap: number, charSize: number): readonly Fault[] {
  const feet = before.claims.filter(({ side }) => side === 'foot')
  const heads = after.claims.filter(({ side }) => side === 'head')
  const isOn = (text: Stretch) => (claim: Claim) => !fits(claim.far, gap) && meet(claim, text)
  const [foot, head] = [feet.find(isOn(after.text)), heads.find(isOn(before.text))]
  const faults: Fault[] = [
    ...(foot ? [{ at: before, said: onText(foot.name, 'after') }] : []),
    ...(head ? [{ at: after, said: onText(head.name, 'before') }] : []),
  ]
  for (const one of feet) {
    for (const other of heads) {
      const needed = one.far + other.far
      if (fits(needed, gap) || !meet(one, other)) continue
      const ems = { needed: needed / charSize, gap: gap / charSize }
      faults.push({ at: after, said: facing(one.name, other.name, ems) })
    }
  }
  return faults
}

/** Each complaint once a line. */
function told(faults: readonly Fault[]): readonly Diagnostic[] {
  const known = new Map<StandingLine, Set<string>>()
  return faults.flatMap(({ at, said }) => {
    const before = known.get(at) ?? new Set()
    known.set(at, before)
    if (before.has(said.message.en)) return []
    before.add(said.message.en)
    const { paragraph, line, place } = at
    const span = spanInSource(paragraph.stream, line.textStart, line.textEnd)
    return [complaint(said, place, span)]
  })
}
