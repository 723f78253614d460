// Messages about headings and titles that have no room in the text.

import { type Diagnostic, error, type SourceText, warning } from '../core/index.ts'
import { excerpt } from './excerpt.ts'

/** A cut-in heading that has to stand on a line of its own. */
export const noRoomToCutIn = (heading: SourceText): Diagnostic => {
  const shown = excerpt(heading.text)
  return warning(
    'heading-overfull',
    {
      en: `the heading \`${shown}\` and its text have no room side by side: it was set on a line of its own`,
      zh: `标题 \`${shown}\` 与正文无法并列，不能嵌入正文，改为独占一行`,
    },
    {
      span: heading.spanOf(),
      hints: [
        {
          en: 'in two lines it may take half the measure, and must leave four characters: shorten it, or write `form: line`',
          zh: '标题排成两行不能超过半行，旁边至少要留四字：请缩短标题，或改写 `form: line`',
        },
      ],
    },
  )
}

/** A displayed title of more lines than a page has. */
export const tooTall = (title: SourceText, lines: number): Diagnostic => {
  const shown = excerpt(title.text)
  return error(
    'heading-overfull',
    {
      en: `the title \`${shown}\` takes ${lines} lines, more than a page has`,
      zh: `标题 \`${shown}\` 要占 ${lines} 行，一页排不下`,
    },
    {
      span: title.spanOf(),
      hints: [{ en: 'shorten it; long text belongs in the body', zh: '请缩短标题，长文字应放在正文里' }],
    },
  )
}
