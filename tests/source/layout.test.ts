import { describe, expect, test } from 'vitest'
import { filesOf, type Reported } from '../../src/core/index.ts'
import { extentOf, jsonSchemas, type Layout, readLayout } from '../../src/source/index.ts'
import { clean, places, repositoryFile, type Texts } from './support.ts'

const SHIPPED: Texts = {
  'layouts/yearbook.yaml': repositoryFile('layouts/yearbook.yaml'),
  'layouts/yearbook-vertical.yaml': repositoryFile('layouts/yearbook-vertical.yaml'),
}
const read = (files: Texts, path = 'a.yaml'): Reported<Layout | undefined> =>
  readLayout(path, filesOf({ ...SHIPPED, ...files }), 'layouts')
const layout = (text: string, files: Texts = {}): Layout => clean(read({ 'a.yaml': text, ...files }))
const faults = (text: string, files: Texts = {}): readonly string[] => {
  const all = { ...SHIPPED, 'a.yaml': text, ...files }
  const { value, diagnostics } = read(all)
  expect(value).toBeUndefined()
  return places(diagnostics, all)
}
/** The paths of faces alone. */
const facePaths = (faces: Layout['faces']): unknown =>
  JSON.parse(JSON.stringify(faces), (_, value) => value?.path ?? value)
const mm = (n: number): number => (n * 72) / 25.4

const SMALL = `trim: 100mm × 150mm
type-area: { size: 10pt, characters: 20, lines: 20, line-pitch: 15pt, inner-margin: 10mm, head-margin: 12mm }
`

describe('the shipped layouts', () => {
  test('yearbook has the figures of its design', () => {
    const yearbook = clean(read({}, 'layouts/yearbook.yaml'))
    expect(yearbook.trim).toEqual({ width: mm(210), height: mm(285) })
    expect(yearbook.bleed).toBeCloseTo(mm(3))
    expect(yearbook.typeArea).toEqual({
      charSize: 9,
      charsPerLine: 25,
      linesPerColumn: 50,
      columns: 2,
      linePitch: 13.5,
      columnGap: 18,
      columnRule: 0,
      innerMargin: 60,
      headMargin: 80,
    })
    expect(extentOf(yearbook)).toEqual({ inline: 468, block: 670.5 })
    expect(yearbook).toMatchObject({
      direction: 'horizontal',
      binding: 'left',
      balanceColumns: true,
      styles: {
        body: { face: 'song', weight: 'regular', size: 9 },
        heading: { face: 'hei', weight: 'bold', size: 9 },
        credit: { face: 'kai', weight: 'regular', size: 9 },
      },
      chapter: {
        opening: {
          span: 'all',
          lines: 6,
          letterSpacing: 0.25,
          ruleBefore: 'strong-hairline',
          ruleAfter: 'hairline',
        },
        inColumn: { span: 'column', lines: 4, text: { face: 'hei', weight: 'bold', size: 14 } },
      },
      runningHead: { even: 'book', odd: 'chapter', gap: 16, rule: 0.4, text: { size: 8 } },
      folio: { place: 'head', openingPlace: 'foot', text: { size: 10 }, openingText: { size: 9 } },
      thumbTab: { width: 14, height: 92, tint: 0.7 },
    })
  })

  test('yearbook-vertical changes what is vertical', () => {
    const vertical = clean(read({}, 'layouts/yearbook-vertical.yaml'))
    expect(extentOf(vertical).inline).toBe(664)
    expect(vertical).toMatchObject({
      name: '年鉴竖排',
      direction: 'vertical',
      binding: 'right',
      balanceColumns: false,
      typeArea: { charSize: 10, columnGap: 24, columnRule: 0.3, innerMargin: 58, headMargin: 76 },
      styles: { body: { size: 10 } },
      composition: { digits: 'combine', banLevel: 'gb', indent: 2 },
      chapter: { opening: { lines: 5, align: 'start', startShare: 0.125, ruleBefore: 'strong' } },
    })
    expect(vertical.chapter.opening.letterSpacing).toBeCloseTo(1 / 3)
  })

  test('name the schema for editors', () => {
    for (const text of Object.values(SHIPPED)) {
      expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/layout\.schema\.json\n/)
    }
  })
})

