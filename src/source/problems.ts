// Problems of one file while it is read. In: diagnostics as they are found. Out: the same in source order, without
// repeats, and without those that a fault of the YAML makes doubtful.

import type { Diagnostic, DiagnosticCode } from '../core/index.ts'

/** What is said of the file and of its YAML; these can be trusted whatever else is wrong. */
const OF_YAML: ReadonlySet<DiagnosticCode> = new Set([
  'encoding-decoded',
  'yaml-syntax',
  'yaml-alias',
  'duplicate-key',
  'control-character',
])

/** Complaints that something is absent: a file broken off half-way always draws them. */
const OF_ABSENCE: ReadonlySet<DiagnosticCode> = new Set(['missing-key', 'entry-empty', 'credit-empty'])

export class Problems {
  readonly #found: Diagnostic[] = []

  add(diagnostic: Diagnostic): void {
    this.#found.push(diagnostic)
  }

  /** Takes any number of them: a damaged file may have a million. */
  addAll(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.#found.push(diagnostic)
  }

  /**
   * All problems in source order. After a syntax fault only what stands before it is believed; in a file with aliases
   * only what YAML says, for they stand where keys and texts should.
   */
  settled(): readonly Diagnostic[] {
    const hasAliases = this.#found.some((d) => d.code === 'yaml-alias')
    const firstFault = this.#firstFault()
    const believed = (d: Diagnostic): boolean => {
      if (OF_YAML.has(d.code)) return true
      if (hasAliases) return false
      return firstFault === undefined || (!OF_ABSENCE.has(d.code) && (d.span?.end ?? 0) <= firstFault)
    }
    return fewAliases(inOrder(this.#found.filter(believed)))
  }

  #firstFault(): number | undefined {
    let first: number | undefined
    for (const { code, span } of this.#found) {
      if (code === 'yaml-syntax') first = Math.min(first ?? Number.POSITIVE_INFINITY, span?.start ?? 0)
    }
    return first
  }
}

/** Who uses aliases uses many: the first show what is meant. */
const MOST_ALIASES = 10

/** The first anchors and aliases of a file, and how many more there are. */
function fewAliases(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const aliases = diagnostics.filter((d) => d.code === 'yaml-alias')
  const left = new Set(aliases.slice(MOST_ALIASES))
  const [next] = left
  if (next === undefined) return diagnostics
  const message = {
    en: `${left.size} more anchors and aliases from here on`,
    zh: `由此往后还有 ${left.size} 处锚点或别名`,
  }
  return diagnostics.flatMap((d) => (d === next ? [{ ...d, message, hints: [] }] : left.has(d) ? [] : [d]))
}

/** Sorted by place within each file, files in order of their first mention; one report for one code at one place. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map((d) => d.span?.file))]
  const rank = new Map(files.map((file, i) => [file, i]))
  const seen = new Set<string>()
  return diagnostics
    .filter((d) => {
      const key = JSON.stringify([d.code, d.span?.file, d.span?.start, d.span?.end, d.message.en])
      return !seen.has(key) && seen.add(key)
    })
    .sort(
      (a, b) =>
        (rank.get(a.span?.file) ?? 0) - (rank.get(b.span?.file) ?? 0) ||
        (a.span?.start ?? 0) - (b.span?.start ?? 0),
    )
}
