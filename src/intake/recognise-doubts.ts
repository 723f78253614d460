// What recognising a chapter leaves in doubt: the wording of each doubt, at its place of the input.

import { type Doubt, unsure } from './doubt.ts'
import type { Traced } from './trace.ts'

/** The span of units `[start, end)` in the input. */
const inputSpan = ({ from }: Traced, start = 0, end = from.length): [number, number] => [
  from[start] ?? 0,
  (from[Math.max(start, end - 1)] ?? 0) + 1,
]

export const noTitle = (first: Traced): Doubt =>
  unsure(
    ...inputSpan(first, 0, 1),
    { en: 'no title found: the text begins with its body', zh: '没有找到标题：开头就是正文' },
    { en: 'put the title on the first line, alone', zh: '请把标题单独放在第一行' },
  )

export const titleOnly = (title: Traced): Doubt =>
  unsure(
    ...inputSpan(title),
    {
      en: 'nothing but a title: a chapter without text cannot be built',
      zh: '只有标题，没有正文，这样的文件不能排版',
    },
    {
      en: 'put the text on the lines below the title, or see whether the right file was imported',
      zh: '请把正文写在标题以下各行，或检查导入的文件对不对',
    },
  )

export const doubtfulCredit = (credit: Traced): Doubt =>
  unsure(
    ...inputSpan(credit),
    { en: `\`${credit.text}\` taken for a credit`, zh: `\`${credit.text}\` 当作供稿` },
    { en: 'move it to the text if it is not', zh: '若不是，请移回正文' },
  )

export const strayCredit = (paragraph: Traced): Doubt =>
  unsure(
    ...inputSpan(paragraph),
    {
      en: `\`${paragraph.text}\` kept as text: more text follows it`,
      zh: `\`${paragraph.text}\` 之后还有正文，未作供稿`,
    },
    { en: 'give what follows a heading, or move the credit', zh: '请给后文加标题，或把供稿移到段末' },
  )

export const ornament = (paragraph: Traced): Doubt =>
  unsure(
    ...inputSpan(paragraph),
    { en: 'kept as a paragraph: a rule or a page number?', zh: '作一段保留：是分隔线或页码吗' },
    { en: 'remove it if the old page left it there', zh: '若是旧版面留下的，请删去' },
  )

export const table = (row: Traced): Doubt =>
  unsure(
    ...inputSpan(row),
    {
      en: 'a table: its rows are kept as paragraphs, for tables cannot be set yet',
      zh: '这里像是表格：目前还不能排表格，各行作一段保留',
    },
    { en: 'say it in sentences, or set the table elsewhere', zh: '请改写为文字，或另行制表' },
  )

export const bullet = (paragraph: Traced): Doubt =>
  unsure(
    ...inputSpan(paragraph, 0, 1),
    { en: 'kept as a paragraph: an item of a list, or a heading?', zh: '作一段保留：是列举项还是标题' },
    { en: 'make it a heading if it is one', zh: '若是标题，请改写为标题' },
  )

export const headInside = (paragraph: Traced, at: number): Doubt =>
  unsure(
    ...inputSpan(paragraph, at, at + 1),
    { en: 'a heading inside a paragraph: a line break may be lost', zh: '段中有【】标题：可能缺了换行' },
    { en: 'put it on a line of its own', zh: '请另起一行' },
  )