describe('values', () => {
  test('what is not said takes a default', () => {
    const small = layout(SMALL)
    expect(small).toMatchObject({
      name: 'a',
      direction: 'horizontal',
      binding: 'left',
      balanceColumns: true,
      typeArea: { columns: 1, columnRule: 0 },
      composition: { punctuation: 'quanjiao', banLevel: 'gb', hanWesternGap: 0.25, indent: 2, headingGap: 0 },
      styles: { credit: { face: 'kai', size: 10 } },
    })
    expect(small.thumbTab).toBeUndefined()
    expect(layout(`${SMALL.replace('lines: 20', 'lines: 15')}direction: vertical\n`)).toMatchObject({
      binding: 'right',
      balanceColumns: false,
    })
  })

  test.each([
    ['3mm', mm(3)],
    ['0.3cm', mm(3)],
    ['12Q', mm(3)],
    ['1in', 72],
    ['9pt', 9],
    ['.5em', 5],
    ['1/4em', 2.5],
    ['2字', 20],
    ['1行', 15],
    ['none', 0],
    ['0', 0],
  ])('a length: %s', (text, points) => {
    expect(layout(`${SMALL}bleed: ${text}\n`).bleed).toBeCloseTo(points, 9)
  })

  test.each([
    ['小五', 9],
    ['初号', 42],
    ['10.5', 10.5],
    ['10.5pt', 10.5],
    ['20Q', mm(5)],
    ['1.2em', 12],
  ])('a size: %s', (text, points) => {
    const { credit } = layout(`${SMALL}styles: { credit: { face: 仿宋, size: ${text} } }\n`).styles
    expect(credit.face).toBe('fangsong')
    expect(credit.size).toBeCloseTo(points, 9)
  })

  test.each([
    ['大16开', 210, 285],
    ['a4', 210, 297],
    ['正16开', 185, 260],
    ['A5', 148, 210],
    ['大32开', 140, 203],
    ['B5', 169, 239],
    ['210mm × 285mm', 210, 285],
    ['21cm x 28.5cm', 210, 285],
    ['210 × 285mm', 210, 285],
    ['[210mm, 28.5cm]', 210, 285],
  ])('a page: %s', (text, width, height) => {
    const { trim } = layout(SMALL.replace('100mm × 150mm', text))
    expect(trim.width).toBeCloseTo(mm(width), 9)
    expect(trim.height).toBeCloseTo(mm(height), 9)
  })

  test('a gap gives the pitch', () => {
    expect(layout(SMALL.replace('line-pitch: 15pt', 'line-gap: 0.5em')).typeArea.linePitch).toBe(15)
  })

  test('faces by either name, paths seen from the file', () => {
    const files = { 'in/a.yaml': `${SMALL}faces: { 宋: f/s.ttf, hei: { bold: ../h.ttf }, kai: /k.ttf }\n` }
    const { faces } = clean(read(files, 'in/a.yaml'))
    expect(facePaths(faces)).toEqual({
      song: { regular: 'in/f/s.ttf' },
      hei: { bold: 'h.ttf' },
      kai: { regular: '/k.ttf' },
    })
  })

  test('a face knows where it is named, in the file that names it', () => {
    const files = {
      'b.yaml': `${SMALL}faces: { 宋: s.ttf }\n`,
      'a.yaml': "extends: b\nfaces: { 宋: { bold: 'b.ttc#2' } }\n",
    }
    const { regular, bold } = clean(read(files, 'a.yaml')).faces.song ?? {}
    expect(bold?.path).toBe('b.ttc#2')
    const marked = [regular, bold].map((face) => {
      const { file, start, end } = face?.span ?? { file: '', start: 0, end: 0 }
      return `${file} ${files[file as keyof typeof files].slice(start, end)}`
    })
    expect(marked).toEqual(['b.yaml s.ttf', "a.yaml 'b.ttc#2'"])
  })
})

