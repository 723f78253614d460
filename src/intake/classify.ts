// The second stage: what each line by itself looks like. In: lines. Out: the same with a kind. Whether a line goes on
// in the next is left to `paragraphs.ts`, whether a short line is a heading to `recognise.ts`.

import { LONGEST_CREDIT, readCredit } from './credit-form.ts'
import { bareCredit } from './credit-places.ts'
import type { RawLine } from './lines.ts'

/**
 * `heading` begins with 【 or 〖 · `bullet` ■ ● ◆ and a text · `month` 1月, alone · `event` a dated paragraph of a
 * chronicle, or one marked ▲ △ · `credit` a whole line that names a role, in parentheses mostly · `provenance` where
 * the text came from · `table` cells parted by tabs or bars · `ornament` a rule or page number · `text` everything else.
 */
export type LineKind =
  | 'blank'
  | 'title'
  | 'provenance'
  | 'heading'
  | 'bullet'
  | 'month'
  | 'event'
  | 'credit'
  | 'table'
  | 'ornament'
  | 'text'

export interface ClassifiedLine extends RawLine {
  readonly kind: LineKind
}

/** Lines longer than this are text, whatever they begin with. */
const LONGEST_LABEL = 400

const LABEL =
  '(?:original url|source url|source|url|网址|原文网址|原文链接|原文地址|链接|来源|文章来源|原文|出处|转自|摘自)'
export const PROVENANCE: RegExp = new RegExp(`^${LABEL}\\s*[:：]\\s*(.+)$`, 'iu')
export const WEB_ADDRESS: RegExp = /^(?:https?:\/\/|www\.)[!-~]+$/iu

const MONTH = /^(?:[1１][0-2０-２]|[1-9１-９]|十[一二]?|[一二三四五六七八九])[ \u3000]*月(?:份)?$/u
const EVENT = /^(?:[▲△]|(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日(?![内前后起止以之]))/u
const BULLET = /^[■●◆][ \u3000]*\S/u
const ORNAMENT = /^[-—–=_*·~～─━\s]+(?:[0-9]{1,4}[-—–=_*·~～─━\s]*)?$/u

export function classifyLines(lines: readonly RawLine[]): readonly ClassifiedLine[] {
  const kinds = lines.map(kindOf)
  markTitle(lines, kinds)
  keepProvenanceAtTheEdges(lines, kinds)
  return lines.map(({ first, start, end, next, text, indent, width }, i) => {
    return { first, start, end, next, text, indent, width, kind: kinds[i] ?? 'text' }
  })
}

function kindOf({ text, indent }: RawLine): LineKind {
  if (text === '') return 'blank'
  if (text.startsWith('【') || text.startsWith('〖')) return 'heading'
  if (text.includes('\t') || MARKDOWN_ROW.test(text)) return 'table'
  if (text.length > LONGEST_LABEL) return EVENT.test(text) ? 'event' : 'text'
  if (PROVENANCE.test(text) || WEB_ADDRESS.test(text)) return 'provenance'
  if (MONTH.test(text)) return 'month'
  if (isCreditLine(text) || bareCredit(text, indent >= SET_RIGHT) !== undefined) return 'credit'
  if (EVENT.test(text)) return 'event'
  if (BULLET.test(text)) return 'bullet'
  return ORNAMENT.test(text) ? 'ornament' : 'text'
}

/** Columns of blank before a signature at the right edge. */
const SET_RIGHT = 12
/** | 指标 | 数值 | */
export const MARKDOWN_ROW: RegExp = /^\|.*\|$/u

const PARENTHESES = /^[(（]([^()（）]+(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]$/u

/** A line all in one pair of parentheses that names a role. */
const isCreditLine = (text: string): boolean => {
  if (text.length > LONGEST_CREDIT + 2) return false
  return readCredit(PARENTHESES.exec(text)?.[1] ?? '')?.sure === true
}

/** Titles end in no mark of pause or stop and fit on two lines of a heading. */
const NO_TITLE = /[。；，、：！？;,:]$/u
const LONGEST_TITLE = 60

export const looksLikeTitle = (text: string): boolean => !NO_TITLE.test(text) && text.length <= LONGEST_TITLE

/** The title is the first line that is not about the source, if it looks like one. */
function markTitle(lines: readonly RawLine[], kinds: LineKind[]): void {
  const at = kinds.findIndex((kind) => kind !== 'blank' && kind !== 'provenance')
  const text = lines[at]?.text
  if (text !== undefined && kinds[at] === 'text' && looksLikeTitle(text)) kinds[at] = 'title'
}

/** `来源：` in the middle of a text is text; an address of the web is not. */
function keepProvenanceAtTheEdges(lines: readonly RawLine[], kinds: LineKind[]): void {
  const body = (kind: LineKind) => kind !== 'blank' && kind !== 'title' && kind !== 'provenance'
  const first = kinds.findIndex(body)
  const last = kinds.findLastIndex(body)
  for (let i = first + 1; i < last; i++) {
    const text = lines[i]?.text ?? ''
    if (kinds[i] === 'provenance' && !/https?:\/\/|www\./iu.test(text)) kinds[i] = 'text'
  }
}
