// The keys of a layout file (版式). Every key may be absent, because a layout may extend another; what is missing in
// the end is told by read-layout.ts. Order here is the order in messages, completion and docs.

import { z } from 'zod'
import { choice, count, list, named, text } from './terms.ts'

/** 宋 黑 楷 仿宋: every name a face goes by. */
export const FACE_NAMES = {
  song: 'song',
  hei: 'hei',
  kai: 'kai',
  fangsong: 'fangsong',
  宋: 'song',
  宋体: 'song',
  黑: 'hei',
  黑体: 'hei',
  楷: 'kai',
  楷体: 'kai',
  仿宋: 'fangsong',
  仿宋体: 'fangsong',
} as const

const faceNames = Object.keys(FACE_NAMES) as [string, ...string[]]

const textOrNumber = z.union([z.string(), z.number()])

const length = (description: string): z.ZodType =>
  named(textOrNumber.describe(description), 'a length with a unit', '带单位的长度').optional()

const size = (description: string): z.ZodType =>
  named(textOrNumber.describe(description), 'a type size', '字号').optional()

const share = (description: string): z.ZodType =>
  named(textOrNumber.describe(description), 'a share from 0 to 1', '0 到 1 的比例').optional()

const flag = (description: string): z.ZodType =>
  named(z.boolean().describe(description), 'true or false', 'true 或 false').optional()

const several = (description: string, least = 1): z.ZodType => count(description, least).optional()

const oneOf = (words: readonly [string, ...string[]], description: string): z.ZodType =>
  choice(words, description).optional()

const sheet = (shape: Record<string, z.ZodType>, en: string, zh: string): z.ZodType =>
  named(z.strictObject(shape).describe(`${zh} | ${en}`), en, zh)

const style = sheet(
  {
    face: oneOf(faceNames, '字体：宋、黑、楷、仿宋 | face'),
    weight: oneOf(['regular', 'bold'], 'regular 常规，bold 粗 | weight'),
    size: size('字号：小五、10.5pt、1em（正文字号）… | size'),
  },
  'a text style',
  '文字样式',
).optional()

const rules = ['none', 'hairline', 'strong', 'strong-hairline'] as const

const titleStyle = (en: string, zh: string): z.ZodType =>
  sheet(
    {
      span: oneOf(['all', 'column'], 'all 通栏，column 栏内 | across all columns or in one'),
      lines: several('占行 | whole lines it takes'),
      text: style,
      'letter-spacing': length('疏排：字间加的空，如 1/4em | space between its characters'),
      align: oneOf(['center', 'start'], 'center 居中，start 自行首起 | alignment'),
      'start-share': share(
        'align: start 时离行首的距离，占行长的比例 | how far from the line head, as a share',
      ),
      'rule-before': oneOf(
        rules,
        '题前的线：none 无，hairline 细，strong 粗，strong-hairline 文武线 | rule at its head',
      ),
      'rule-after': oneOf(rules, '题后的线 | rule at its foot'),
    },
    en,
    zh,
  ).optional()

const typeArea = sheet(
  {
    size: size('正文字号 | body size'),
    characters: several('每行字数 | characters a line'),
    lines: several('每栏行数 | lines a column'),
    columns: several('栏数，默认 1 | columns, 1 by default'),
    'line-pitch': length('行距（字身到字身），如 13.5pt；与 line-gap 二选一 | distance from line to line'),
    'line-gap': length('行空（两行字身之间），如 0.5em | gap between lines'),
    'column-gap': length('栏间距，如 2em | gap between columns'),
    'column-rule': length('栏线的粗细，none 为无 | rule between columns'),
    'inner-margin': length('订口：书脊到版心 | from the spine to the type area'),
    'head-margin': length('天头：上切口到版心 | from the head trim to the type area'),
  },
  'a type area',
  '版心',
).optional()

const path = (description: string): z.ZodType => text(description).optional()

