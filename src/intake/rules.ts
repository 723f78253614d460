// The closed list of rules by which a text changes on its way in, each with its name for readers. Every entry of the
// change log carries one of them; the clauses are those of the rules of Chinese composition the tables are taken from.

/** Rule → what it does, in both languages. The order is that of the change log's summary. */
export const RULES = {
  'line-join': { en: 'hard line break inside a paragraph joined', zh: '段内硬回车接排' },
  'paragraph-break': { en: 'line break that parts two texts of the draft', zh: '段落之间的换行' },
  indent: {
    en: 'indent or trailing blank removed: it is layout',
    zh: '段首缩进或行末空白删去（由版式处理）',
  },
  'padding-space': { en: 'space beside Han or a Chinese mark removed', zh: '汉字或中文标点旁的空格删去' },
  'space-run': { en: 'unusual or repeated spaces made one space', zh: '多个或特殊空格改为一个空格' },
  'label-space': {
    en: 'space after a number, a date or a head set as U+3000',
    zh: '序号、日期或小标题后的空格改为全角空格',
  },
  'name-space': { en: 'space between or inside names set as U+3000', zh: '人名之间或之内的空格改为全角空格' },
  'full-width-alnum': { en: 'full-width letter or digit made half width', zh: '全角字母、数字改半角' },
  comma: { en: 'comma to ，', zh: '半角逗号改全角' },
  semicolon: { en: 'semicolon to ；', zh: '半角分号改全角' },
  colon: { en: 'colon to ：', zh: '半角冒号改全角' },
  question: { en: 'question mark to ？', zh: '半角问号改全角' },
  exclamation: { en: 'exclamation mark to ！', zh: '半角叹号改全角' },
  'full-stop': { en: 'full stop to 。', zh: '句点改句号' },
  parenthesis: { en: 'parenthesis to （）', zh: '半角圆括号改全角' },
  'square-bracket': { en: 'square bracket to 〔〕 or ［］', zh: '半角方括号改〔〕或［］' },
  quote: { en: 'straight quote to “” or ‘’', zh: '直引号改弯引号' },
  ellipsis: { en: 'ellipsis to ……', zh: '省略号改为……' },
  dash: { en: 'dash to ——', zh: '破折号改为——' },
  tilde: { en: 'tilde to ～', zh: '波浪号改为～' },
  'middle-dot': { en: 'dot to ·', zh: '间隔号改为·' },
  'decimal-point': { en: 'full-width point in a number to .', zh: '数字中的全角点改小数点' },
  'control-character': { en: 'control character removed', zh: '控制字符删去' },
  'invisible-character': { en: 'invisible character removed', zh: '不可见字符删去' },
  'private-use-dropped': { en: 'private-use character removed', zh: '自造字（私用区字符）删去' },
  'heading-mark': {
    en: 'mark of a heading taken off: the layout prints it',
    zh: '标题括号或符号取下（由版式排印）',
  },
  provenance: { en: 'line about the source moved to the metadata', zh: '来源说明移入元数据' },
  credit: { en: 'credit brought into the usual form', zh: '供稿改为通行的写法' },
} as const

export type Rule = keyof typeof RULES

/** Rules that turn a half-width mark into its full-width form. */
export const MARK_RULES: readonly Rule[] = [
  'comma',
  'semicolon',
  'colon',
  'question',
  'exclamation',
  'full-stop',
  'parenthesis',
  'square-bracket',
  'quote',
  'ellipsis',
  'dash',
  'tilde',
  'middle-dot',
]