describe('extends', () => {
  test('changes three lines of a shipped layout, or of one beside it', () => {
    const files = { 'b.yaml': 'extends: yearbook\ntype-area: { line-gap: 5pt }\nfaces: { 宋: s.ttf }\n' }
    const small = layout('extends: ./b.yaml\nthumb-tab: none\nfaces: { song: { bold: b.ttf } }\n', files)
    expect(small.typeArea.linePitch).toBe(14)
    expect(small.thumbTab).toBeUndefined()
    expect(facePaths(small.faces)).toEqual({ song: { regular: 's.ttf', bold: 'b.ttf' } })
    expect(layout('extends: b\n', files).typeArea.linePitch).toBe(14)
  })

  test.each([
    ['extends: a\n', {}, ['1:10 extends-cycle']],
    ['extends: b\n', { 'b.yaml': 'extends: ./x/../a.yaml\n' }, ['b.yaml:1:10 extends-cycle']],
    ['extends: nothing\n', {}, ['1:10 layout-missing']],
    ['extends: /etc/layout.yaml\n', {}, ['1:10 path-outside']],
    ['extends: b\nbleed: 3\n', { 'b.yaml': `${SMALL}nam: x\n` }, ['2:8 bad-unit', 'b.yaml:3:1 unknown-key']],
    ['extends: b\n', { 'b.yaml': 'name: x\n' }, ['b.yaml:1:1 missing-key', 'b.yaml:1:1 missing-key']],
  ])('%j', (text, files, expected) => {
    expect(faults(text, files)).toEqual(expected)
  })

  test('a layout that is not there', () => {
    expect(read({}, 'no.yaml').diagnostics).toMatchObject([
      { code: 'layout-missing', span: { file: 'no.yaml' } },
    ])
  })
})

const area = (keys: string): string => `extends: yearbook\ntype-area: { ${keys} }\n`
const book = (keys: string): string => `extends: yearbook\n${keys}\n`

/** Every key that takes one of a few words, with its path. */
function choicesIn(schema: unknown, path: readonly string[] = []): (readonly [string, readonly string[]])[] {
  const { properties = {}, enum: words } = schema as { properties?: object; enum?: readonly string[] }
  const own: (readonly [string, readonly string[]])[] = words === undefined ? [] : [[path.join('.'), words]]
  return [...own, ...Object.entries(properties).flatMap(([key, value]) => choicesIn(value, [...path, key]))]
}