const face = named(
  z
    .union([
      text('字体文件 | font file'),
      z.strictObject({ regular: path('常规 | regular'), bold: path('粗 | bold') }),
    ])
    .describe('自备的字体文件，路径从本文件算起 | font files of your own, relative to this file'),
  'a font file or { regular, bold }',
  '字体文件或 { regular, bold }',
).optional()

const styleNames = { body: style, heading: style, subheading: style, credit: style }

const composition = sheet(
  {
    region: oneOf(
      ['mainland', 'taiwan'],
      'mainland 大陆：标点在角上；taiwan 台湾、香港：标点居中、引号「」 | where marks stand: mainland; Taiwan and Hong Kong',
    ),
    punctuation: oneOf(
      ['quanjiao', 'kaiming', 'banjiao', 'hangmobanjiao'],
      '标点：全角式、开明式、半角式、行末半角式 | punctuation style',
    ),
    'adjacent-marks': length(
      '相邻两个标点合占 3/2em、1em 或 2em；默认 3/2em，行末半角式、网格 2em | room of two neighbouring marks',
    ),
    'line-end-marks': oneOf(
      ['half', 'full'],
      '行末标点：half 占半字（默认），full 占一字 | marks at the line end',
    ),
    'line-start-marks': oneOf(
      ['half', 'full'],
      '行首开始标点：half 占半字（默认），full 占一字 | opening marks at the line start',
    ),
    hanging: flag('标点悬挂：行末点号排在版心外，默认 false | hanging punctuation'),
    'full-stop': oneOf(
      ['ring', 'point'],
      '句号：ring 圈 。，point 点 ．（科技书） | full stop as a ring, or as a point in matter of science',
    ),
    justification: oneOf(
      ['spread', 'grid'],
      'spread 匀排；grid 字字在格，只动西文和数字 | slack spread over the line, or every Han on its cell',
    ),
    adjustment: oneOf(
      ['squeeze-first', 'stretch-only'],
      '行长调整：先挤进后推出、只推出 | squeeze before stretching, or stretch alone',
    ),
    hyphenation: oneOf(
      ['none', 'words'],
      '西文断词：none 不断，words 按词断，加连字符 | parting of Western words with a hyphen',
    ),
    'ban-level': oneOf(
      ['none', 'basic', 'gb', 'strict'],
      '禁则级别，默认 gb | level of line-start and line-end bans',
    ),
    'han-western-gap': length('汉字与西文、数字之间的空，0 到 1/2em | gap between Han and Western'),
    digits: oneOf(
      ['rotate', 'combine', 'hanzi'],
      '竖排数字：侧转、二三位并排、改汉字 | digits in vertical text',
    ),
    'digit-width': oneOf(['proportional', 'half'], '数字宽度：随字体、半字 | width of digits'),
    indent: length('段首缩进，如 2em | first-line indent'),
    'heading-gap': length('】后另加的空，0、1/2em 或 1em | space added after 】'),
    'min-chars-on-last-line': several('段末行至少几个字（避孤字） | fewest characters on a last line'),
    'min-lines-at-column-foot': several(
      '栏末至少留一段的几行 | fewest lines of a paragraph at a column foot',
    ),
    'min-lines-at-column-head': several('栏首至少有一段的几行（避孤行） | fewest lines at a column head'),
    'loose-limit': length('字间拉开超过此数即报告 | stretch of a gap above which a line is reported'),
  },
  'a composition',
  '排法',
).optional()

const headText = ['book', 'part', 'chapter', 'none'] as const

const runningHead = sheet(
  {
    text: style,
    even: oneOf(headText, '双页码：book 书名，part 类目，chapter 分目，none 无 | on even pages'),
    odd: oneOf(headText, '单页码 | on odd pages'),
    gap: length('眉线到版心 | from its rule to the type area'),
    rule: length('眉线的粗细，none 为无 | weight of the rule'),
  },
  'a running head',
  '书眉',
).optional()

