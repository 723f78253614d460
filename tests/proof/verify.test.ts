import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { countCharacters } from '../../src/build.ts'
import {
  type CheckId,
  type CheckStatus,
  formatReport,
  isProven,
  type VerifyReport,
  verifyPdf,
} from '../../src/proof/index.ts'
import { inPages, type SampleOptions, sampleBook, sampleLines, samplePdf } from '../support/sample-pdf.ts'

const TITLE = '市直机关党的工作'
const OUTLINE = [TITLE, '理论武装工作', '机关作风建设']
const BOOK = sampleBook(TITLE, [
  {
    heading: '理论武装工作',
    paragraphs: [
      '2002年，市直机关各部门继续把加强机关党的思想政治建设摆在重要位置，把理论武装工作作为党建工作的首要任务。',
      '通过学习，广大党员干部对“三个代表”重要思想 Open Source 的丰富内涵有了更加清醒的认识。',
    ],
  },
  { heading: '机关作风建设', paragraphs: ['首批参与“为民服务联动”的23个部门组建起了2160多人的专业队伍。'] },
])
const LINES = sampleLines(BOOK, 20)
const linesWith = (from: string, to: string): string[] => sampleLines(BOOK, 20, (t) => t.replace(from, to))

const make = (lines: readonly string[], options: SampleOptions = {}): Promise<Uint8Array> =>
  samplePdf(inPages(TITLE, lines, 5), { outline: OUTLINE, ...options })

const check = (report: VerifyReport, id: CheckId) => {
  const found = report.checks.find((c) => c.id === id)
  if (!found) throw new Error(`no check ${id}`)
  return found
}

const statuses = (report: VerifyReport, status: CheckStatus): CheckId[] =>
  report.checks.filter((c) => c.status === status).map((c) => c.id)

describe('a good PDF', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await make(LINES)
  })

  it('is proven in every check, and its bytes are left alone', async () => {
    const size = pdf.length
    const report = await verifyPdf(pdf, BOOK)
    expect(statuses(report, 'failed')).toEqual([])
    expect(isProven(report)).toBe(true)
    expect(pdf).toHaveLength(size)
  })

  it('says not run, not passed, of what needs a manuscript', async () => {
    const report = await verifyPdf(pdf)
    expect(statuses(report, 'not-run')).toEqual(['text', 'artifacts', 'outline', 'page-labels'])
    expect(isProven(report)).toBe(false)
  })

  it('prints a report in both languages', async () => {
    const report = await verifyPdf(pdf, BOOK)
    expect(formatReport(report, 'zh')).toContain('共15项：通过15，不通过0，未执行0')
    expect(formatReport(report, 'en')).toContain('passed   the file opens: 3 pages')
  })

  it('speaks of one page as of one', async () => {
    const one = sampleBook('体育', [{ paragraphs: ['全区有体育场馆36处。'] }])
    const lines = sampleLines(one, 20)
    const report = await verifyPdf(
      await samplePdf(inPages('体育', lines, 9), { outline: ['体育'], info: { Title: '体育' } }),
      one,
    )
    const text = formatReport(report, 'en')
    expect(text).not.toMatch(/\b1 (?:pages|entries|fonts|characters|checks)|1 to 1/)
    expect(text).toContain('the file opens: 1 page\n')
    expect(text).toContain(`${countCharacters(one)} characters of the manuscript agree with 1 page\n`)
    expect(text).toMatch(/page labels: page 1$/m)
  })
})

