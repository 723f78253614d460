// Messages about titles that have no room in a page's furniture.

import { type Diagnostic, type SourceText, type Text, warning } from '../core/index.ts'
import { excerpt } from './excerpt.ts'

/** Where a title was to stand. */
export type Furniture = 'head' | 'tab'

const LEFT_OUT: Readonly<Record<Furniture, (shown: string) => Text>> = {
  head: (shown) => ({
    en: `the running head \`${shown}\` is wider than the type area and was not printed`,
    zh: `书眉 \`${shown}\` 比版心还宽，未印`,
  }),
  tab: (shown) => ({
    en: `the title \`${shown}\` does not go into its thumb tab and was not printed there`,
    zh: `书口标签里排不下 \`${shown}\`，未印`,
  }),
}

const ADVICE: Readonly<Record<Furniture, Text>> = {
  head: {
    en: 'shorten the title, or choose another head in the layout',
    zh: '请缩短标题，或在版式中改用别的书眉',
  },
  tab: {
    en: 'shorten the title, or make the tabs of the layout higher or wider',
    zh: '请缩短标题，或在版式中加大书口标签',
  },
}

export const leftOut = (what: Furniture, title: SourceText): Diagnostic =>
  warning('heading-overfull', LEFT_OUT[what](excerpt(title.text)), {
    span: title.spanOf(),
    hints: [ADVICE[what]],
  })
