// A page design, resolved: every `extends` followed, every unit turned into points or ems. What the trade writes on a
// layout sheet (版式设计单), in the words of CLREQ; DESIGN.md 4 names the keys of the file.

import type { Binding, Direction, Em, Pt, Span } from '../core/index.ts'

/** The four faces of Chinese composition (CLREQ #commonly_used_chinese_typefaces). */
export type FaceRole = 'song' | 'hei' | 'kai' | 'fangsong'

export type FaceWeight = 'regular' | 'bold'

export interface TextStyle {
  readonly face: FaceRole
  readonly weight: FaceWeight
  readonly size: Pt
}

export interface Layout {
  /** The file's path, for messages. */
  readonly file: string
  /** What the design is called. */
  readonly name: string
  readonly direction: Direction
  readonly binding: Binding
  /** Trimmed page (成品尺寸). */
  readonly trim: { readonly width: Pt; readonly height: Pt }
  /** 出血; 0 for none. */
  readonly bleed: Pt
  readonly typeArea: TypeArea
  /** The customer's own font files by role; they stand before the shipped ones in the fallback chain. */
  readonly faces: Readonly<Partial<Record<FaceRole, FaceFiles>>>
  readonly styles: {
    readonly body: TextStyle
    /** The run-in heading 【】 of an entry. */
    readonly heading: TextStyle
    /** A heading on a line of its own (`headingForm: line`). */
    readonly subheading: TextStyle
    readonly credit: TextStyle
  }
  readonly composition: Composition
  readonly part: TitleStyle
  readonly chapter: {
    /** `run-on`: after the chapter before, in its column; `new-page`; `new-recto`: a new page with odd folio. */
    readonly start: 'run-on' | 'new-page' | 'new-recto'
    /** Title of a chapter that begins a page. */
    readonly opening: TitleStyle
    /** Title of a chapter inside a page. */
    readonly inColumn: TitleStyle
  }
  /** Whole lines a subheading takes (占行). */
  readonly subheadingLines: number
  readonly runningHead: RunningHead
  readonly folio: Folio
  readonly thumbTab?: ThumbTab
  readonly press: Press
  /** Whether the columns before a new page are made equal (CLREQ 2.4.2: horizontal yes, vertical no). */
  readonly balanceColumns: boolean
}

/** What the printer wants of a press edition (制版要求). */
export interface Press {
  readonly standard: 'x-4' | 'x-1a'
  /** ICC profile of the press's own; without it the one that comes with the program. */
  readonly profile?: FaceFile
  /** Name of the printing condition of `profile`, such as FOGRA39 or JC200103. */
  readonly condition?: string
  /** 裁切标记, 套准标记. */
  readonly cropMarks: boolean
  readonly registrationMarks: boolean
  /** Pages of a signature (帖). */
  readonly signature: 16 | 8 | 4
  /** 总墨量: most ink on one spot, as a sum of shares; 3 is 300 %. */
  readonly inkLimit: number
}

/** 版心: characters × lines × columns on a grid (CLREQ 2.3.5). Line length = charSize × charsPerLine. */
export interface TypeArea {
  readonly charSize: Pt
  readonly charsPerLine: number
  readonly linesPerColumn: number
  readonly columns: number
  /** Distance between the heads of neighbouring lines: character size + line gap. */
  readonly linePitch: Pt
  readonly columnGap: Pt
  /** Weight of the rule between columns; 0 for none. */
  readonly columnRule: Pt
  /** 订口: from the spine to the type area. The outer margin takes the rest. */
  readonly innerMargin: Pt
  /** 天头: from the head trim to the type area. The foot takes the rest. */
  readonly headMargin: Pt
}

/** The files of one face; a weight that is absent has none of the customer's. */
export interface FaceFiles {
  readonly regular?: FaceFile
  readonly bold?: FaceFile
}

export interface FaceFile {
  /** Seen from where the user stands; it may end in `#` and a member of a collection. */
  readonly path: string
  /** Where a layout names it. */
  readonly span: Span
}

