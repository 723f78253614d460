// A YAML file as a plain tree whose every key and value knows its span: all that the readers see of YAML.

import type { Span } from '../core/index.ts'
import type { ScalarPlace } from './scalar-lines.ts'

export type Node = MapNode | ListNode | ScalarNode

export interface MapNode {
  readonly kind: 'map'
  readonly span: Span
  readonly fields: ReadonlyMap<string, Field>
}

export interface Field {
  readonly keySpan: Span
  readonly value: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Node[]
}

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly span: Span
  /** What YAML makes of it; its wording is found at `place`. */
  readonly value: string | number | boolean | null
  /** Absent for values that stand in no file (the defaults of a layout). */
  readonly place?: ScalarPlace
}

/** `.inf` and `.nan`, which YAML counts among the numbers: no value of ours is one. */
export const isEndless = (value: ScalarNode['value']): boolean =>
  typeof value === 'number' && !Number.isFinite(value)

export const isNothing = (node: Node | undefined): boolean =>
  node === undefined || (node.kind === 'scalar' && node.value === null)

/** The value under a key; undefined when it is missing or empty. */
export function valueAt(node: Node | undefined, key: string): Node | undefined {
  const found = node?.kind === 'map' ? node.fields.get(key)?.value : undefined
  return isNothing(found) ? undefined : found
}

/** Whether a map has keys beside `known`: a misspelt one may hold what seems to be missing. */
export const hasOtherKeys = (node: MapNode, known: readonly string[]): boolean =>
  [...node.fields.keys()].some((key) => !known.includes(key))

/** Whether a key holds a map or a list, which is a fault of shape where text is wanted. */
export const holdsMore = (node: MapNode, key: string): boolean => {
  const value = valueAt(node, key)
  return value !== undefined && value.kind !== 'scalar'
}

/** The items of a list; none where there is no list. */
export const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : [])

/** The node at a path of keys and list indices. */
export function nodeAt(node: Node, path: readonly PropertyKey[]): Node | undefined {
  let at: Node | undefined = node
  for (const step of path) {
    if (at?.kind === 'map') at = at.fields.get(String(step))?.value
    else if (at?.kind === 'list') at = at.items[Number(step)]
    else return undefined
  }
  return at
}

/** Plain values for a schema. Empty values in maps count as absent. */
export function plainOf(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(plainOf)
    case 'map': {
      const filled: [string, unknown][] = []
      for (const [key, { value }] of node.fields) if (!isNothing(value)) filled.push([key, plainOf(value)])
      return Object.fromEntries(filled)
    }
  }
}
