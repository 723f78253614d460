// Whether pages and paper go together. In: the pages of a book, the first sheet of its plan. Out: the size of the trimmed
// page and the paper as it lies, or errors that say which pages differ and how much is needed.

import { type Diagnostic, error, pt, type Reported, warning } from '../core/index.ts'
import { blockSize, holds, neededSize, type SheetSpec } from './layout.ts'
import type { Size } from './options.ts'
import type { Side } from './order.ts'
import { MM, sizeText } from './paper.ts'
import type { SourcePage } from './source.ts'

/** Programs round; a knife is not more exact. */
const SAME = 0.1 * MM

/** The size that all pages have. */
export function trimSize(pages: readonly SourcePage[]): Reported<Size | undefined> {
  const groups: SourcePage[][] = []
  for (const page of pages) {
    const group = groups.find(([first]) => first !== undefined && isSameSize(first, page))
    if (group === undefined) groups.push([page])
    else group.push(page)
  }
  const [most = [], ...others] = groups.toSorted((a, b) => b.length - a.length)
  const [first] = most
  if (first === undefined || others.length > 0)
    return { value: undefined, diagnostics: [unequal(most, others)] }
  return { value: sizeOf(first), diagnostics: withoutTrim(pages) }
}

const isSameSize = (a: SourcePage, b: SourcePage): boolean =>
  Math.abs(a.width - b.width) <= SAME && Math.abs(a.height - b.height) <= SAME

const sizeOf = ({ width, height }: SourcePage): Size => ({ width: pt(width), height: pt(height) })

function unequal(most: readonly SourcePage[], others: readonly (readonly SourcePage[])[]): Diagnostic {
  const rows = others.map((pages) => ({
    list: pageList(pages),
    size: pages[0] ? sizeText(sizeOf(pages[0])) : '',
  }))
  const usual = most[0] ? sizeText(sizeOf(most[0])) : ''
  return error('impose-sizes', {
    en: `pages differ in trimmed size: ${rows.map(({ list, size }) => `${list} ${size}`).join('; ')}; the others ${usual}`,
    zh: `各页成品尺寸不一：第 ${rows.map(({ list, size }) => `${list} 页 ${size}`).join('；第 ')}；其余 ${usual}`,
  })
}

function withoutTrim(pages: readonly SourcePage[]): readonly Diagnostic[] {
  const without = pages.filter(({ hasTrim }) => !hasTrim)
  const [first] = without
  if (first === undefined) return []
  const [list, size] = [pageList(without), sizeText(sizeOf(first))]
  return [
    warning('impose-boxes', {
      en: `no TrimBox on page ${list}: the whole page, ${size}, is taken for the trimmed page, without bleed`,
      zh: `第 ${list} 页没有 TrimBox：以整页 ${size} 为成品尺寸，无出血`,
    }),
  ]
}

/** Runs of pages named in a line. */
const MOST_RUNS = 8

/** `3, 5-8` */
export function pageList(pages: readonly { readonly number: number }[]): string {
  const runs: [from: number, to: number][] = []
  for (const { number } of pages) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  const named = runs.slice(0, MOST_RUNS).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
  return named.join(', ') + (runs.length > MOST_RUNS ? ' …' : '')
}

/** The paper as it must lie for the largest side; undefined where it may be as large as is needed. */
export function paperFor(
  side: Side,
  spec: Omit<SheetSpec, 'paper'>,
  paper: Size | undefined,
): Reported<Size | undefined> {
  if (paper === undefined) return { value: undefined, diagnostics: [] }
  const whole = { ...spec, paper }
  const [block, needed] = [blockSize(side, whole), neededSize(side, whole)]
  const ways = [paper, { width: paper.height, height: paper.width }]
  const best = ways.find((way) => holds(way, needed)) ?? ways.find((way) => holds(way, block))
  if (best === undefined) return { value: undefined, diagnostics: [tooSmall(paper, block, needed)] }
  return { value: best, diagnostics: holds(best, needed) ? [] : [noMarks(paper, needed)] }
}

const tooSmall = (paper: Size, block: Size, needed: Size): Diagnostic =>
  error('impose-sheet', {
    en: `a sheet of ${sizeText(paper)} is too small: the pages need ${sizeText(block)}, with marks ${sizeText(needed)}`,
    zh: `纸张 ${sizeText(paper)} 太小：版面需要 ${sizeText(block)}，连同标记需要 ${sizeText(needed)}`,
  })

const noMarks = (paper: Size, needed: Size): Diagnostic =>
  warning('impose-sheet', {
    en: `a sheet of ${sizeText(paper)} has no room for marks: they need ${sizeText(needed)}`,
    zh: `纸张 ${sizeText(paper)} 放不下裁切、折页标记：需要 ${sizeText(needed)}`,
  })
