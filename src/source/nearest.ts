// The word the author meant. In: a misspelt word and the words there are. Out: the nearest one, if it is near enough
// to be worth suggesting.

/** The nearest of `words`, or undefined when none is within a third of the word's length (at least 2 edits). */
export function nearest(word: string, words: readonly string[]): string | undefined {
  let best: string | undefined
  let bestCost = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= bestCost) continue
    const cost = editsBetween(word.toLowerCase(), candidate.toLowerCase())
    if (cost < bestCost && cost < candidate.length) [best, bestCost] = [candidate, cost]
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const replace = (last[j - 1] ?? 0) + (same ? 0 : 1)
      let cost = Math.min(replace, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