const folio = sheet(
  {
    text: style,
    place: oneOf(['head', 'foot', 'none'], '页码位置 | where folios stand'),
    'opening-place': oneOf(['foot', 'none'], '篇首页的页码：foot 地脚，none 暗码 | on opening pages'),
    'opening-text': style,
    'foot-gap': length('版心到地脚页码基线 | from the type area to the baseline at the foot'),
  },
  'a folio',
  '页码',
).optional()

const thumbTab = named(
  z
    .union([
      z.strictObject({
        width: length('宽 | width'),
        height: length('高 | height'),
        text: style,
        tint: share('墨色深浅，0 到 1 | grey, 0 to 1'),
        top: length('第一个标签离上切口 | from the head trim to the first'),
        steps: several('排几个后从头开始 | steps before it begins again'),
      }),
      z.literal('none'),
    ])
    .describe('书口标签；none 为无 | thumb tabs'),
  'a thumb tab or `none`',
  '书口标签或 none',
).optional()

const press = sheet(
  {
    standard: oneOf(['x-4', 'x-1a'], '印刷版的标准：PDF/X-4、PDF/X-1a:2003 | standard of the press edition'),
    profile: path('印厂的 ICC 特性文件，路径从本文件算起 | ICC profile of the press, relative to this file'),
    condition: path('该特性文件的印刷条件名，如 FOGRA39、JC200103 | name of its printing condition'),
    'crop-marks': flag('裁切标记，默认 true | crop marks'),
    'registration-marks': flag('套准标记，默认 true | registration marks'),
    signature: named(
      z.literal([16, 8, 4]).describe('每帖页数：16、8、4 | pages of a signature'),
      '16, 8 or 4',
      '16、8 或 4',
    ).optional(),
    'ink-limit': named(
      textOrNumber.describe('总墨量上限，如 300% | limit of total ink'),
      'a percentage up to 400%',
      '百分数，至多 400%',
    ).optional(),
  },
  'a press edition',
  '印刷版',
).optional()

export const layoutSchema: z.ZodType = named(
  z
    .strictObject({
      name: path('版式名称 | name of the design'),
      extends: path('以哪个版式为底，只写不同之处 | the layout this one changes'),
      direction: oneOf(['horizontal', 'vertical'], 'horizontal 横排，vertical 竖排 | writing direction'),
      binding: oneOf(['left', 'right'], '装订边；默认横排左、竖排右 | binding side'),
      trim: named(
        z
          .union([z.string(), list(textOrNumber, '[宽, 高]')])
          .describe('成品尺寸：大16开、A4、210mm × 285mm … | trimmed page'),
        'a page size such as 210mm × 285mm',
        '成品尺寸，如 210mm × 285mm',
      ).optional(),
      bleed: length('出血，默认 3mm | bleed'),
      'type-area': typeArea,
      faces: sheet(Object.fromEntries(faceNames.map((name) => [name, face])), 'faces', '字体').optional(),
      styles: sheet(styleNames, 'styles', '各级文字').optional(),
      composition,
      part: titleStyle('a part title', '类目标题'),
      chapter: sheet(
        {
          start: oneOf(
            ['run-on', 'new-page', 'new-recto'],
            '分目起排：接排、另页、另面（单码） | where a chapter starts',
          ),
          opening: titleStyle('a chapter title at the head of a page', '页首的分目标题'),
          'in-column': titleStyle('a chapter title inside a page', '页中的分目标题'),
        },
        'a chapter style',
        '分目',
      ).optional(),
      'subheading-lines': several('独行标题占行 | lines a subheading takes'),
      'running-head': runningHead,
      folio,
      'thumb-tab': thumbTab,
      press,
      'balance-columns': flag(
        '末页各栏是否拉平；默认横排 true、竖排 false | whether last columns are balanced',
      ),
    })
    .describe('版式 | a page design'),
  'a layout',
  '版式',
)
