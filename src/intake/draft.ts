// The sixth stage: normalised parts → the draft of a chapter. Out besides: the pieces of text of the draft in the order
// of the input, which `changes.ts` reads against the input.

import { renderCredits } from '../source/index.ts'
import { readCredit } from './credit-form.ts'
import type { ChapterDraft, CreditDraft, DraftPlace, SectionDraft } from './imported.ts'
import type { Normalised } from './normalise/normalise.ts'
import { provenanceOf } from './provenance.ts'
import type { Part } from './recognise.ts'
import type { Touch, Traced } from './trace.ts'

/** A recognised part with its text as it is going to be printed. */
export interface NormalisedPart extends Normalised {
  readonly part: Part['part']
  readonly form?: 'bracket' | 'line'
}

/** A text of the draft and its place in it. */
export interface Piece {
  readonly place: Omit<DraftPlace, 'offset'>
  readonly traced: Traced
}

export interface Drafted {
  readonly draft: ChapterDraft
  readonly pieces: readonly Piece[]
  readonly touches: readonly Touch[]
}

export function draftOf(parts: readonly NormalisedPart[], provenance: readonly string[]): Drafted {
  const sections = sectionsOf(parts.filter(({ part, text }) => part !== 'title' && text !== '')).map(
    withCredits,
  )
  const title = parts.find(({ part }) => part === 'title')
  const signed = sections.findIndex(({ credits }) => credits !== undefined)
  // A unit signs its whole contribution once, at the end (yearbook.md 4); where entries are signed, so is the last one.
  const chapterSigned = signed >= 0 && signed === sections.length - 1
  const chapterCredits = chapterSigned ? sections[signed]?.credits : undefined
  const source = provenanceOf(provenance)
  return {
    draft: {
      title: title?.text ?? '',
      ...(source === undefined ? {} : { source }),
      sections: sections.map((section) => sectionDraft(section, !chapterSigned)),
      ...(chapterCredits === undefined ? {} : { credits: chapterCredits.credits }),
    },
    pieces: [
      ...(title === undefined ? [] : [{ place: { part: 'title' } as const, traced: title }]),
      ...sections.flatMap((section, k) => piecesOf(section, k, chapterSigned)),
    ],
    touches: sections.flatMap(({ credits }) => credits?.touches ?? []),
  }
}

/** The parts of one section. */
interface Section {
  readonly heading?: NormalisedPart
  readonly paragraphs: NormalisedPart[]
  readonly signed: NormalisedPart[]
}

function sectionsOf(parts: readonly NormalisedPart[]): readonly Section[] {
  const sections: Section[] = []
  for (const part of parts) {
    if (part.part === 'heading') sections.push({ heading: part, paragraphs: [], signed: [] })
    else {
      if (sections.length === 0) sections.push({ paragraphs: [], signed: [] })
      const section = sections.at(-1)
      if (part.part === 'credit') section?.signed.push(part)
      else section?.paragraphs.push(part)
    }
  }
  return sections
}

interface SignedSection {
  readonly heading?: NormalisedPart
  readonly paragraphs: readonly NormalisedPart[]
  readonly credits?: Signature
}

/** The credits of a section, and the one line they print as. */
interface Signature extends Traced {
  readonly credits: readonly CreditDraft[]
  readonly touches: readonly Touch[]
}

function withCredits({ heading, paragraphs, signed }: Section): SignedSection {
  const named = heading === undefined ? {} : { heading }
  const readings = signed.map(({ text }) => readCredit(/^（.*）$/su.test(text) ? text.slice(1, -1) : text))
  const credits = readings.flatMap((reading) => settled(reading?.credits ?? [], signed.length))
  // A credit that normalising has made unreadable is text after all.
  if (readings.includes(undefined)) return { ...named, paragraphs: [...paragraphs, ...signed] }
  return { ...named, paragraphs, ...(credits.length === 0 ? {} : { credits: signature(credits, signed) }) }
}

function signature(credits: readonly CreditDraft[], signed: readonly NormalisedPart[]): Signature {
  const text = renderCredits(credits)
  const [first] = signed
  const last = signed.at(-1)
  if (first === undefined || last === undefined || (signed.length === 1 && first.text === text)) {
    return { credits, text, from: first?.from ?? new Int32Array(), touches: [] }
  }
  const start = first.from[0] ?? 0
  const end = (last.from[last.from.length - 1] ?? 0) + 1
  const from = new Int32Array(text.length).fill(start)
  return { credits, text, from, touches: [{ start, end, rule: 'credit' }] }
}

/**
 * The credits of one of several pairs of parentheses: one that stood alone there keeps its wording when it is put into
 * a list with others, for an item prints otherwise alone than in a list.
 */
function settled(credits: readonly CreditDraft[], pairs: number): readonly CreditDraft[] {
  if (pairs === 1 || credits.length > 1) return credits
  return credits.map((credit) => ({
    ...credit,
    printed: credit.printed ?? renderCredits([credit]).slice(1, -1),
  }))
}

function sectionDraft({ heading, paragraphs, credits }: SignedSection, ownCredits: boolean): SectionDraft {
  return {
    ...(heading === undefined ? {} : { heading: heading.text, form: heading.form ?? 'bracket' }),
    paragraphs: paragraphs.map(({ text }) => text),
    ...(credits === undefined || !ownCredits ? {} : { credits: credits.credits }),
  }
}

function piecesOf(
  { heading, paragraphs, credits }: SignedSection,
  section: number,
  ofChapter: boolean,
): readonly Piece[] {
  return [
    ...(heading === undefined ? [] : [{ place: { part: 'heading', section } as const, traced: heading }]),
    ...paragraphs.map((traced, paragraph) => ({
      place: { part: 'paragraph', section, paragraph } as const,
      traced,
    })),
    ...(credits === undefined
      ? []
      : [{ place: { part: 'credits', ...(ofChapter ? {} : { section }) } as const, traced: credits }]),
  ]
}