describe('the text', () => {
  const textOf = async (lines: readonly string[], options: SampleOptions = {}) => {
    const report = await verifyPdf(await make(lines, options), BOOK)
    return { report, text: check(report, 'text') }
  }

  it('finds a lost character, with page and place in the manuscript', async () => {
    const lines = linesWith('专业队伍', '专业队')
    const { report, text } = await textOf(lines)
    expect(statuses(report, 'failed')).toEqual(['text'])
    expect(text.findings).toHaveLength(1)
    expect(text.findings[0]).toMatchObject({ difference: 'missing', page: 3 })
    const span = text.findings[0]?.span
    const whole = BOOK.parts[0]?.chapters[0]?.entries[1]?.body[0]?.text
    expect(span).toEqual(whole?.spanOf(whole.text.indexOf('伍'), whole.text.indexOf('伍') + 1))
  })

  it('finds an added and a changed character', async () => {
    const added = await textOf(linesWith('重要位置', '重要的位置'))
    expect(added.text.findings.map((f) => f.difference)).toEqual(['added'])
    const changed = await textOf(linesWith('首批', '首枇'))
    expect(changed.text.findings.map((f) => f.difference)).toEqual(['changed'])
    expect(changed.text.findings[0]?.message.zh).toContain('〔批〕')
  })

  it('finds swapped lines as moved', async () => {
    const [a = '', b = '', c = '', ...rest] = LINES
    const { text } = await textOf([a, c, b, ...rest])
    expect(text.findings.map((f) => f.difference)).toEqual(['moved'])
  })

  it('finds a lost space between Western words, and a line end may stand for it', async () => {
    const lost = await textOf(linesWith('Open Source', 'OpenSource'))
    expect(lost.text.findings.map((f) => f.difference)).toEqual(['missing'])
    const broken = LINES.flatMap((line) => line.split(/(?<=Open) (?=Source)/))
    expect(broken.length).toBe(LINES.length + 1)
    expect((await textOf(broken)).text.status).toBe('passed')
  })

  it('finds text outside the manuscript hidden in an artifact', async () => {
    const pages = inPages(`${TITLE}另有`, LINES, 5)
    const report = await verifyPdf(await samplePdf(pages, { outline: OUTLINE }), BOOK)
    expect(statuses(report, 'failed')).toEqual(['artifacts'])
  })

  it('expects Hanzi where the XMP says that digits were converted', async () => {
    const hanzi = sampleLines(BOOK, 20, (text) =>
      text.replace('2002', '二〇〇二').replace('23', '二十三').replace('2160', '二千一百六十'),
    )
    const xmp = '<banxin:digits>hanzi</banxin:digits>'
    expect((await textOf(hanzi, { xmp })).text.findings).toEqual([])
    expect((await textOf(hanzi)).text.status).toBe('failed')
    const wrong = hanzi.map((line) => line.replace('二千', '三千'))
    const { text } = await textOf(wrong, { xmp })
    const source = BOOK.parts[0]?.chapters[0]?.entries[1]?.body[0]?.text
    const at = source?.text.indexOf('2160') ?? 0
    expect(text.findings[0]?.span).toEqual(source?.spanOf(at, at + 1))
  })
})

describe('readers from outside', () => {
  const read = async (text: string | undefined) => {
    const reader = { name: 'pdftotext', read: async () => text }
    const report = await verifyPdf(await make(LINES), BOOK, { path: 'a.pdf', externalReaders: [reader] })
    return check(report, 'reader-pdftotext')
  }
  const pages = inPages(TITLE, LINES, 5).map(
    ({ head, lines }, i) => `${head} ${i + 1}\n\n${lines.join('\n')}\n\f`,
  )

  it('agree once the artifacts are taken away', async () => {
    expect((await read(pages.join(''))).findings).toEqual([])
    expect((await read(pages.join(''))).status).toBe('passed')
  })

  it('are compared by the same rule, artifact by artifact', async () => {
    expect((await read(pages.join('').replace('为民服务', '为民'))).status).toBe('failed')
    expect((await read(pages.join('').replace('\n（刘', `\n${TITLE}\n（刘`))).status).toBe('failed')
  })

  it('are not run where they are not at hand', async () => {
    expect((await read(undefined)).status).toBe('not-run')
  })
})

