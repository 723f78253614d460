// The keys of a chapter file (分目). Order here is the order in messages, completion and docs.

import { z } from 'zod'
import { HEADING_FORMS } from './entry.ts'
import { ALIGNMENTS } from './paragraph-form.ts'
import { choice, list, named, text } from './terms.ts'

/** `供稿` and its like. */
const credit: z.ZodType = named(
  z.strictObject({
    role: text('做什么：供稿、撰稿、整理、摄影等 | what was done: 供稿, 撰稿, 摄影 …').optional(),
    names: list(text('姓名 | name'), '姓名，如 [刘英杰, 王明] | names of persons').optional(),
    unit: text('单位，如 市统计局 | the office that signs or to which the person belongs').optional(),
    printed: text(
      '括号内的特殊写法；通常不用写，按“姓名+供稿”排印 | wording inside the parentheses when unusual',
    ).optional(),
  }),
  'a credit',
  '供稿',
)

const credits = (description: string): z.ZodType => list(credit, description)

/** A number without a unit passes here, so that the reader can say what unit it wants. */
const ems = (description: string): z.ZodType =>
  named(z.union([z.string(), z.number()]).describe(description), 'a length in ems', '以字计的长度').optional()

/** A paragraph that is not set as the layout sets paragraphs. */
const paragraph: z.ZodType = named(
  z.strictObject({
    text: text('一段或几段正文，排法相同 | one paragraph or more, all set alike'),
    align: choice(
      ALIGNMENTS,
      '对齐：justify 两端（默认），start 行首，center 居中，end 行末，spread 每行均排 | alignment; spread: every line over the whole measure',
    ).optional(),
    indent: ems('各行在行首的缩进，如 2em | indent of all lines at the line head'),
    'end-indent': ems('各行在行末的缩进，如 2em | indent of all lines at the line end'),
    'first-line': ems(
      '首行另加的缩进，如 2em；负数为凸排，如 indent: 2em 时的 -2em；不写时随版式 | added to the indent for the first line; negative hangs it; by default the layout decides',
    ),
  }),
  'a paragraph',
  '一段',
)

const item: z.ZodType = named(
  z.union([text('一段或几段正文 | one paragraph or more'), paragraph]),
  'text or a paragraph `{ text: … }`',
  '文字或 `{ text: … }` 形式的段落',
)

const body: z.ZodType = named(
  z
    .union([text('正文 | text'), list(item, '逐段列出 | one item a paragraph')])
    .describe(
      '正文：空一行，或行首有全角空格（段首空两格），即另起一段，空格本身不排；此外的换行只是续行（汉字之间不加空格）；可用 {着重|…} 等行内标记，见 docs/markup.md | text: a blank line begins a paragraph, and so does a line that begins with U+3000, which is not printed; any other line break only continues the line; inline markup such as {em|…} is explained in docs/markup.md',
    ),
  'text or a list of texts',
  '文字或文字的列表',
)

const entry: z.ZodType = named(
  z.strictObject({
    id: text(
      '固定编号，全书唯一；不写时为“章号-条目号” | fixed id, unique in the book; by default <chapter>-<entry>',
    ).optional(),
    heading: text(
      '条目标题，不写【】，可用行内标记 | heading of the entry without 【】; may have inline markup',
    ).optional(),
    form: choice(
      HEADING_FORMS,
      'bracket：题文接排【标题】（默认）；line：标题独占一行（子目、月份）；cut-in：窗式，标题排在正文前几行的行首一侧 | bracket: run in as 【heading】 (default); line: on its own line; cut-in: beside the first lines of the text',
    ).optional(),
    body: body.optional(),
    credits: credits('条目的供稿 | credits of this entry').optional(),
  }),
  'an entry',
  '条目',
)

const provenance: z.ZodType = named(
  z.strictObject({
    url: text('网址 | address').optional(),
    title: text('来源的标题 | title of the source').optional(),
    note: text('说明 | remarks').optional(),
  }),
  'a source',
  '来源',
)

export const chapterSchema: z.ZodType = named(
  z
    .strictObject({
      title: text(
        '分目标题，如 市直机关党的工作，可用行内标记 | title of the chapter; may have inline markup',
      ),
      source: provenance
        .describe('来源，只作记录，不排印 | where the text came from; never printed')
        .optional(),
      sections: list(entry, '条目，按顺序 | the entries in order'),
      credits: credits(
        '章末的供稿，排在行末 | credits at the end of the chapter, flush to the line foot',
      ).optional(),
    })
    .describe('年鉴的一章（分目） | a chapter of a yearbook'),
  'a chapter',
  '章',
)
