// Problems of one file while it is read. In: diagnostics as they are found. Out: the same in source order, without
// repeats, and without those that a fault of the YAML makes doubtful.

import type { Diagnostic, DiagnosticCode } from '../core/index.ts'

/** What YAML itself says; these can be trusted whatever else is wrong. */
const OF_YAML: ReadonlySet<DiagnosticCode> = new Set([
  'yaml-syntax',
  'yaml-alias',
  'duplicate-key',
  'control-character',
])

/** Complaints that something is absent: a file broken off half-way always draws them. */
const OF_ABSENCE: ReadonlySet<DiagnosticCode> = new Set(['missing-key', 'entry-empty', 'credit-empty'])

export class Problems {
  readonly #found: Diagnostic[] = []

  add(...diagnostics: readonly Diagnostic[]): void {
    this.#found.push(...diagnostics)
  }

  /** All problems in source order. After a syntax fault only what stands before it is believed. */
  settled(): readonly Diagnostic[] {
    const faults = this.#found.filter((d) => d.code === 'yaml-syntax').map((d) => d.span?.start ?? 0)
    const firstFault = Math.min(...faults, Number.POSITIVE_INFINITY)
    const believed = (d: Diagnostic): boolean =>
      firstFault === Number.POSITIVE_INFINITY ||
      OF_YAML.has(d.code) ||
      (!OF_ABSENCE.has(d.code) && (d.span?.end ?? 0) <= firstFault)
    return inOrder(this.#found.filter(believed))
  }
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