describe('faults of the file', () => {
  const failing = async (options: SampleOptions, lines = LINES): Promise<CheckId[]> =>
    statuses(await verifyPdf(await make(lines, options), BOOK), 'failed')

  it('names a file that is no PDF, torn, encrypted or empty, and runs nothing else', async () => {
    const good = await make(LINES)
    const encrypted = await make(LINES, { pdf: { userPassword: 'a', ownerPassword: 'b' } })
    const owned = await make(LINES, { pdf: { ownerPassword: 'b' } })
    const files: [Uint8Array, string][] = [
      [new TextEncoder().encode('title: 市直机关'), 'not a PDF'],
      [new Uint8Array(0), 'empty'],
      [good.slice(0, good.length - 700), 'truncated'],
      [encrypted, 'encrypted'],
      [owned, 'encrypted'],
    ]
    for (const [bytes, word] of files) {
      const report = await verifyPdf(bytes, BOOK)
      expect(check(report, 'opens').detail.en).toContain(word)
      expect(statuses(report, 'passed')).toEqual([])
      expect(statuses(report, 'failed')).toEqual(['opens'])
    }
  })

  it('never throws at a file with a hole in it', async () => {
    const good = await make(LINES)
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 400), fc.integer({ min: 1, max: 400 }), async (start, length) => {
        const holed = good.slice().fill(0x5b, start, start + length)
        expect((await verifyPdf(holed, BOOK)).checks.length).toBeGreaterThanOrEqual(15)
      }),
      { numRuns: 60 },
    )
  })

  it('finds black made of red, green and blue', async () => {
    expect(await failing({ colour: 'black' })).toEqual(['colour'])
  })

  it('finds a font that is not embedded', async () => {
    const report = await verifyPdf(await make(['Helvetica'], { font: 'Helvetica' }), BOOK)
    expect(check(report, 'fonts').findings[0]?.message.en).toContain('not embedded')
  })

  it('finds a font whose data are broken', async () => {
    const pdf = Buffer.from(await make(LINES))
    // The only long stream is the font's.
    const program = pdf.toString('latin1').search(/\/Length \d{5,}/)
    const report = await verifyPdf(new Uint8Array(pdf.fill(0, program + 200, program + 210)), BOOK)
    expect(check(report, 'fonts').findings.map((f) => f.message.en)).toEqual([
      expect.stringContaining('its data are broken'),
    ])
  })

  it('finds missing glyphs and private-use characters', async () => {
    const report = await verifyPdf(await make([...LINES, '\u{E123}']), BOOK)
    const said = check(report, 'characters').findings.map((f) => f.message.en)
    expect(said).toEqual(['U+0000 in the text', 'shows .notdef, a missing glyph'])
  })

  it('tells what stands after the end from a file cut short', async () => {
    const pdf = await make(LINES)
    const opens = async (bytes: Uint8Array): Promise<string> =>
      check(await verifyPdf(bytes), 'opens').detail.en
    const ending = (text: string): Uint8Array => Buffer.concat([pdf, Buffer.from(text)])
    expect(await opens(ending('junk'))).toBe(
      '4 bytes after the end (`%%EOF`): something was added to the file',
    )
    expect(await opens(ending('x'.repeat(5000)))).toContain('5000 bytes after the end')
    expect(await opens(ending(' \n\n'))).toBe('3 pages')
    expect(await opens(ending('9 0 obj\n<< /A 1'))).toContain('truncated')
    expect(await opens(pdf.slice(0, -30))).toContain('truncated')
  })

  it('finds pages without boxes, boxes that stick out, and a page of another size', async () => {
    expect(await failing({ boxes: false })).toEqual(['boxes'])
    const stray: SampleOptions['onPage'] = (page, number) => {
      if (number === 2) Object.assign(page.dictionary.data, { TrimBox: [10, 10, 450, 585] })
    }
    const report = await verifyPdf(await make(LINES, { onPage: stray }), BOOK)
    expect(check(report, 'boxes').findings.map((f) => [f.page, f.message.en])).toEqual([
      [2, 'TrimBox sticks out of BleedBox'],
      [2, 'trims to 440.0 × 575.0 pt, page 1 to 400.0 × 575.0'],
    ])
  })

  it('finds an old version, no language, and a wrong title', async () => {
    const report = await verifyPdf(
      await make(LINES, { pdf: { pdfVersion: '1.4', lang: undefined }, info: { Title: '别的书' } }),
      BOOK,
    )
    expect(check(report, 'metadata').findings).toHaveLength(3)
  })

  it('finds an outline out of order and missing page labels', async () => {
    expect(await failing({ outline: [TITLE, '机关作风建设', '理论武装工作'] })).toEqual(['outline'])
    expect(await failing({ outline: OUTLINE.slice(0, 2) })).toEqual(['outline'])
    expect(await failing({ outline: ['【理论武装工作】'] })).toEqual(['outline'])
    expect(await failing({ labels: false })).toEqual(['page-labels'])
  })
})
