// YAML text → the parser's tokens, looked over before they are composed. In: text. Out: the tokens, which quotes and
// brackets never close, so that the message can point at their beginning instead of at the end of the file, and where
// they nest too deeply for the composer, which recurses: there the reading stops.

import { type CST, Lexer, Parser } from 'yaml'

/** A manuscript nests about six levels; the composer's recursion stands a few hundred. */
const DEEPEST = 40

export interface Survey {
  /** Empty when they nest too deeply. */
  readonly tokens: readonly CST.Token[]
  /** Where the nesting first goes too deep. */
  readonly tooDeep?: number
  /** Offsets of opening quotes and brackets without a partner. */
  readonly unclosed: readonly number[]
  /** `!name` and `!` before a value, in the order of the file. */
  readonly tags: readonly Tag[]
}

/** A tag as it is written. */
export interface Tag {
  readonly source: string
  readonly offset: number
}

export function survey(text: string): Survey {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    // The stack holds the document, then what is open in it.
    const tooDeep = parser.stack[DEEPEST + 2]
    if (tooDeep !== undefined) return { tokens: [], tooDeep: tooDeep.offset, unclosed: [], tags: [] }
  }
  for (const token of parser.end()) tokens.push(token)
  const unclosed: number[] = []
  const tags: Tag[] = []
  for (const token of tokens) {
    collectUnclosed(token, unclosed)
    collectTags(token, tags)
  }
  return { tokens, unclosed: unclosed.sort((a, b) => a - b), tags: tags.sort((a, b) => a.offset - b.offset) }
}

/** Tags stand among the marks before a value: of the document or of an item. */
function collectTags(token: CST.Token | null | undefined, tags: Tag[]): void {
  if (token == null) return
  const take = (marks: readonly CST.Token[] | undefined): void => {
    for (const mark of marks ?? []) if (mark.type === 'tag') tags.push(mark)
  }
  if (token.type === 'document') {
    take(token.start)
    collectTags(token.value, tags)
  }
  if (!('items' in token)) return
  for (const { start, key, sep, value } of token.items) {
    take(start)
    collectTags(key, tags)
    take(sep)
    collectTags(value, tags)
  }
}

function collectUnclosed(token: CST.Token | null | undefined, unclosed: number[]): void {
  if (token == null) return
  if (isUnclosed(token)) unclosed.push(token.offset)
  if (token.type === 'document') collectUnclosed(token.value, unclosed)
  if (!('items' in token)) return
  for (const { key, value } of token.items) {
    collectUnclosed(key, unclosed)
    collectUnclosed(value, unclosed)
  }
}

function isUnclosed(token: CST.Token): boolean {
  switch (token.type) {
    case 'single-quoted-scalar':
      return !endsOddly(token.source.slice(1), "'")
    case 'double-quoted-scalar': {
      const inner = token.source.slice(1)
      return !inner.endsWith('"') || endsOddly(inner.slice(0, -1), '\\')
    }
    case 'flow-collection':
      return !token.end.some((end) => end.type === 'flow-seq-end' || end.type === 'flow-map-end')
    default:
      return false
  }
}

/** Whether `mark` stands an odd number of times at the end: the last one is not half of a pair. */
function endsOddly(text: string, mark: string): boolean {
  let at = text.length
  while (at > 0 && text[at - 1] === mark) at--
  return (text.length - at) % 2 === 1
}
