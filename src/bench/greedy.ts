// The other way to break lines, for comparison: one line after the other, each as full as it will go, nothing looked
// back at. What careful first-fit programs and hand setters do: pull a banned mark in where squeezing allows, else push
// the last character out (CLREQ 6.1.1: 先挤进，后推出). Same items, same bans, same give as the product's breaker.

import type { BreakOptions, Give, Items, Line } from '../paragraph/index.ts'

export function breakGreedily(items: Items, give: Give, options: BreakOptions): readonly Line[] {
  const lines: Line[] = []
  for (let first = 0; first < items.count; ) {
    const end = lineEnd(items, give, first, first === 0 ? options.firstMeasure : options.measure)
    lines.push({ first, end })
    first = end
  }
  return lines
}

function lineEnd(items: Items, give: Give, first: number, measure: number): number {
  const { count } = items
  let full = first + 1
  while (full < count && give.naturalWidth(first, full + 1) <= measure + 1e-4) full++
  if (mayEnd(items, full)) return full
  for (let end = full + 1; end <= count && give.canFit(first, end, measure); end++) {
    if (mayEnd(items, end)) return end
  }
  for (let end = full - 1; end > first; end--) if (mayEnd(items, end)) return end
  return full
}

const mayEnd = (items: Items, end: number): boolean =>
  end === items.count || items.breakCost[end - 1] !== Number.POSITIVE_INFINITY
