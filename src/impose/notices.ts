// What whoever sends sheets to press must know. In: the book and its plan. Out: blanks, with their numbers; what the pages
// had and the sheets have not.

import { PDFArray, PDFDict, PDFName, type PDFPageLeaf } from '@cantoo/pdf-lib'
import { type Diagnostic, note, warning } from '../core/index.ts'
import { pageList } from './check.ts'
import { claimsOf } from './metadata.ts'
import type { Plan, Scheme } from './plan.ts'
import type { SourceBook } from './source.ts'

export function blankPages(
  pages: number,
  plan: Plan,
  { scheme }: { readonly scheme: Scheme },
): readonly Diagnostic[] {
  const blanks = plan.pages - pages
  if (blanks === 0) return []
  const range = blanks === 1 ? `${plan.pages}` : `${pages + 1}-${plan.pages}`
  const whole = scheme === 'saddle' ? BOOKLET : SIGNATURE
  const message = {
    en: `${count(pages, 'page')} and ${count(blanks, 'blank')}: ${range} at the end of ${whole.en}`,
    zh: `共 ${pages} 页，另补 ${blanks} 个空白页：${whole.zh}的第 ${range} 页`,
  }
  return [warning('impose-blank', message, { hints: [BLANK_HINT] })]
}

const BOOKLET = { en: 'the booklet', zh: '册子末尾' }
const SIGNATURE = { en: 'the last signature', zh: '末帖' }

const BLANK_HINT = {
  en: 'put blank pages where you want them before imposing: a multiple of 4 pages needs none',
  zh: '空白页要放在别处，请在拼版前加入；总页数是 4 的倍数就不必补',
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

export function leftOut(book: SourceBook): readonly Diagnostic[] {
  return [...claimsLeftOut(book), ...annotationsLeftOut(book)]
}

/** A sheet is no single page with the boxes of one: the file must not say that it is. */
function claimsLeftOut(book: SourceBook): readonly Diagnostic[] {
  const claims = claimsOf(book)
  if (claims.length === 0) return []
  const message = {
    en: `the sheets no longer call themselves ${claims.join(', ')}; colours, fonts and output intent are as they were`,
    zh: `拼好的大版不再自称 ${claims.join('、')}；颜色、字体、输出意图照旧`,
  }
  return [note('impose-left-out', message)]
}

function annotationsLeftOut({ pages }: SourceBook): readonly Diagnostic[] {
  const annotated = pages.filter(({ leaf }) => isAnnotated(leaf))
  if (annotated.length === 0) return []
  const list = pageList(annotated)
  const message = {
    en: `annotations and form fields of page ${list} are not on the sheets`,
    zh: `第 ${list} 页的批注、表单域不会出现在大版上`,
  }
  return [warning('impose-left-out', message)]
}

/** Links print nothing, nor does the window of a comment. */
const INVISIBLE = ['Link', 'Popup'].map((name) => PDFName.of(name))

function isAnnotated(leaf: PDFPageLeaf): boolean {
  const annotations = leaf.lookup(PDFName.of('Annots'))
  if (!(annotations instanceof PDFArray)) return false
  return Array.from({ length: annotations.size() }, (_, i) => annotations.lookup(i)).some((one) => {
    const subtype = one instanceof PDFDict ? one.lookup(PDFName.of('Subtype')) : undefined
    return subtype instanceof PDFName && !INVISIBLE.includes(subtype)
  })
}
