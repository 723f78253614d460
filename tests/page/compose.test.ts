// What becomes of each text of a book: nothing is lost, and everything knows where it stands in the manuscript.

import { describe, expect, it } from 'vitest'
import { TypeCase } from '../../src/font/index.ts'
import type { FlowBlock } from '../../src/page/flow.ts'
import { composeBook, Styles } from '../../src/page/index.ts'
import { spanInSource } from '../../src/paragraph/index.ts'
import type { Chapter } from '../../src/source/index.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT, setChapter, textOf, type Whole } from '../support/wholes.ts'

const textOfMarks = (yaml: string, layout = CHAPTER_LAYOUT): string => {
  const { setting } = setChapter(yaml, layoutOf(layout))
  return setting.pages.map(({ marks }) => textOf(marks)).join('')
}

const INVISIBLE = '"\\u200d\\ufeff\\u200b"'
const CREDITS = 'credits: [{ role: 供稿, names: [刘英杰] }]'

describe('an entry without text', () => {
  it('prints its run-in heading, and its credits with those of the chapter', () => {
    const own = `title: 甲\nsections:\n  - { heading: 乙, body: '', ${CREDITS} }\n`
    expect(textOfMarks(own)).toBe('甲【乙】（刘英杰供稿）')
    const chapters = `title: 甲\nsections:\n  - { heading: 乙 }\ncredits: [{ role: 撰稿, names: [张三] }]\n`
    expect(textOfMarks(chapters)).toBe('甲【乙】（张三撰稿）')
  })

  it('prints its heading on a line of its own, and the credits below it', () => {
    const yaml = `title: 甲\nsections:\n  - { heading: 乙, form: line, ${CREDITS} }\n`
    expect(textOfMarks(yaml)).toBe('甲乙（刘英杰供稿）')
  })

  it('is a landmark all the same', () => {
    const { landmarks } = setChapter('title: 甲\nsections:\n  - { heading: 乙 }\n').setting
    expect(landmarks.map(({ level, title }) => `${level} ${title}`)).toEqual(['chapter 甲', 'entry 乙'])
  })
})

describe('a paragraph of characters that print nothing', () => {
  it('takes no line, wherever it stands', () => {
    const body = (items: string): string => `title: 甲\nsections:\n  - { heading: 乙, body: [${items}] }\n`
    expect(textOfMarks(body(`丙, ${INVISIBLE}, 丁`))).toBe('甲【乙】丙丁')
    expect(textOfMarks(body(`${INVISIBLE}, 丁`))).toBe('甲【乙】丁')
    expect(textOfMarks(body(`丙, ${INVISIBLE}`))).toBe('甲【乙】丙')
  })

  it('loses neither the heading before nor the credits after it', () => {
    const yaml = `title: 甲\nsections:\n  - { heading: 乙, body: ${INVISIBLE}, ${CREDITS} }\n`
    expect(textOfMarks(yaml)).toBe('甲【乙】（刘英杰供稿）')
  })

  it('may be the last of the book, or all of it', () => {
    expect(textOfMarks(`title: 甲\nsections:\n  - body: ${INVISIBLE}\n`)).toBe('甲')
  })
})

describe('the flow', () => {
  const flowOf = (yaml: string, edit = (chapter: Chapter): Chapter => chapter): readonly FlowBlock[] => {
    const book = bookOf({ 'chapter.yaml': yaml })
    const parts = book.parts.map((part) => ({ ...part, chapters: part.chapters.map(edit) }))
    const styles = new Styles(layoutOf(CHAPTER_LAYOUT), shippedFonts, new TypeCase())
    return composeBook({ ...book, parts }, styles).value.flow
  }
  const rowsIn = (flow: readonly FlowBlock[]): readonly number[] =>
    flow.flatMap((block) => (block.kind === 'rows' ? [block.rows.length] : []))

  it('has no block without rows', () => {
    expect(rowsIn(flowOf(`title: 甲\nsections:\n  - { body: [丙, ${INVISIBLE}] }\n`))).toEqual([1])
  })

  it('has the credits of a chapter without entries', () => {
    const yaml = `title: 甲\nsections:\n  - body: 乙\n${CREDITS}\n`
    expect(rowsIn(flowOf(yaml, (chapter) => ({ ...chapter, entries: [] })))).toEqual([1])
  })
})

/** The manuscript's text at each glyph of the printed text. */
function originsOf({ setting, files }: Whole, printed: string): readonly string[] {
  const all = setting.pages.flatMap(({ marks }) => marks)
  const mark = all.find((m) => m.kind === 'glyphs' && m.paragraph.stream.text === printed)
  if (mark?.kind !== 'glyphs') throw new Error(`not printed: ${printed}`)
  const { stream } = mark.paragraph
  return [...printed].map((_, i) => {
    const span = spanInSource(stream, i, i + 1)
    return span ? (files[span.file]?.slice(span.start) ?? '') : ''
  })
}

describe('credits in the manuscript', () => {
  const LIST = '[{ role: 撰稿, names: [张三, 李四] }, { role: 审稿, names: [王五] }]'
  const whole = setChapter(`title: 甲\nsections:\n  - body: 乙\ncredits: ${LIST}\n`)

  it('are found at the credit that each character belongs to, and never behind it', () => {
    const origins = originsOf(whole, '（撰稿：张三、李四　审稿：王五）')
    const second = '（撰稿：张三、李四　'.length
    for (const [i, origin] of origins.entries()) {
      expect(origin.startsWith(i < second ? '{ role: 撰稿' : '{ role: 审稿'), `${i}: ${origin}`).toBe(true)
    }
  })
})

describe('digits as Hanzi', () => {
  const YAML =
    'title: 2003年大事\nsections:\n  - { heading: 第2条, body: 共3人。, credits: [{ printed: 3人供稿, names: [] }] }\n'

  it('are printed in titles, headings, text and credits of vertical books alone', () => {
    const hanzi = `${CHAPTER_LAYOUT}composition: { digits: hanzi }\n`
    const vertical = `${hanzi}direction: vertical\nbinding: right\n`
    expect(textOfMarks(YAML, vertical)).toBe('二〇〇三年大事【第二条】共三人。（三人供稿）')
    expect(textOfMarks(YAML, hanzi)).toBe('2003年大事【第2条】共3人。（3人供稿）')
  })
})
