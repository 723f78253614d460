// What an import makes: the draft of a chapter in the shape of its file, and the log of everything that was changed on
// the way. The log is the deliverable for the proofreader; a silent edit is a fault of ours.

import type { Credit, Provenance } from '../source/index.ts'
import type { Rule } from './rules.ts'
import type { ImportSummary } from './summary.ts'

export interface ImportOptions {
  /** Path of the raw text as the user wrote it; diagnostics name it. */
  readonly file: string
  /** Take private-use characters out (logged and reported) instead of keeping them (reported). */
  readonly dropPrivateUse?: boolean
}

/** What an import makes. */
export interface Imported {
  readonly draft: ChapterDraft
  /** In the order of the input; together they turn the input into `textOf(draft)` and back. */
  readonly changes: readonly Change[]
  readonly summary: ImportSummary
}

/** A chapter (分目) before it has a file of its own. */
export interface ChapterDraft {
  /** Empty where the text has no title of its own; reported. */
  readonly title: string
  readonly source?: Provenance
  readonly sections: readonly SectionDraft[]
  readonly credits?: readonly CreditDraft[]
}

/** 条目. */
export interface SectionDraft {
  /** Bare, without brackets; absent for text before the first heading. */
  readonly heading?: string
  /** Given with every heading: run in as 【heading】, or on a line of its own (子目, the months of a chronicle). */
  readonly form?: 'bracket' | 'line'
  readonly paragraphs: readonly string[]
  readonly credits?: readonly CreditDraft[]
}

/** 供稿, not yet at a place of a file. */
export type CreditDraft = Omit<Credit, 'span'>

/** One edit. Neighbouring characters changed by one stroke of one rule are one change. */
export interface Change {
  readonly rule: Rule
  /** What stood in the input. */
  readonly before: InputPlace
  /** What stands in the draft instead; empty where something was taken out. */
  readonly after: { readonly text: string; readonly where?: DraftPlace }
}

export interface InputPlace {
  /** From 1. */
  readonly line: number
  /** From 1, in characters (code points). */
  readonly column: number
  /** In UTF-16 units from the start of the input. */
  readonly offset: number
  readonly text: string
}

/** A place in the draft; where something was taken out, the place of what follows it. */
export interface DraftPlace {
  readonly part: DraftPart
  /** Index into `sections`; absent in the title and in the credits of the chapter. */
  readonly section?: number
  /** Index into `paragraphs`, for the part `paragraph`. */
  readonly paragraph?: number
  /** In UTF-16 units from the start of that text; of credits, of the text `renderCredits` gives. */
  readonly offset: number
}

export type DraftPart = 'title' | 'heading' | 'paragraph' | 'credits'
