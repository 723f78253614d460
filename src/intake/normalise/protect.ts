// Pieces no rule may touch: web addresses, e-mail addresses, HTML entities. Numbers, times, ratios, dates, model
// numbers and Latin text need no list: no rule applies to a mark between two of them. Every search is linear.

import { KIND } from './kinds.ts'

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,9}:\/\/|www\.)[!-~]+/gi
const ENTITY = /&#?[a-z0-9]{1,10};/gi

/** Makes the units of protected pieces letters. */
export function protect(text: string, kinds: Uint8Array): void {
  const keep = (start: number, end: number) => kinds.fill(KIND.latin, start, end)
  if (text.includes('://') || /www\./i.test(text)) {
    for (const { index, 0: address } of text.matchAll(ADDRESS)) keep(index, index + addressLength(address))
  }
  if (text.includes('&'))
    for (const { index, 0: entity } of text.matchAll(ENTITY)) keep(index, index + entity.length)
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) keepMail(text, at, keep)
}

/** An address without the marks of the sentence around it; a bracket stays where its partner is inside. */
function addressLength(address: string): number {
  let open = address.split('(').length - 1
  let close = address.split(')').length - 1
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (last === ')' && close <= open) break
    if (!'.,;:?!\'"()[]<>'.includes(last)) break
    if (last === ')') close--
    if (last === '(') open--
  }
  return end
}

const isMailName = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9._%+-]/.test(c)
const isHostName = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9.-]/.test(c)

function keepMail(text: string, at: number, keep: (start: number, end: number) => void): void {
  let start = at
  while (start > 0 && isMailName(text[start - 1])) start--
  let end = at + 1
  while (end < text.length && isHostName(text[end])) end++
  while (end > at + 1 && '.-'.includes(text[end - 1] ?? '')) end--
  if (start < at && text.slice(at + 1, end).includes('.')) keep(start, end)
}
