// The keys of a book file (卷). Order here is the order in messages, completion and docs.

import { z } from 'zod'
import { count, list, named, text } from './terms.ts'

/** A calendar date `2003-12-01`; that the day exists is checked in book.ts. */
const date: z.ZodType = named(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('出版日期，年-月-日，如 2003-12-01 | date of publication, YYYY-MM-DD'),
  'a date YYYY-MM-DD',
  '年-月-日形式的日期（YYYY-MM-DD）',
)

const part: z.ZodType = named(
  z.strictObject({
    title: text('类目标题，如 中共潍坊市委 | title of the part').optional(),
    chapters: list(
      text('章的文件，相对于本文件 | path of a chapter file, relative to this file'),
      '章（分目）的文件，按顺序 | chapter files in order',
      1,
    ),
  }),
  'a part',
  '类目',
)

export const bookSchema: z.ZodType = named(
  z
    .strictObject({
      title: text('书名，如 潍坊年鉴 | title of the book'),
      volume: text('卷，如 2003 | volume').optional(),
      year: count('记事年份，如 2002 | the year recorded', 1).optional(),
      creators: list(
        text('编者 | editor'),
        '编者，写入元数据 | editors and compilers, for the metadata',
      ).optional(),
      publisher: text('出版者 | publisher').optional(),
      identifier: text('书号 ISBN | ISBN or another identifier').optional(),
      date: date.optional(),
      'first-page': count('首页页码，默认 1 | folio of the first page, 1 by default', 1).optional(),
      layout: text('版式的名字或文件 | name or file of the layout').optional(),
      parts: list(part, '类目，按顺序 | the parts in order', 1),
    })
    .describe('一卷书 | a book'),
  'a book',
  '书',
)
