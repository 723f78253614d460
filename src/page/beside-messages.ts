// Messages about what stands beside lines and has no room.

import { type Diagnostic, type PagePlace, type Span, type Text, warning } from '../core/index.ts'
import type { ClaimName } from './beside-claims.ts'

export interface Complaint {
  readonly message: Text
  readonly hint: Text
}

export const complaint = (
  { message, hint }: Complaint,
  place: PagePlace,
  span: Span | undefined,
): Diagnostic => warning('annotation-crowded', message, { ...(span && { span }), place, hints: [hint] })

const NAMES: Readonly<Record<ClaimName, Text>> = {
  dot: { en: 'a dot', zh: '着重号' },
  line: { en: 'a proper-name line', zh: '专名号' },
  wave: { en: 'a book-title line', zh: '书名号' },
  frame: { en: 'a frame', zh: '黑框' },
  reading: { en: 'a reading', zh: '注音或对照' },
  comment: { en: 'a comment', zh: '行间注' },
}

export const BEYOND: Complaint = {
  message: {
    en: 'a reading or comment of this line goes beyond its end',
    zh: '本行的注音或行间注超出行末',
  },
  hint: {
    en: 'shorten it, or put a few characters between it and the one before',
    zh: '请缩短注文，或与前一处注文隔开几个字',
  },
}

/** @param hint what makes the gap wider */
export const narrow = (hint: Text): Complaint => ({
  message: {
    en: 'the line gap is less than half an em: too narrow for dots, lines or readings',
    zh: '行空不足半个字，容不下着重号、专名号或注音',
  },
  hint,
})

/** Of the lines of a layout's grid. */
export const RAISE_PITCH: Text = {
  en: 'raise `line-pitch` in the layout',
  zh: '请加大版式中的 `line-pitch`',
}

/** Two that stand on the same side of a line, in each other's place. */
export const stacked = (one: ClaimName, other: ClaimName): Complaint => ({
  message: {
    en: `${NAMES[one].en} and ${NAMES[other].en} beside this line stand on one another`,
    zh: `本行一侧的${NAMES[one].zh}与${NAMES[other].zh}重叠`,
  },
  hint: {
    en: 'only one of them has room on that side: part their words, or leave one out',
    zh: '同一侧只排得下一种：请分开标记，或去掉一种',
  },
})

/** Of floats, far below a hundredth of an em. */
const NOISE = 1e-6

/** One at the foot of a line and one at the head of the next, where the gap is too narrow for both. */
export const facing = (
  foot: ClaimName,
  head: ClaimName,
  { needed, gap }: { readonly needed: number; readonly gap: number },
): Complaint => {
  // Rounded away from each other: what is needed never looks like what there is.
  const wanted = (Math.ceil(needed * 100 - NOISE) / 100).toFixed(2)
  const there = (Math.floor(gap * 100 + NOISE) / 100).toFixed(2)
  return {
    message: {
      en: `${NAMES[head].en} of this line stands against ${NAMES[foot].en} of the line before it: they need ${wanted} em, the gap is ${there} em`,
      zh: `本行的${NAMES[head].zh}与上一行的${NAMES[foot].zh}挤在一起：需行空 ${wanted} 字，现为 ${there} 字`,
    },
    hint: {
      en: 'give the layout a wider line gap, or move one of the two',
      zh: '请加大版式的行空，或移开其中一处',
    },
  }
}

export const onText = (name: ClaimName, which: 'before' | 'after'): Complaint => ({
  message: {
    en: `${NAMES[name].en} of this line stands on the text of the line ${which} it`,
    zh: `本行的${NAMES[name].zh}压在${which === 'before' ? '上' : '下'}一行的文字上`,
  },
  hint: {
    en: 'the lines stand too close for it: leave it out, or give the lines a wider gap',
    zh: '行空容不下它：请去掉，或加大行空',
  },
})
