// Half-width marks that no rule was sure of, in a text with Han: `98.6%.县政府`, `A/B;π`, `650mm.` at the end, `<旧唐书>`.
// In: the work, all marks settled. Out: one doubt a text that shows the first few, so that a report stays readable.

import { KIND } from './kinds.ts'
import { after, before, type LocalDoubt, type Work } from './work.ts'

/** Places shown in one doubt. */
const SHOWN = 3

export function doubtfulLeftovers(work: Work): readonly LocalDoubt[] {
  if (!work.kinds.includes(KIND.han) || !/[.;?!<]/.test(work.text)) return []
  const places = [...leftovers(work)].sort((a, b) => a - b)
  const [first] = places
  if (first === undefined) return []
  const shown = places.slice(0, SHOWN).map((at) => `\`${around(work.text, at)}\``)
  const more = places.length > SHOWN
  const message = {
    en: `half-width marks kept: ${shown.join(', ')}${more ? ` and others, ${places.length} in all` : ''}`,
    zh: `半角标点未改：${shown.join('、')}${more ? `等 ${places.length} 处` : ''}`,
  }
  return [{ start: first, end: first + 1, message, hint: HINT }]
}

const HINT = {
  en: 'write the full-width mark where it belongs to the Chinese text (《》 for a title)',
  zh: '属中文的请改为全角标点（书名用《》），属西文、数字的不必改',
}

function* leftovers(work: Work): Generator<number> {
  const { text, kinds } = work
  for (let i = 0; i < text.length; i++) {
    if (kinds[i] !== KIND.ascii) continue
    const mark = text[i] ?? ''
    if (mark === ';' || (mark === '.' && isDoubtfulPoint(work, i))) yield i
    if ((mark === '?' || mark === '!') && leadsToHan(work, i)) yield i
  }
  for (const { index } of text.matchAll(/<[^<>]{0,40}\p{Script=Han}[^<>]{0,40}>/gu)) {
    if (kinds[index] !== KIND.latin) yield index
  }
}

/** A point after a number or Latin word and before Han or the end; one after Han has a rule and a doubt of its own. */
function isDoubtfulPoint(work: Work, at: number): boolean {
  const { text, kinds } = work
  const left = kinds[before(work, at)]
  if (text[at - 1] === '.' || text[at + 1] === '.' || left === undefined) return false
  if (left === KIND.han) return [KIND.latin, KIND.digit].some((kind) => kind === kinds[after(work, at + 1)])
  return leadsToHan(work, at) && !ITEM_NUMBER.test(text.slice(Math.max(0, at - 4), at))
}

/** 1.总人口: the number of an item, at the start or after a mark. */
const ITEM_NUMBER = /(?:^|[\s，。；、！？,;（(]|(?<![0-9])[：:])[0-9]{1,2}$/u

/** Before Han, quotes looked through, or before the end of the text. */
function leadsToHan(work: Work, at: number): boolean {
  let right = after(work, at + 1)
  while (work.kinds[right] === KIND.quote) right = after(work, right + 1)
  return right >= work.text.length || work.kinds[right] === KIND.han
}

/** The place with a character or two on each side. */
const around = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - 3), at)].slice(-2).join('') +
  (text[at] ?? '') +
  [...text.slice(at + 1, at + 4)].slice(0, 2).join('')
