// Whether a layout can be set. In: a layout with all its lengths. Out: diagnostics that say by how much it fails, at the
// value that this file gave. Bounds of single values are kept where the values are read.

import { fits, type Pt, pt, type Text } from '../core/index.ts'
import type { Layout, TitleStyle } from './layout.ts'
import type { Faults, Path } from './layout-faults.ts'

/** Reports what does not go together. Values that could not be read (NaN) pass. */
export function checkLimits(layout: Layout, faults: Faults): void {
  checkPage(layout, faults)
  checkPitch(layout, faults)
  checkTitles(layout, faults)
  checkParagraphs(layout, faults)
  checkMargins(layout, faults)
}

/** The type area in the axes of the text, in points: along the lines and across them. */
export function extentOf({ typeArea }: Pick<Layout, 'typeArea'>): {
  readonly inline: Pt
  readonly block: Pt
} {
  const { charSize, charsPerLine, columns, columnGap, linesPerColumn, linePitch } = typeArea
  return {
    inline: pt(columns * charsPerLine * charSize + (columns - 1) * columnGap),
    block: pt((linesPerColumn - 1) * linePitch + charSize),
  }
}

/** Whether `needed` is known not to go into `room`. */
const exceeds = (needed: number, room: number): boolean => needed > room && !fits(needed, room)

const area = (key: string): Path => ['type-area', key]

const INLINE: readonly Path[] = [area('characters'), area('columns'), area('column-gap')]
const BLOCK: readonly Path[] = [area('lines'), area('line-pitch'), area('line-gap')]

function checkPage(layout: Layout, faults: Faults): void {
  const { inline, block } = extentOf(layout)
  const vertical = layout.direction === 'vertical'
  const { innerMargin, headMargin } = layout.typeArea
  const tooFar = [
    beyondPage('inner-margin', innerMargin, layout.trim.width, faults),
    beyondPage('head-margin', headMargin, layout.trim.height, faults),
  ]
  if (tooFar.includes(true)) return
  const wide = innerMargin + (vertical ? block : inline) - layout.trim.width
  const high = headMargin + (vertical ? inline : block) - layout.trim.height
  const common = [area('size'), ['trim']]
  if (exceeds(wide, 0))
    faults.impossible([...(vertical ? BLOCK : INLINE), area('inner-margin'), ...common], tooWide(wide))
  if (exceeds(high, 0))
    faults.impossible([...(vertical ? INLINE : BLOCK), area('head-margin'), ...common], tooHigh(high))
}

/** Whether a margin alone is larger than the page, which is then all there is to say. */
function beyondPage(key: string, margin: Pt, side: Pt, faults: Faults): boolean {
  if (!exceeds(margin, side)) return false
  const range = `0 to ${measured(side)}`
  faults.impossible([area(key), ['trim']], {
    en: `\`${key}\` must be ${range}, the size of the page`,
    zh: `\`${key}\` 应当在 ${range.replace('to', '到')} 之间，不超过成品尺寸`,
  })
  return true
}

const measured = (points: number): string => `${round(points * (25.4 / 72))} mm (${round(points)} pt)`
const round = (n: number): string => n.toFixed(2).replace(/\.?0+$/, '')

const tooWide = (excess: number): Text => ({
  en: `the type area with its inner margin is ${measured(excess)} wider than the page`,
  zh: `版心加订口比页宽多出 ${measured(excess)}`,
})
const tooHigh = (excess: number): Text => ({
  en: `the type area with its head margin is ${measured(excess)} higher than the page`,
  zh: `版心加天头比页高多出 ${measured(excess)}`,
})

function checkPitch({ typeArea, styles }: Layout, faults: Faults): void {
  const { charSize, linePitch } = typeArea
  if (exceeds(charSize, linePitch))
    faults.impossible([area('line-pitch'), area('line-gap'), area('size')], {
      en: `the line pitch ${round(linePitch)} pt is smaller than the characters, ${round(charSize)} pt: lines would overlap`,
      zh: `行距 ${round(linePitch)} pt 小于字号 ${round(charSize)} pt，行会重叠`,
    })
  if (isOther(styles.body.size, charSize))
    faults.impossible([['styles', 'body', 'size'], area('size')], {
      en: `the body is ${round(styles.body.size)} pt on a grid of ${round(charSize)} pt characters`,
      zh: `正文 ${round(styles.body.size)} pt，而版心按 ${round(charSize)} pt 计算`,
    })
}

const isOther = (a: Pt, b: Pt): boolean => Math.abs(a - b) > 1e-6

