// A look over the parser's tokens before they are composed. In: tokens. Out: where they nest too deeply for the
// composer, which recurses, and which quotes and brackets never close, so that the message can point at their
// beginning instead of at the end of the file.

import type { CST } from 'yaml'

/** A manuscript nests about six levels; the composer's recursion stands a few hundred. */
const DEEPEST = 40

export interface Survey {
  /** Where the nesting first goes too deep. */
  readonly tooDeep?: number
  /** Offsets of opening quotes and brackets without a partner. */
  readonly unclosed: readonly number[]
}

/** Walks with a stack of its own: recursion is what it guards against. */
export function survey(tokens: readonly CST.Token[]): Survey {
  const unclosed: number[] = []
  const waiting: [token: CST.Token | null | undefined, depth: number][] = tokens.map((token) => [token, 0])
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [token, depth] = next
    if (token == null) continue
    if (depth > DEEPEST) return { tooDeep: token.offset, unclosed }
    if (isUnclosed(token)) unclosed.push(token.offset)
    if (token.type === 'document') waiting.push([token.value, depth])
    if (!('items' in token)) continue
    for (const { key, value } of token.items) waiting.push([key, depth + 1], [value, depth + 1])
  }
  return { unclosed: unclosed.sort((a, b) => a - b) }
}

function isUnclosed(token: CST.Token): boolean {
  switch (token.type) {
    case 'single-quoted-scalar':
      return !/^'(?:[^']|'')*'$/.test(token.source)
    case 'double-quoted-scalar':
      return !/^"(?:[^"\\]|\\[\s\S])*"$/.test(token.source)
    case 'flow-collection':
      return !token.end.some((end) => end.type === 'flow-seq-end' || end.type === 'flow-map-end')
    default:
      return false
  }
}