describe('one of a few words', () => {
  const choices = choicesIn(jsonSchemas().layout)

  test('is asked for at many keys', () => expect(choices.length).toBeGreaterThan(25))

  test.each(choices)('%s', (path, words) => {
    const told = (value: string) => {
      const keys = path.split('.')
      const text = `${keys.reduce((inside, key) => `${inside}{ ${key}: `, '')}${value}${' }'.repeat(keys.length)}`
      const { diagnostics } = read({ 'a.yaml': `extends: yearbook\n${text.slice(2, -2)}\n` })
      expect(diagnostics).toHaveLength(1)
      const [{ message, hints } = { message: { en: '', zh: '' }, hints: [] }] = diagnostics
      const lines = [message, ...hints]
      for (const word of words) {
        expect(lines.map(({ en }) => en).join()).toContain(word)
        expect(lines.map(({ zh }) => zh).join()).toContain(word)
      }
      return lines.map(({ en }) => en).join(' · ')
    }
    const key = path.split('.').at(-1)
    expect(told(`[${words[0]}]`)).toMatch(new RegExp(`here is a list · .*\`${key}: ${words[0]}\``))
    expect(told('[]')).toContain('here is a list')
    expect(told(`{ ${words[0]}: true }`)).toContain('here is a map')
    expect(told('3')).toContain(`\`${key}\` cannot be \`3\``)
    expect(told("''")).toContain(`\`${key}\` cannot be empty`)
    expect(told('.nan')).toContain(`\`${key}\` cannot be \`.nan\``)
    expect(told('nonsense-and-more-nonsense')).toContain('cannot be `nonsense-and…`')
  })
})

test.each([
  ['composition: grid', 'keys of a composition are region, '],
  ['styles: { body: { size: [五号] } }', 'without brackets: `size: 五号`'],
  ['trim: [210mm]', '210mm × 285mm'],
])('%s is told how to write it', (text, hint) => {
  const [{ message, hints } = { message: { en: '' }, hints: [] }] = read({ 'a.yaml': book(text) }).diagnostics
  expect(hints[0]?.en).toContain(hint)
  expect(message.en).not.toContain('``')
})

describe('what cannot be', () => {
  test.each([
    ['name: x\n', ['1:1 missing-key', '1:1 missing-key']],
    ['trim: A4\ntype-area: { size: 9pt }\n', Array(5).fill('2:1 missing-key')],
    [book('bleed: 3'), ['2:8 bad-unit']],
    [book('bleed: 3px'), ['2:8 bad-unit']],
    [book('bleed: ３mm'), ['2:8 bad-unit']],
    [book('bleed: 1/0mm'), ['2:8 bad-unit']],
    [book('bleed: -3mm'), ['2:8 layout-impossible']],
    [book('bleed: [3mm]'), ['2:8 wrong-type']],
    [book('direction: up'), ['2:12 bad-value']],
    [book('trim: big'), ['2:7 bad-value']],
    [book('trim: 210 × 285'), ['2:7 bad-unit']],
    [book('trim: [210mm]'), ['2:1 bad-value']],
    [book('trim: 0mm × 285mm'), ['2:7 layout-impossible']],
    [book('trim: 9mm × 285mm'), ['2:7 layout-impossible']],
    [book('trim: 210mm × 14401pt'), ['2:7 layout-impossible']],
    [book('trim: .inf'), ['2:7 bad-value']],
    [book('trim: [210mm, .nan]'), ['2:15 bad-value']],
    [book('bleed: 51mm'), ['2:8 layout-impossible']],
    [book('bleed: .inf'), ['2:8 bad-value']],
    [book('styles: { credit: { size: 0.9 } }'), ['2:27 layout-impossible']],
    [book('styles: { credit: { size: 1001pt } }'), ['2:27 layout-impossible']],
    [book('styles: { credit: { size: .nan } }'), ['2:27 bad-value']],
    [book('thumb-tab: { tint: .inf }'), ['2:20 bad-value']],
    [area('size: 2000'), ['2:20 layout-impossible']],
    [area('inner-margin: 211mm'), ['2:28 layout-impossible']],
    [area('head-margin: 286mm'), ['2:27 layout-impossible']],
    [book('faces: { 宋: a.ttf, 宋体: b.ttf }'), ['2:20 duplicate-key']],
    [book('styles: { body: { face: 明体 } }'), ['2:25 bad-value']],
    [book('styles: { body: { size: 10pt } }'), ['2:25 layout-impossible']],
    [book('styles: { credit: { size: 特大 } }'), ['2:27 bad-unit']],
    [book('styles: { credit: { size: 0 } }'), ['2:27 layout-impossible']],
    [book('composition: { han-western-gap: 1em }'), ['2:33 layout-impossible']],
    [book('composition: { han-western-gap: -1/8em }'), ['2:33 layout-impossible']],
    [book('composition: { heading-gap: 2em }'), ['2:29 layout-impossible']],
    [book('composition: { indent: 30em }'), ['2:24 layout-impossible']],
    // Twenty-five characters a line: four of them are left at least.
    [book('composition: { indent: 24em }'), ['2:24 layout-impossible']],
    [book('composition: { indent: 43/2em }'), ['2:24 layout-impossible']],
    [`${area('characters: 5')}composition: { indent: 3em }\n`, ['3:24 layout-impossible']],
    [book('composition: { min-chars-on-last-line: 0 }'), ['2:40 layout-impossible']],
    [book('composition: { min-lines-at-column-head: 60 }'), ['2:42 layout-impossible']],
    [book('chapter: { opening: { lines: 50 } }'), ['2:30 layout-impossible']],
    [book('chapter: { in-column: { lines: 1 } }'), ['2:32 layout-impossible']],
    [book('chapter: { opening: { start-share: 1.5 } }'), ['2:36 bad-value']],
    [book('running-head: { gap: 100pt }'), ['2:22 layout-impossible']],
    [book('folio: { foot-gap: 100pt }'), ['2:20 layout-impossible']],
    [book('thumb-tab: { steps: 12 }'), ['2:21 layout-impossible']],
    [area('characters: 0'), ['2:26 layout-impossible']],
    [area('characters: 2.5'), ['2:26 wrong-type']],
    [area('lines: -1'), ['2:21 layout-impossible']],
    [area('columns: 0'), ['2:23 layout-impossible']],
    [area('size: 1em'), ['2:20 bad-unit']],
    [area('line-pitch: 1行'), ['2:26 bad-unit']],
    [area('line-pitch: 8pt'), expect.arrayContaining(['2:26 layout-impossible'])],
    [area('line-pitch: 13pt, line-gap: 4pt'), ['2:42 bad-value']],
    [area('inner-margin: -5mm'), ['2:28 layout-impossible']],
    [area('inner-margin: 200pt'), ['2:28 layout-impossible']],
    [area('characters: 40'), ['2:26 layout-impossible']],
    [area('lines: 60'), ['2:21 layout-impossible']],
    [book('trim: A5'), ['2:7 layout-impossible', '2:7 layout-impossible', '2:7 layout-impossible']],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test.each([
    ['trim: 16开', '大16开', '正16开'],
    ['trim: 16 开', '大16开', '正16开'],
  ])('%s is told which formats bear that name', (text, ...names) => {
    const { diagnostics } = read({ 'a.yaml': book(text) })
    expect(diagnostics.map((d) => d.code)).toEqual(['bad-value'])
    const { en, zh } = diagnostics[0]?.hints[0] ?? { en: '', zh: '' }
    for (const name of names) expect([en.includes(name), zh.includes(name)]).toEqual([true, true])
    expect(en).not.toContain('A4')
  })

  test.each([
    ['bleed: 51mm', '0 to 50 mm'],
    ['trim: 9mm × 285mm', '10 mm to 14400 pt'],
    ['styles: { credit: { size: 0.9 } }', '1 pt to 1000 pt'],
    ['type-area: { inner-margin: 211mm }', '0 to 210 mm'],
  ])('%s is told the range', (text, range) => {
    expect(read({ 'a.yaml': book(text) }).diagnostics[0]?.message.en).toContain(range)
  })

  test('says by how much the type area is too large', () => {
    const { diagnostics } = read({ 'a.yaml': area('characters: 40') })
    // 60 + 2 × 40 × 9 + 18 − 595.28
    expect(diagnostics[0]?.message.en).toContain('202.72 pt')
  })

  test('a vertical type area is measured along its lines', () => {
    expect(faults('extends: yearbook-vertical\ntype-area: { characters: 40 }\n')).toEqual([
      '2:26 layout-impossible',
    ])
    expect(faults('extends: yearbook-vertical\ntype-area: { lines: 40 }\n')).toEqual([
      '2:21 layout-impossible',
    ])
  })

  test('an indent may leave four characters, and narrow columns may have the usual one', () => {
    const indents = (characters: number, indent: string) =>
      read({ 'a.yaml': `${area(`characters: ${characters}`)}composition: { indent: ${indent} }\n` })
        .diagnostics
    expect(indents(25, '21em')).toEqual([])
    expect(indents(5, '2em')).toEqual([])
    expect(indents(25, '24em')[0]?.message.en).toContain('24 of the 25 characters')
  })

  test('a bare number is told which units there are', () => {
    expect(read({ 'a.yaml': book('bleed: 3') }).diagnostics[0]?.hints[0]?.en).toContain('3mm')
  })
})

describe('press', () => {
  const read = (press: string) =>
    readLayout(
      'l.yaml',
      filesOf({
        'l.yaml': `extends: yearbook\n${press}\n`,
        'yearbook.yaml': repositoryFile('layouts/yearbook.yaml'),
      }),
    )

  test('without a value is as if it were not there', () => {
    const { value, diagnostics } = read('press:\nfolio:\ncomposition:')
    expect(diagnostics).toEqual([])
    expect(value?.press).toEqual(read('').value?.press)
    expect(value?.folio).toEqual(read('').value?.folio)
    expect(value?.composition).toEqual(read('').value?.composition)
    expect(value?.press.signature).toBe(16)
  })

  test.each([
    ['press: { condition: FOGRA51 }', 'bad-value', 'give `profile` too'],
    ['press: { ink-limit: 50% }', 'bad-value', '100% to 400%'],
    ['press: { ink-limit: 500% }', 'bad-value', 'at most 400%'],
    ['press: { signature: 5 }', 'bad-value', '16, 8 or 4'],
  ])('%s is told', (press, code, hint) => {
    const [first] = read(press).diagnostics
    expect(first?.code).toBe(code)
    expect(first?.hints.map(({ en }) => en).join()).toContain(hint)
  })
})