function checkTitles(layout: Layout, faults: Faults): void {
  const titles: readonly (readonly [Path, TitleStyle])[] = [
    [['part'], layout.part],
    [['chapter', 'opening'], layout.chapter.opening],
    [['chapter', 'in-column'], layout.chapter.inColumn],
  ]
  const { linesPerColumn, linePitch } = layout.typeArea
  const lines = (path: Path, taken: number, size: Pt): void => {
    if (taken >= linesPerColumn) faults.impossible([path, area('lines')], noRoom(taken, linesPerColumn))
    if (exceeds(size, taken * linePitch)) faults.impossible([path], tooSmall(size, taken * linePitch))
  }
  for (const [path, title] of titles) lines([...path, 'lines'], title.lines, title.text.size)
  lines(['subheading-lines'], layout.subheadingLines, layout.styles.subheading.size)
}

const noRoom = (taken: number, lines: number): Text => ({
  en: `a title of ${taken} lines leaves no room for text in a column of ${lines}`,
  zh: `标题占 ${taken} 行，而每栏只有 ${lines} 行，排不下正文`,
})
const tooSmall = (size: number, room: number): Text => ({
  en: `a title of ${round(size)} pt does not go into ${round(room)} pt of lines`,
  zh: `标题字号 ${round(size)} pt，所占的行高只有 ${round(room)} pt`,
})

/** Fewest characters that a line holds beside its indent. */
const LEAST_LINE = 4
const USUAL_INDENT = 2

function checkParagraphs({ composition, typeArea }: Layout, faults: Faults): void {
  const { charsPerLine, linesPerColumn } = typeArea
  const within = (key: string, wanted: number, room: number, of: string): void => {
    const text = {
      en: `\`${key}\` asks for more than ${room} ${of}`,
      zh: `\`${key}\` 超过了 \`${of}\` 的 ${room}`,
    }
    if (wanted > room) faults.impossible([['composition', key], area(of)], text)
  }
  checkIndent(composition.indent, charsPerLine, faults)
  within('min-chars-on-last-line', composition.minCharsOnLastLine, charsPerLine, 'characters')
  within('min-lines-at-column-foot', composition.minLinesAtColumnFoot, linesPerColumn, 'lines')
  within('min-lines-at-column-head', composition.minLinesAtColumnHead, linesPerColumn, 'lines')
}

/** A line must hold some characters after its indent; columns too narrow for that may have the usual one. */
function checkIndent(indent: number, charsPerLine: number, faults: Faults): void {
  const most = Math.max(charsPerLine - LEAST_LINE, Math.min(USUAL_INDENT, charsPerLine - 1))
  if (!exceeds(indent, most)) return
  const message = {
    en: `\`indent\` takes ${round(indent)} of the ${charsPerLine} characters of a line`,
    zh: `每行 ${charsPerLine} 字，\`indent\` 就占了 ${round(indent)} 字`,
  }
  const hint = { en: `it is ${most}em at most here`, zh: `这里最多 ${most}em` }
  faults.impossible([['composition', 'indent'], area('characters')], message, hint)
}

/** Heads, folios and tabs must stay on the page. */
function checkMargins(layout: Layout, faults: Faults): void {
  const { runningHead, folio, thumbTab, trim, typeArea } = layout
  const { inline, block } = extentOf(layout)
  const foot = trim.height - typeArea.headMargin - (layout.direction === 'vertical' ? inline : block)
  const within = (paths: readonly Path[], needed: number, room: number, name: Text): void => {
    if (room < 0 || !exceeds(needed, room)) return
    faults.impossible(paths, {
      en: `the ${name.en} needs ${measured(needed)}, but there are ${measured(room)}`,
      zh: `${name.zh}需要 ${measured(needed)}，而只有 ${measured(room)}`,
    })
  }
  const head = runningHead.gap + runningHead.rule + runningHead.text.size
  within([['running-head', 'gap'], area('head-margin')], head, typeArea.headMargin, {
    en: 'running head',
    zh: '书眉',
  })
  within([['folio', 'foot-gap'], area('lines'), ['trim']], folio.footGap, foot, {
    en: 'folio',
    zh: '地脚页码',
  })
  if (thumbTab === undefined) return
  const tabs = thumbTab.top + thumbTab.steps * thumbTab.height
  within([['thumb-tab', 'steps'], ['thumb-tab', 'height'], ['trim']], tabs, trim.height, {
    en: 'row of thumb tabs',
    zh: '书口标签',
  })
}
