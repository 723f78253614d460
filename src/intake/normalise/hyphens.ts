// Hyphens that stand where Chinese text wants a connector: left as they are, because only the sense tells —— from — from
// ～, and reported. Dates, telephone and model numbers are none of these.

import type { LocalDoubt } from './work.ts'

const RANGE = /(?<![0-9A-Za-z.-])[0-9]{1,4}-[0-9]{1,4}(?=[年月日%％‰万亿元人个号页岁名吨])/gu
const BETWEEN_HAN = /(?<=\p{Script=Han})-(?=\p{Script=Han})/gu

export function doubtfulHyphens(text: string): readonly LocalDoubt[] {
  if (!text.includes('-')) return []
  return [...text.matchAll(RANGE), ...text.matchAll(BETWEEN_HAN)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    message: { en: 'hyphen kept', zh: '短横线未改' },
    hint: { en: 'a range takes — or ～, a pause ——', zh: '起止用—或～，破折用——' },
  }))
}
