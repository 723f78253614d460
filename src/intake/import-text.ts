// Raw text → the draft of a chapter and the log of every change (§10). In: a decoded text. Out: what it says as a
// chapter, what was done to it, and what a person should look at. Decoding is source's, writing YAML too.

import type { Reported } from '../core/index.ts'
import { unbalancedIn } from './balance.ts'
import { changesOf } from './changes.ts'
import { classifyLines } from './classify.ts'
import { doubtsAboutCharacters } from './clean.ts'
import { draftOf, type NormalisedPart } from './draft.ts'
import type { Imported, ImportOptions } from './imported.ts'
import { linesOf } from './lines.ts'
import { measureOf } from './measure.ts'
import { normalise } from './normalise/normalise.ts'
import { joinParagraphs } from './paragraphs.ts'
import { type Part, recognise } from './recognise.ts'
import { diagnosticsOf } from './report.ts'
import { summaryOf } from './summary.ts'

/**
 * Imports a raw text. Nothing is lost: every character of `text` is in the draft or in the log. What is not sure is
 * reported (`import-unsure`, `import-unbalanced`, `import-private-use`), never mended in silence.
 */
export function importText(text: string, options: ImportOptions): Reported<Imported> {
  const dropPrivateUse = options.dropPrivateUse ?? false
  // Lines, each with what it looks like by itself.
  const lines = classifyLines(linesOf(text))
  // How long a full line is, if a machine has cut the lines.
  const measure = measureOf(lines)
  // Paragraphs as one text each, with the way back to the input.
  const joined = joinParagraphs(text, lines, measure, dropPrivateUse)
  // Title, headings, paragraphs and credits, in the wording of the input.
  const recognised = recognise(joined.paragraphs)
  // Each of them with full-width marks and without padding.
  const parts = recognised.parts.map(normalisedPart)
  // The chapter, and the log read off its alignment with the input.
  const { draft, pieces, touches } = draftOf(parts, recognised.provenance)
  const inner = parts.flatMap((part) => part.touches)
  const changes = changesOf(text, pieces, [...joined.touches, ...recognised.touches, ...inner, ...touches])
  const doubts = [
    ...doubtsAboutCharacters(text, dropPrivateUse),
    ...joined.doubts,
    ...recognised.doubts,
    ...parts.flatMap((part) => [...part.doubts, ...unbalancedIn(part)]),
  ]
  const summary = summaryOf(text, draft, changes, measure)
  return { value: { draft, changes, summary }, diagnostics: diagnosticsOf(text, options.file, doubts) }
}

function normalisedPart(part: Part): NormalisedPart {
  const { text, from, touches, doubts } = normalise(part, part.part === 'credit' ? 'credit' : 'text')
  const normalised = { text, from, touches, doubts, part: part.part }
  return part.part === 'heading' ? { ...normalised, form: part.form } : normalised
}
