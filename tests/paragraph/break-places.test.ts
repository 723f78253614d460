import { describe, expect, it } from 'vitest'
import type { ParagraphOptions } from '../../src/paragraph/index.ts'
import { itemsOf } from '../support/paragraphs.ts'

/** Whether a line may end before a unit of the text; what lies inside a box is never parted. */
function mayBreak(text: string, at: number, options: Partial<ParagraphOptions> = {}): boolean {
  const items = itemsOf(text, options)
  const k = items.start.indexOf(at)
  return k > 0 && k < items.count && Number.isFinite(items.breakCost[k - 1] ?? 0)
}

/** The text with `|` where a line may end. */
function parted(text: string, options: Partial<ParagraphOptions> = {}): string {
  let out = ''
  for (let i = 0; i < text.length; i++) out += (mayBreak(text, i, options) ? '|' : '') + text[i]
  return out
}

/** The columns of typography.md 2.4, each with the texts that stand for it. */
const SAMPLES = {
  IDEO: ['国', '〇'],
  OPEN: ['（', '“', '【'],
  CLOSE: ['）', '”', '】', '。', '，', '：', '；', '！', '？'],
  JOIN: ['·', '～', '–', '／'],
  DASH: ['——', '……'],
  DIGIT: ['12'],
  LATIN: ['ab'],
} as const
type Column = keyof typeof SAMPLES

/** × no break, · break; read against the sample of the row, columns in the order of SAMPLES. */
const TABLE: readonly (readonly [row: string, left: readonly string[], marks: string])[] = [
  ['IDEO', SAMPLES.IDEO, '· · × × · · ·'],
  ['OPEN', SAMPLES.OPEN, '× × × × × × ×'],
  ['CLOSE/STOP/PAUSE/EXCL', SAMPLES.CLOSE, '· · × × · · ·'],
  ['MIDDOT', ['·'], '· · × × · · ·'],
  ['CONN', ['～', '–'], '· · × × · · ·'],
  ['SLASH', ['／'], '× × × × × × ×'],
  ['DASH/ELL', SAMPLES.DASH, '· · × × · · ·'],
  ['DIGIT', SAMPLES.DIGIT, '· · × × · × ×'],
  ['LATIN', SAMPLES.LATIN, '· · × × · × ×'],
]

describe.each(['horizontal', 'vertical'] as const)(
  'break decisions between neighbours, %s (typography.md 2.4)',
  (direction) => {
    const pairs = TABLE.flatMap(([row, lefts, marks]) =>
      (Object.entries(SAMPLES) as [Column, readonly string[]][]).flatMap(([column, rights], i) =>
        lefts.flatMap((left) =>
          rights
            .filter((right) => right !== left || !SAMPLES.DASH.some((mark) => mark === left))
            .map((right) => ({ row, column, left, right, allowed: marks.split(' ')[i] === '·' })),
        ),
      ),
    )

    it('reads the table', () => expect(pairs.length).toBeGreaterThan(300))

    it.each(TABLE.map(([row]) => row))('after %s', (row) => {
      for (const { left, right, allowed } of pairs.filter((pair) => pair.row === row)) {
        const text = `国${left}${right}国`
        expect(mayBreak(text, 1 + left.length, { direction }), text).toBe(allowed)
      }
    })

    /** Between two of a kind CLREQ allows a break and the table does not: neither is asked for here. */
    it('never inside —— and ……, nor between the two of a pair of pairs', () => {
      expect(parted('国——国', { direction })).toBe('国|——|国')
      expect(parted('国……国', { direction })).toBe('国|……|国')
      expect(parted('国…………国', { direction })).toMatch(/^国\|……\|?……\|国$/)
      expect(parted('国————国', { direction })).toMatch(/^国\|——\|?——\|国$/)
      expect(parted('国⸺国', { direction })).toBe('国|⸺|国')
      expect(parted('国⋯⋯国', { direction })).toBe('国|⋯⋯|国')
    })

    it('keeps a single — from the line start: it joins (15834 5.1.6)', () => {
      expect(parted('上海—北京', { direction })).toBe('上|海—|北|京')
      expect(parted('2001—2005年', { direction })).toBe('2001—|2005|年')
    })

    it('keeps 5·31 whole, as one term with its dot (15835 5.1.6)', () => {
      expect(parted('“5·31”讲话', { direction })).toBe('“5·31”|讲|话')
      expect(parted('国·12', { direction })).toBe('国·|12')
    })

    it('keeps names of foreigners breakable after their dot only (15834 5.1.7)', () => {
      expect(parted('卡尔·马克思', { direction })).toBe('卡|尔·|马|克|思')
    })

    it('keeps marks in a row together: 。』」 and （《', () => {
      expect(parted('国。』」国', { direction })).toBe('国。』」|国')
      expect(parted('国（《国》）国', { direction })).toBe('国|（《国》）|国')
    })
  },
)

describe('numbers and Western words (GB/T 15835-2011, QC 40)', () => {
  it.each([
    ['计113.7万元', '计|113.7|万|元'],
    ['占63%以上', '占|63%|以|上'],
    ['共1,234.5吨', '共|1,234.5|吨'],
    ['约3/4的人', '约|3/4|的|人'],
    ['高25℃左右', '高|25℃|左|右'],
    ['电量kW·h计', '电|量|kW·h|计'],
    ['推广CAD/CAM技术', '推|广|CAD/CAM|技|术'],
    ['型号BCD-188型', '型|号|BCD-188|型'],
    ['于2008-08-08开幕', '于|2008-08-08|开|幕'],
    ['共¥100元', '共|¥100|元'],
    ['零下-5℃时', '零|下|-5℃|时'],
    ['15:40开始', '15:40|开|始'],
    ['it’s说', 'it’s|说'],
  ])('%s', (text, expected) => expect(parted(text)).toBe(expected))

  it('keeps a unit with its number across the space, and parts other words at theirs', () => {
    expect(parted('长12 km的')).toBe('长|12 km|的')
    expect(parted('Open Source')).toBe('Open |Source')
    expect(parted('共12 items')).toBe('共|12 |items')
  })

  it('prefers to keep 万 and 亿 with their number', () => {
    const items = itemsOf('共12万')
    expect(items.breakCost[1]).toBeGreaterThan(items.breakCost[0] ?? 0)
  })

  it('parts addresses after / and before . ? & # @', () => {
    const text = 'http://www.wf.gov.cn/a/b.html?x=1&y=2'
    const shown = parted(`见${text}。`)
    expect(shown.replaceAll('|', '')).toBe(`见${text}。`)
    expect(shown).toContain('|.gov')
    expect(shown).toContain('cn/|a/|b')
    expect(shown).toContain('|?')
    expect(shown).toContain('|&')
    expect(shown).not.toMatch(/[?&.]\|/)
    expect(shown).not.toContain(':|//')
    expect(shown).not.toContain('|。')
  })

  it('parts hyphenated words after the hyphen, single letters not', () => {
    expect(parted('state-of-the-art')).toBe('state-|of-|the-|art')
    expect(parted('e-mail')).toBe('e-mail')
  })
})

describe('levels of bans reach the breaker', () => {
  it.each([
    ['none', '国|，|国|（|国|）|国|／|国|——|国'],
    ['basic', '国，|国|（国）|国／|国|——|国'],
    ['gb', '国，|国|（国）|国／国|——|国'],
    ['strict', '国，|国|（国）|国／国——|国'],
  ] as const)('%s', (banLevel, expected) => {
    expect(parted(expected.replaceAll('|', ''), { banLevel })).toBe(expected)
  })
})
