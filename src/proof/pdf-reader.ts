// A PDF through pdf.js, as pdf-parse carries it: bytes come in; the text of every page goes out in reading order, what
// is marked as artifact (ISO 32000-1 §14.8.2.2) apart from the rest, with outline, labels and metadata.

import { PDFParse } from 'pdf-parse'
import { type VisibleText, VisibleTextBuilder, withoutBlanks } from './visible-text.ts'

export interface ReadPage {
  /** Heads, folios and other layout text, one string an artifact, without blanks. */
  readonly artifacts: readonly string[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  /** The text of all pages, artifacts left out. */
  readonly body: VisibleText
  /** Unit of `body.text` where each page begins. */
  readonly pageStarts: readonly number[]
  readonly outline: readonly OutlineItem[]
  readonly labels: readonly string[] | undefined
  readonly title: string | undefined
}

export interface OutlineItem {
  readonly title: string
  /** From 0, the number of items above it. */
  readonly depth: number
  /** From 1; undefined where the item leads nowhere. */
  readonly page: number | undefined
}

// What we use of pdf.js; pdf-parse keeps its document private in its types.
interface Document {
  readonly numPages: number
  getPage(number: number): Promise<Page>
  getMetadata(): Promise<{
    info: { Title?: unknown; Language?: unknown }
    metadata: { getRaw?(): unknown } | null
  }>
  getOutline(): Promise<OutlineNode[] | null>
  getPageLabels(): Promise<string[] | null>
  getDestination(name: string): Promise<unknown[] | null>
  getPageIndex(ref: unknown): Promise<number>
}
interface Page {
  getTextContent(options: object): Promise<{ items: (TextItem | MarkItem)[] }>
  cleanup(): void
}
interface TextItem {
  readonly str: string
  readonly hasEOL: boolean
  /** `ttb`: its glyphs hang one below the other. */
  readonly dir: string
  readonly transform: readonly number[]
}
interface MarkItem {
  readonly type: string
  readonly tag?: string
}
interface OutlineNode {
  readonly title: string
  readonly dest: string | unknown[] | null
  readonly items: OutlineNode[]
}

/** Reads everything; throws what pdf.js throws (a password asked for, a broken file). */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes away from their owner: give it a copy.
  const parser = new PDFParse({ data: pdf.slice(), verbosity: 0 })
  try {
    const document = await (parser as unknown as { load(): Promise<Document> }).load()
    const text = await readText(document)
    const { info } = await document.getMetadata()
    return {
      ...text,
      outline: await flatten(document, (await document.getOutline()) ?? []),
      labels: (await document.getPageLabels()) ?? undefined,
      title: typeof info.Title === 'string' ? info.Title : undefined,
    }
  } finally {
    await parser.destroy()
  }
}

async function readText(document: Document): Promise<Pick<ReadPdf, 'pages' | 'body' | 'pageStarts'>> {
  const body = new VisibleTextBuilder()
  const pageStarts: number[] = []
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    page.cleanup()
    pageStarts.push(body.length)
    body.gap('line')
    pages.push({ artifacts: sortItems(items, body) })
  }
  return { pages, body: body.finish(), pageStarts }
}

/** Puts a page's text into `body` and answers its artifacts. */
function sortItems(items: readonly (TextItem | MarkItem)[], body: VisibleTextBuilder): string[] {
  const artifacts: string[] = []
  const marks: boolean[] = []
  let artifact: string | undefined
  let before: DownPlace | undefined
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push(item.tag === 'Artifact')
      const inside = marks.includes(true)
      if (inside && artifact === undefined) artifact = ''
      if (!inside && artifact !== undefined) {
        artifacts.push(artifact)
        artifact = undefined
        body.gap('line')
      }
    } else if (artifact !== undefined) artifact += withoutBlanks(item.str)
    else {
      const place = downPlaceOf(item)
      if (before && place && isOtherLine(before, place)) body.gap('line')
      if (item.str.trim() !== '') before = place
      body.add(item.str)
      if (item.hasEOL) body.gap('line')
    }
  }
  return artifacts.filter((a) => a !== '')
}

/** Where a piece of a vertical line stands: its middle across the page. */
interface DownPlace {
  readonly middle: number
  readonly size: number
}

/** A piece that hangs has its origin in the middle of the line, one that lies 0.38 of its size beside it. */
function downPlaceOf({ str, dir, transform }: TextItem): DownPlace | undefined {
  const [a = 0, b = 0, , , x = 0] = transform
  const size = Math.hypot(a, b)
  if (str.trim() === '' || (dir !== 'ttb' && Math.abs(a) > Math.abs(b))) return undefined
  return { middle: dir === 'ttb' ? x : x + 0.38 * size, size }
}

/**
 * pdf.js ends no line between a lying piece and a hanging one that is less than half the first one's length beside it:
 * Windows at a line's foot, 98 at the next one's head. Half an em beside is no place of the same line.
 */
const isOtherLine = (before: DownPlace, after: DownPlace): boolean =>
  Math.abs(before.middle - after.middle) > 0.6 * Math.max(before.size, after.size)

async function flatten(document: Document, nodes: readonly OutlineNode[], depth = 0): Promise<OutlineItem[]> {
  const items: OutlineItem[] = []
  for (const node of nodes) {
    items.push({ title: node.title, depth, page: await pageOf(document, node.dest) })
    items.push(...(await flatten(document, node.items, depth + 1)))
  }
  return items
}

async function pageOf(document: Document, dest: OutlineNode['dest']): Promise<number | undefined> {
  const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
  const ref = target?.[0]
  if (ref === undefined || ref === null) return undefined
  if (typeof ref === 'number') return ref + 1
  try {
    return (await document.getPageIndex(ref)) + 1
  } catch {
    // What is no page, or none of this file's.
    return undefined
  }
}
