// A yearbook of any length, made up: book.yaml and its chapters as the program reads them, the same for the same size.
// In: how many characters. Out: files held in memory. Written with writeChapter, so that reading meets the real form.

import { type ChapterDraft, type CreditDraft, renderCredits, writeChapter } from '../source/index.ts'
import { type Random, randomOf } from './random.ts'
import { filled, HEADINGS, OPENINGS, person, SENTENCES } from './sentences.ts'
import { PARTS, wordsOf } from './words.ts'

/** Sizes by name: characters, blanks not counted. */
export const SIZES = { S: 10_000, M: 150_000, L: 1_500_000 } as const

export type SizeName = keyof typeof SIZES

/** A manuscript as files by path. */
export interface Manuscript {
  readonly book: string
  readonly files: Readonly<Record<string, string>>
  /** Characters that come out on pages: at least as many as asked for, and less than a sentence more. */
  readonly characters: number
}

const SEED = 20031201
const YEAR = 2018
/** Characters of a chapter and of a paragraph, at least and at most, before the last sentence. */
const CHAPTER = [2800, 7000] as const
const PARAGRAPH = [60, 380] as const
/** Patterns that are not used again at once; fewer than there are openings. */
const MEMORY = 5

export function makeManuscript(characters: number): Manuscript {
  const writer = new Writer(characters)
  const parts: { title: string; chapters: string[] }[] = []
  const files: Record<string, string> = {}
  for (let volume = 0; !writer.isDone; volume++) {
    for (const { title, chapters } of PARTS) {
      if (writer.isDone) break
      const part = { title: volume === 0 ? title : `${title}（续${volume}）`, chapters: [] as string[] }
      writer.count(part.title)
      parts.push(part)
      for (const name of chapters) {
        // A part has a chapter, though the manuscript be full.
        if (writer.isDone && part.chapters.length > 0) break
        const path = `chapters/${String(Object.keys(files).length + 1).padStart(4, '0')}.yaml`
        files[path] = writeChapter(writer.chapter(name), '../schemas/chapter.schema.json')
        part.chapters.push(path)
      }
    }
  }
  return { book: 'book.yaml', files: { ...files, 'book.yaml': bookOf(parts) }, characters: writer.written }
}

function bookOf(parts: readonly { readonly title: string; readonly chapters: readonly string[] }[]): string {
  const rows = parts.flatMap(({ title, chapters }) => [
    `  - title: ${title}`,
    '    chapters:',
    ...chapters.map((path) => `      - ${path}`),
  ])
  return `title: 云川年鉴\nvolume: ${YEAR + 1}\nyear: ${YEAR}\nparts:\n${rows.join('\n')}\n`
}

/** Writes chapters until enough characters are written. */
class Writer {
  written = 0
  readonly #wanted: number
  readonly #random: Random = randomOf(SEED)
  readonly #recent: string[] = []

  constructor(wanted: number) {
    this.#wanted = wanted
  }

  get isDone(): boolean {
    return this.written >= this.#wanted
  }

  count(text: string): void {
    this.written += [...text.replace(/\s/gu, '')].length
  }

  chapter(title: string): ChapterDraft {
    const random = this.#random
    const credits = [this.#credit()]
    this.count(title)
    this.count(renderCredits(credits.map((credit) => ({ names: [], ...credit }))))
    const end = Math.min(this.written + random.whole(...CHAPTER), this.#wanted)
    const sections: { heading: string; paragraphs: string[] }[] = []
    do sections.push(this.#entry(end, sections.length + 1))
    while (this.written < end)
    return { title, sections, credits }
  }

  /** Headings are numbered where the words alone would repeat themselves within a chapter. */
  #entry(end: number, number: number): { heading: string; paragraphs: string[] } {
    const random = this.#random
    const heading = `${filled(random.pick(HEADINGS), random, YEAR)}${number > 1 ? `（${number}）` : ''}`
    this.count(`【${heading}】`)
    const paragraphs = [this.#paragraph(OPENINGS, end)]
    while (this.written < end && random.next() < 0.3) paragraphs.push(this.#paragraph(SENTENCES, end))
    return { heading, paragraphs }
  }

  #paragraph(firsts: readonly string[], end: number): string {
    const random = this.#random
    const length = random.whole(...PARAGRAPH)
    let text = this.#sentence(firsts)
    while (text.length < length && this.written < end) text += this.#sentence(SENTENCES)
    return text
  }

  #sentence(patterns: readonly string[]): string {
    const text = filled(this.#fresh(patterns), this.#random, YEAR)
    this.count(text)
    return text
  }

  /** A pattern that has not been used of late: nobody repeats himself in one paragraph. */
  #fresh(patterns: readonly string[]): string {
    let pattern = this.#random.pick(patterns)
    while (this.#recent.includes(pattern)) pattern = this.#random.pick(patterns)
    this.#recent.push(pattern)
    if (this.#recent.length > MEMORY) this.#recent.shift()
    return pattern
  }

  #credit(): CreditDraft {
    const random = this.#random
    const names = random.next() < 0.3 ? [person(random), person(random)] : [person(random)]
    return { role: random.pick(wordsOf('role')), names }
  }
}