/** How lines are made. */
export interface Composition {
  /**
   * Where marks stand in their cells and what may be taken from them (CLREQ 5.1, 6.3.2.1): `mainland` at the corner or
   * half, quotation marks “ ” (in vertical lines ﹃ ﹄); `taiwan`, which stands for Hong Kong too, in the middle, 「 」.
   */
  readonly region: 'mainland' | 'taiwan'
  /**
   * 标点风格, after the xeCJK manual: `quanjiao` 全角式 is the house style; `kaiming` 开明式 keeps the blank of 。？！ alone;
   * `banjiao` 半角式 none; `hangmobanjiao` 行末半角式 keeps all but at the line end.
   */
  readonly punctuation: 'quanjiao' | 'kaiming' | 'banjiao' | 'hangmobanjiao'
  /** Width of two neighbouring marks together: 1, 1½ (CLREQ 6.3.2.2) or 2 em, which squeezes nothing. */
  readonly adjacentMarks: Em
  /** The blank of a mark at the line end and of an opening mark at the line head goes (`half`) or stays (`full`). */
  readonly lineEndMarks: 'half' | 'full'
  readonly lineStartMarks: 'half' | 'full'
  /** 标点悬挂: a pause or stop mark at the line end stands beyond it (CLREQ 6.1.3). */
  readonly hanging: boolean
  /** 句号: `ring` 。, or `point` ．in matter of science (CLREQ 5.1.1.1); the text stays as written. */
  readonly fullStop: 'ring' | 'point'
  /**
   * `spread`: slack goes where CLREQ 6.2.2 lets it; `grid`: every Han on a cell, slack taken by Western text and digits
   * alone (6.2.4).
   */
  readonly justification: 'spread' | 'grid'
  /** 先挤进后推出 (`squeeze-first`), or push out alone (`stretch-only`). */
  readonly adjustment: 'squeeze-first' | 'stretch-only'
  /** Whether Western words may be parted with a hyphen, by the patterns of their language. */
  readonly hyphenation: 'none' | 'words'
  /** 禁则 level (CLREQ 6.1.1). */
  readonly banLevel: 'none' | 'basic' | 'gb' | 'strict'
  /** Space between Han and Western text or digits: 0 to 1/2 em (CLREQ 6.3.3). */
  readonly hanWesternGap: Em
  /** Digits in vertical text (GB/T 15835 5.1.7.3): lying, 2 to 3 of them combined upright (纵中横), or as Hanzi. */
  readonly digits: 'rotate' | 'combine' | 'hanzi'
  /** `proportional`: as the font has them; `half`: each in half an em (二分字身, GB/T 15835 5.1.7.1). */
  readonly digitWidth: 'proportional' | 'half'
  /** First-line indent. */
  readonly indent: Em
  /** Space added after 】: 0, 1/2 or 1 em. */
  readonly headingGap: Em
  /** 孤字: fewest characters, marks not counted, that a last line may hold. */
  readonly minCharsOnLastLine: number
  /** 孤行: fewest lines of a paragraph at a column's foot and head. */
  readonly minLinesAtColumnFoot: number
  readonly minLinesAtColumnHead: number
  /** Stretch of one gap above which a line is reported as loose. */
  readonly looseLimit: Em
}

/** A displayed title. */
export interface TitleStyle {
  /** Across all columns, or in one. */
  readonly span: 'all' | 'column'
  /** Whole lines of the grid it takes (占行). */
  readonly lines: number
  readonly text: TextStyle
  /** 疏排: space between its characters. */
  readonly letterSpacing: Em
  readonly align: 'center' | 'start'
  /** With `align: start`: how far from the line head, as a share of the line length, 0 to 1. */
  readonly startShare: number
  /** Rule at its head: a strong rule, a strong rule with a hairline inside, a hairline (when text precedes), none. */
  readonly ruleBefore: TitleRule
  readonly ruleAfter: TitleRule
}

export type TitleRule = 'none' | 'hairline' | 'strong' | 'strong-hairline'

/** What a running head (书眉) says. */
export type RunningHeadText = 'book' | 'part' | 'chapter' | 'none'

export interface RunningHead {
  readonly text: TextStyle
  /** Even and odd folios (QC 55: even the higher level, odd the lower). */
  readonly even: RunningHeadText
  readonly odd: RunningHeadText
  /** From the rule under the head to the type area. */
  readonly gap: Pt
  /** Weight of that rule; 0 for none. */
  readonly rule: Pt
}

export interface Folio {
  readonly text: TextStyle
  /** Where pages with a running head carry it, and where opening pages do (`none`: 暗码). */
  readonly place: 'head' | 'foot' | 'none'
  readonly openingPlace: 'foot' | 'none'
  readonly openingText: TextStyle
  /** From the type area to the folio's baseline at the foot. */
  readonly footGap: Pt
}

/** 书口标签: a block at the fore-edge with the part's title, stepped down part by part. */
export interface ThumbTab {
  readonly width: Pt
  readonly height: Pt
  readonly text: TextStyle
  /** Grey of the block, 0 white to 1 black. */
  readonly tint: number
  /** From the head trim to the first tab, and how many steps down before it begins again. */
  readonly top: Pt
  readonly steps: number
}
