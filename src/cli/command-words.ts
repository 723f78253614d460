// What --help says of each command, in both languages. Data only; program.ts makes commands of it.

import type { CommandWords, OptionWords } from './words.ts'

const LAYOUT: OptionWords = {
  flags: '-l, --layout <layout>',
  text: {
    en: "a layout file, or the name of one in layouts/; by default the book's own, else yearbook",
    zh: '版式文件，或 layouts/ 里的名字；默认用书中写的，没有则用 yearbook',
  },
}

const BOOK = {
  en: 'book.yaml, or the file of one chapter',
  zh: 'book.yaml，或单独一章的文件',
}

export const COMMANDS: readonly CommandWords[] = [
  {
    name: 'import',
    summary: { en: 'make chapters of raw text', zh: '把来稿文本整理成章' },
    argument: { form: '<raw...>', text: { en: 'text files as they came in', zh: '来稿的文本文件' } },
    options: [
      {
        flags: '-o, --output <path>',
        text: {
          en: 'the chapter to write, or a folder/; by default beside the text',
          zh: '写到哪个文件或哪个文件夹/；默认写在来稿旁边',
        },
      },
      {
        flags: '--log <path>',
        text: {
          en: 'the log of changes, .yaml or .json; by default beside the chapter',
          zh: '改动记录，.yaml 或 .json；默认写在章的旁边',
        },
      },
      {
        flags: '--drop-private-use',
        text: { en: 'take private-use characters out', zh: '删去自造字（私用区字符）' },
      },
      { flags: '--force', text: { en: 'overwrite files that exist', zh: '覆盖已有的文件' } },
    ],
    examples: [
      [
        'banxin import raw/party-work.txt',
        { en: 'writes raw/party-work.yaml', zh: '写出 raw/party-work.yaml' },
      ],
      [
        'banxin import raw/*.txt -o content/2003/',
        { en: 'one chapter a text, in a folder', zh: '一稿一章，写入文件夹' },
      ],
    ],
  },
  {
    name: 'build',
    summary: { en: 'set a book and write PDFs', zh: '排版并写出 PDF' },
    argument: { form: '<manuscript>', text: BOOK },
    options: [
      {
        ...LAYOUT,
        text: {
          en: `${LAYOUT.text.en}; may be repeated, one PDF each`,
          zh: `${LAYOUT.text.zh}；可重复，各出一个 PDF`,
        },
        repeats: true,
      },
      {
        flags: '--for <editions>',
        text: {
          en: 'editions to make, with commas: screen (default), press (PDF/X), archive (PDF/A, PDF/UA); press:x-1a, archive:2u and others name a standard',
          zh: '用途，用逗号分开：screen 屏幕（默认）、press 印刷（PDF/X）、archive 存档（PDF/A、PDF/UA）；press:x-1a、archive:2u 等可指定标准',
        },
      },
      {
        flags: '-o, --output <path>',
        text: {
          en: 'the PDF, or a folder/ for <manuscript>-<layout>.pdf; by default out/',
          zh: 'PDF 文件，或文件夹/（文件名为 稿名-版式名.pdf）；默认 out/',
        },
      },
      {
        flags: '--date <YYYY-MM-DD>',
        text: {
          en: "date in the file; by default the book's, else SOURCE_DATE_EPOCH, else none",
          zh: '写入文件的日期；默认用书中的，其次 SOURCE_DATE_EPOCH，否则不写',
        },
      },
      {
        flags: '--verify',
        text: {
          en: 'read the PDF back and prove it; no file without proof',
          zh: '读回 PDF 核验，不通过不留文件',
        },
      },
      { flags: '--strict', text: { en: 'take warnings as errors', zh: '把警告当作错误' } },
      {
        flags: '--lines',
        text: {
          en: 'with --json: how each line was squeezed or stretched',
          zh: '与 --json 同用：列出每行挤进、拉开多少',
        },
      },
      { flags: '--watch', text: { en: 'build again whenever a file changes', zh: '文件一改就重新排版' } },
    ],
    examples: [
      ['banxin build content/weifang/book.yaml', { en: "with the book's own layout", zh: '用书中写的版式' }],
      [
        'banxin build chapter.yaml -l yearbook -l yearbook-vertical -o out/ --verify',
        { en: 'horizontally and vertically, both proven', zh: '横排竖排各一份，都核验' },
      ],
    ],
  },
  {
    name: 'verify',
    summary: { en: 'read a PDF back and prove it', zh: '读回并核验 PDF' },
    argument: { form: '<pdf>', text: { en: 'the PDF', zh: 'PDF 文件' } },
    options: [
      {
        flags: '--against <manuscript>',
        text: { en: 'the manuscript its text must agree with', zh: '与哪份原稿逐字对照' },
      },
      {
        flags: '--readers',
        text: { en: 'let pdftotext and mutool read it too', zh: '再用 pdftotext 和 mutool 各读一遍' },
      },
      {
        ...LAYOUT,
        text: {
          en: 'the layout it was set with, to compare with the one attached',
          zh: '排版所用的版式，与附在文件里的对照',
        },
      },
      {
        flags: '--ink-limit <percent>',
        text: { en: 'largest total area coverage, by default 300', zh: '墨量上限（百分比），默认 300' },
      },
      {
        flags: '--signature <pages>',
        text: {
          en: 'pages of a signature that must be filled: 16, 8 or 4',
          zh: '每帖页数，须排满：16、8 或 4',
        },
      },
    ],
    examples: [
      [
        'banxin verify out/party-work-yearbook.pdf --against content/weifang/party-work.yaml',
        { en: 'character by character', zh: '逐字对照' },
      ],
    ],
  },
  {
    name: 'impose',
    summary: { en: 'put the pages of a PDF on press sheets', zh: '把 PDF 各页拼成大版' },
    argument: { form: '<pdf>', text: { en: 'the PDF, page by page', zh: '单页的 PDF' } },
    options: [
      {
        flags: '--scheme <saddle|signature>',
        text: {
          en: 'saddle: one booklet, stitched through its fold; signature: folded sheets to be sewn or glued',
          zh: 'saddle：骑马订，全书套成一册；signature：书帖，锁线订或胶订',
        },
      },
      {
        flags: '-o, --output <path>',
        text: {
          en: 'the PDF of sheets, or a folder/; by default <pdf>-<scheme>.pdf beside it',
          zh: '大版 PDF，或文件夹/；默认写在旁边，文件名为 原名-方式.pdf',
        },
      },
      {
        flags: '--pages <16|8|4>',
        text: {
          en: 'pages of a signature, by default 16; the last ones are smaller where that saves blanks',
          zh: '每帖页数，默认 16；末尾不足一帖时用小帖',
        },
      },
      {
        flags: '--binding <left|right>',
        text: {
          en: 'side of the spine; by default as the PDF opens',
          zh: '装订在哪一边，默认随 PDF 的翻页方向',
        },
      },
      {
        flags: '--sheet <size>',
        text: {
          en: 'paper, such as 889x597mm, SRA3 or 大度对开; by default just what is needed',
          zh: '纸张，如 889x597mm、SRA3、大度对开；默认按所需',
        },
      },
      {
        flags: '--gutter <length>',
        text: {
          en: 'room between the two pages at a spine, for milled backs, such as 6mm; by default none',
          zh: '订口两页之间的空，胶订铣背用，如 6mm；默认没有',
        },
      },
      {
        flags: '--thickness <length>',
        text: {
          en: 'thickness of the paper, such as 0.1mm: makes up for the creep of a booklet',
          zh: '纸厚，如 0.1mm：骑马订按此补偿爬移',
        },
      },
    ],
    examples: [
      [
        'banxin impose out/book-yearbook.pdf --scheme signature --sheet 大度对开',
        { en: 'signatures of 16 pages on half sheets of 889 × 1194 mm', zh: '16 页一帖，拼在大度对开纸上' },
      ],
      [
        'banxin impose booklet.pdf --scheme saddle --thickness 0.1mm',
        { en: 'two pages a side, for stitching', zh: '每面两页，骑马订' },
      ],
    ],
  },
  {
    name: 'pack',
    summary: {
      en: 'pack a book for the archive as a BagIt bag, or check a bag',
      zh: '把书打成存档包（BagIt），或检查存档包',
    },
    argument: {
      form: '<path>',
      text: {
        en: `${BOOK.en}; with --check the folder of a bag`,
        zh: `${BOOK.zh}；用 --check 时为包的文件夹`,
      },
    },
    options: [
      {
        ...LAYOUT,
        text: { en: `${LAYOUT.text.en}; may be repeated`, zh: `${LAYOUT.text.zh}；可重复` },
        repeats: true,
      },
      {
        flags: '--for <editions>',
        text: { en: 'editions, with commas; by default all there are', zh: '用途，以逗号分隔；默认全部' },
      },
      {
        flags: '-o, --output <folder>',
        text: {
          en: 'folder of the bag, new or empty; by default out/<manuscript>-bag/',
          zh: '包的文件夹，须是新的或空的；默认 out/稿名-bag/',
        },
      },
      {
        flags: '--date <YYYY-MM-DD>',
        text: {
          en: "date in the files; by default the book's, else SOURCE_DATE_EPOCH, else none",
          zh: '写入文件的日期；默认用书中的，其次 SOURCE_DATE_EPOCH，否则不写',
        },
      },
      { flags: '--force', text: { en: 'replace a bag made before', zh: '替换以前打的包' } },
      {
        flags: '--check',
        text: {
          en: 'is the bag whole and unchanged, and does a rebuild give the same bytes?',
          zh: '检查包是否完整、未变，并从包中重建，逐字节比较',
        },
      },
      {
        flags: '--fonts <folder>',
        text: {
          en: 'with --check: where fonts lie that could not go into the bag',
          zh: '与 --check 同用：未能入包的字体所在的文件夹',
        },
      },
    ],
    examples: [
      [
        'banxin pack content/weifang/book.yaml -o out/bag/',
        {
          en: 'editions, manuscript, layouts, records, checksums',
          zh: '各版 PDF、原稿、版式、条目记录和校验值',
        },
      ],
      ['banxin pack --check out/bag/', { en: 'validated, rebuilt, compared', zh: '核对、重建、比较' }],
    ],
  },
  {
    name: 'fonts',
    summary: { en: 'show the fonts, and what a manuscript needs of them', zh: '列出字体，以及书稿的用字' },
    argument: { form: '[manuscript]', text: BOOK },
    options: [LAYOUT],
    examples: [
      ['banxin fonts', { en: 'the fonts that come with the program', zh: '随附的字体' }],
      [
        'banxin fonts book.yaml -l yearbook-vertical',
        { en: 'which characters each style uses, and those no font has', zh: '各级文字的用字，以及缺字' },
      ],
    ],
  },
  {
    name: 'schema',
    summary: { en: 'print the JSON Schema of our files', zh: '打印各类文件的 JSON Schema' },
    argument: {
      form: '[kind]',
      text: {
        en: 'chapter, book or layout; by default all',
        zh: 'chapter（章）、book（书）或 layout（版式），默认全部',
      },
    },
    options: [
      {
        flags: '-o, --output <folder>',
        text: { en: 'write <kind>.schema.json there', zh: '写成该文件夹里的 <kind>.schema.json' },
      },
    ],
    examples: [
      ['banxin schema chapter', { en: 'on stdout', zh: '打印到标准输出' }],
      ['banxin schema -o schemas', { en: 'all three as files', zh: '三份都写成文件' }],
    ],
  },
]
