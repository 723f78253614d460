// Replays the log of an import, both ways. The draft says what its texts are; the log must turn the input into exactly
// these, and these back into the input, and every change must point at the place where it shows.

import type { Change, ChapterDraft, DraftPlace, Imported } from '../../src/intake/index.ts'
import { renderCredits } from '../../src/source/index.ts'

interface Text {
  readonly key: string
  readonly text: string
}

const keyOf = ({ part, section, paragraph }: Omit<DraftPlace, 'offset'>): string =>
  [part, section ?? '', paragraph ?? ''].join('/')

/** The texts of a draft in the order of the input; provenance is metadata and all in the log. */
export function textsOf({ title, sections, credits }: ChapterDraft): readonly Text[] {
  const texts: Text[] = [{ key: keyOf({ part: 'title' }), text: title }]
  for (const [section, { heading, paragraphs, credits: own }] of sections.entries()) {
    if (heading !== undefined) texts.push({ key: keyOf({ part: 'heading', section }), text: heading })
    for (const [paragraph, text] of paragraphs.entries()) {
      texts.push({ key: keyOf({ part: 'paragraph', section, paragraph }), text })
    }
    if (own !== undefined) texts.push({ key: keyOf({ part: 'credits', section }), text: renderCredits(own) })
  }
  if (credits !== undefined) texts.push({ key: keyOf({ part: 'credits' }), text: renderCredits(credits) })
  return texts
}

export const flatTextOf = (draft: ChapterDraft): string =>
  textsOf(draft)
    .map(({ text }) => text)
    .join('')

/** input + changes ⇒ the texts of the draft. */
export function forward(input: string, changes: readonly Change[]): string {
  let output = ''
  let read = 0
  for (const { before, after } of changes) {
    if (before.offset < read) throw new Error(`changes overlap at ${before.offset}`)
    if (input.slice(before.offset, before.offset + before.text.length) !== before.text) {
      throw new Error(`the input has no ${JSON.stringify(before.text)} at ${before.offset}`)
    }
    output += input.slice(read, before.offset) + after.text
    read = before.offset + before.text.length
  }
  return output + input.slice(read)
}

/** the texts of the draft + changes ⇒ input. */
export function backward(output: string, changes: readonly Change[]): string {
  let input = ''
  let read = 0
  for (const { before, after } of changes) {
    const kept = before.offset - input.length
    input += output.slice(read, read + kept) + before.text
    read += kept
    if (output.slice(read, read + after.text.length) !== after.text) {
      throw new Error(`the draft has no ${JSON.stringify(after.text)} at ${read}`)
    }
    read += after.text.length
  }
  return input + output.slice(read)
}

/** Where each change says it shows in the draft must be where replaying puts it. */
export function misplaced({ draft, changes }: Imported): readonly Change[] {
  const starts = new Map<string, number>()
  let length = 0
  for (const { key, text } of textsOf(draft)) {
    starts.set(key, length)
    length += text.length
  }
  let shift = 0
  return changes.filter(({ before, after }) => {
    const expected = before.offset + shift
    shift += after.text.length - before.text.length
    if (after.where === undefined) return length > 0
    return (starts.get(keyOf(after.where)) ?? Number.NaN) + after.where.offset !== expected
  })
}

/** Line and column of an offset, counted the slow way. */
export function positionOf(input: string, offset: number): { line: number; column: number } {
  const before = input.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 }
}
