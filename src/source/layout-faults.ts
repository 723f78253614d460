// Faults of a layout sheet and where they are told. In: the merged tree and key paths. Out: diagnostics at the value
// that the author of this very file wrote, where several values from several files do not go together.

import { error, type Span, type Text } from '../core/index.ts'
import { quoted } from './described.ts'
import type { Problems } from './problems.ts'
import { keySpan } from './shape.ts'
import { type MapNode, type Node, nodeAt } from './tree.ts'

/** Keys from the root of a layout down to a value. */
export type Path = readonly string[]

export class Faults {
  readonly #root: MapNode
  readonly #problems: Problems

  constructor(root: MapNode, problems: Problems) {
    this.#root = root
    this.#problems = problems
  }

  /** A value that is not understood, with what would be. */
  bad(code: 'bad-unit' | 'bad-value', path: Path, hint: Text): void {
    const node = nodeAt(this.#root, path)
    const here = quoted(node)
    const message: Text = {
      en: `\`${nameOf(path)}\` cannot be ${here.en}`,
      zh: `\`${nameOf(path)}\` 不能是${here.zh}`,
    }
    this.#problems.add(error(code, message, { span: this.#spanAt(path), hints: [hint] }))
  }

  /** Values that cannot be set; told at the first of `paths` that stands in this very file. */
  impossible(paths: readonly Path[], message: Text, hint?: Text): void {
    const own = paths.find((path) => this.#isOwn(path)) ?? paths[0] ?? []
    const hints = hint === undefined ? [] : [hint]
    this.#problems.add(error('layout-impossible', message, { span: this.#spanAt(own), hints }))
  }

  /** A value below or above its bounds, both in words such as `0` or `1/2em`. */
  outOfBounds(path: Path, bound: Text): void {
    this.impossible([path], {
      en: `\`${nameOf(path)}\` must be ${bound.en}`,
      zh: `\`${nameOf(path)}\` 应当${bound.zh}`,
    })
  }

  #isOwn(path: Path): boolean {
    const node = nodeAt(this.#root, path)
    return node !== undefined && node.span.file === this.#root.span.file && !isDefault(node)
  }

  /** The value at `path`, or its name when it runs over several lines or is a default. */
  #spanAt(path: Path): Span {
    const node = nodeAt(this.#root, path)
    if (node?.kind === 'scalar' && !isDefault(node)) return node.span
    if (node !== undefined && !isDefault(node)) return keySpan(this.#root, path)
    return path.length > 0 ? this.#spanAt(path.slice(0, -1)) : keySpan(this.#root, [])
  }
}

const nameOf = (path: Path): string => path.at(-1) ?? ''

/** Defaults stand in no file: their span is empty. */
const isDefault = (node: Node): boolean => node.span.end === 0
