// Inline markup made ready for composition: a text becomes pieces of one look each, with what stands beside them. What a
// piece is set in follows from all the markup around it, outer first.

import { em, emAt, pt, type SourceText } from '../core/index.ts'
import { type Annotation, makeTitle, type StreamPiece, streamOf } from '../paragraph/index.ts'
import type { Inline, MarkedText, Reading, TextStyle } from '../source/index.ts'
import type { ElementId, Structure } from './structure.ts'
import type { RunLook, Styles } from './styles.ts'
import { setZhuyin, ZHUYIN_SIZE } from './zhuyin.ts'

/** Superscripts and subscripts in ems of their base: their size, and how far their middle moves. */
const SCRIPT_SIZE = 0.6
const SCRIPT_RISE = 0.2
/** Readings above a line, in ems of their base (CLREQ 5.5.4, 5.5.6: half). */
const READING_SIZE = em(0.5)

/** What a text is in the book. */
export interface Owner {
  readonly structure: Structure
  readonly element: ElementId
}

/** Pieces of a text in a look, in order; whole where there is no markup. Nobody owns what is only measured. */
export function piecesOf(
  text: MarkedText,
  look: RunLook,
  styles: Styles,
  owner?: Owner,
): readonly StreamPiece[] {
  const elements = owner ? elementsOf(text.inline ?? [], owner) : NO_ELEMENTS
  const annotations = (text.inline ?? []).flatMap((one) =>
    annotationOf(one, look.text, styles, elements.get(one)?.reading),
  )
  return looksOf(text, look).map(({ from, to, look: own, around }, i) => {
    const within = around.findLast((one) => elements.has(one))
    const element = (within && elements.get(within)?.text) ?? owner?.element
    const piece = {
      source: text,
      style: styles.run(own),
      sourceStart: from,
      sourceEnd: to,
      ...(element !== undefined && { element }),
    }
    return i === 0 ? { ...piece, annotations } : piece
  })
}

/** The element that a stretch of markup puts its text in, and its reading, if it is one. */
interface InlineElements {
  readonly text: ElementId
  readonly reading?: ElementId
}

const NO_ELEMENTS: ReadonlyMap<Inline, InlineElements> = new Map()

/** Elements of the markup that makes any; outer markup comes first. */
function elementsOf(
  inline: readonly Inline[],
  { structure, element }: Owner,
): ReadonlyMap<Inline, InlineElements> {
  const made = new Map<Inline, InlineElements>()
  let around: Inline[] = []
  for (const one of inline) {
    around = around.filter(({ to }) => to > one.from)
    const parent = made.get(around.at(-1) ?? one)?.text ?? element
    if (one.kind === 'language' && !isChinese(one.language)) {
      made.set(one, { text: structure.add('language', parent, { language: one.language }) })
    } else if (one.kind === 'reading') {
      const ruby = structure.add('ruby', parent)
      const text = structure.add('ruby-base', ruby)
      made.set(one, { text, reading: structure.add('ruby-text', ruby) })
    } else continue
    around.push(one)
  }
  return made
}

/** A stretch of a text that is set in one look. */
export interface LookStretch {
  readonly from: number
  readonly to: number
  readonly look: RunLook
  /** The markup around it, outer first. */
  readonly around: readonly Inline[]
}

/** The whole text, in order, by what each stretch is set in. */
export function looksOf(text: MarkedText, look: RunLook): readonly LookStretch[] {
  const { inline } = text
  if (!inline || inline.length === 0) return [{ from: 0, to: text.text.length, look, around: [] }]
  // Markup comes in order of where it begins: each is met once.
  let next = 0
  let around: Inline[] = []
  return stretchesOf(text, inline).map(({ from, to }) => {
    around = around.filter((one) => one.to > from)
    for (let one = inline[next]; one && one.from <= from; one = inline[++next]) around = [...around, one]
    return { from, to, around, look: around.reduce((base, one) => lookIn(base, one, look.text.size), look) }
  })
}

/** What a reading is set in beside a base of a style. */
export function readingStyle({ form }: Reading, base: TextStyle): TextStyle {
  const face = form === 'comment' ? 'kai' : base.face
  return { face, size: emAt(base.size, form === 'zhuyin' ? ZHUYIN_SIZE : READING_SIZE), weight: 'regular' }
}

/** The text cut wherever markup begins or ends. */
function stretchesOf(text: SourceText, inline: readonly Inline[]): readonly { from: number; to: number }[] {
  const { length } = text.text
  const cuts = new Set([0, length, ...inline.flatMap(({ from, to }) => [from, to])])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, i) => ({ from: places[i] ?? 0, to }))
}

/** @param size of the text around: scripts of scripts do not shrink further */
function lookIn(base: RunLook, inline: Inline, size: number): RunLook {
  switch (inline.kind) {
    case 'bold':
      return { ...base, text: { ...base.text, weight: 'bold' } }
    case 'face':
      return { ...base, text: { ...base.text, face: inline.face } }
    case 'superscript':
    case 'note-mark':
      return { ...base, text: scripted(base.text, size), rise: SCRIPT_RISE * size, isAttached: true }
    case 'subscript':
      return { ...base, text: scripted(base.text, size), rise: -SCRIPT_RISE * size, isAttached: true }
    case 'verbatim':
      return { ...base, isVerbatim: true }
    case 'upright':
    case 'combined':
      return { ...base, stance: inline.kind }
    case 'language':
      return isChinese(inline.language) ? base : { ...base, language: inline.language }
    case 'spacing':
      return { ...base, letterSpacing: inline.by * base.text.size }
    default:
      return base
  }
}

const scripted = (text: TextStyle, size: number): TextStyle => ({ ...text, size: pt(SCRIPT_SIZE * size) })

const isChinese = (language: string): boolean => /^zh\b/i.test(language)

function annotationOf(
  inline: Inline,
  text: TextStyle,
  styles: Styles,
  element: ElementId | undefined,
): readonly Annotation[] {
  const { from, to } = inline
  switch (inline.kind) {
    case 'emphasis':
    case 'proper-name':
    case 'book-title':
    case 'mourning':
      return [{ kind: inline.kind, from, to }]
    case 'spread':
      return [{ kind: 'spread', from, to, over: emAt(text.size, inline.over) }]
    case 'reading':
      return [readingOf(inline, text, styles, element)]
    default:
      return []
  }
}

function readingOf(
  reading: Reading,
  base: TextStyle,
  styles: Styles,
  element: ElementId | undefined,
): Annotation {
  const { from, to, form, text } = reading
  const style = readingStyle(reading, base)
  const { size } = style
  if (form === 'zhuyin') {
    return {
      kind: 'reading',
      place: 'side',
      from,
      to,
      size,
      set: setZhuyin(text, style, base.size, styles, element),
    }
  }
  const stream = streamOf([
    { source: text, style: styles.run({ text: style }), ...(element !== undefined && { element }) },
  ])
  const set = makeTitle(stream, styles.typeCase, styles.title(size, UNBOUNDED))
  return { kind: 'reading', place: PLACES[form], from, to, set, size }
}

const PLACES = { pinyin: 'above', gloss: 'fitted', comment: 'below' } as const

/** Readings are one line, however long. */
const UNBOUNDED = pt(1e5)
