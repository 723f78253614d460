import { describe, expect, test } from 'vitest'
import { Places } from '../../src/cli/places.ts'
import { printDiagnostics, withoutRepeats } from '../../src/cli/print-diagnostics.ts'
import { type Diagnostic, error, filesOf, note, warning } from '../../src/core/index.ts'

const TEXT = '\ufefftitle: 甲\r\nsections:\r\n  - heading: 乙\r\n    tilte: 全区概况\r\n'
const AT = { file: 'a.yaml', start: TEXT.indexOf('tilte') - 1, end: TEXT.indexOf('tilte') + 4 }
const UNKNOWN = error(
  'unknown-key',
  { en: 'unknown key `tilte`', zh: '不认识的 `tilte`' },
  {
    span: AT,
    hints: [
      { en: 'did you mean `title`?', zh: '是不是 `title`？' },
      { en: 'it stands here before', zh: '前面已有', span: { file: 'a.yaml', start: 0, end: 5 } },
    ],
  },
)

const print = (diagnostics: readonly Diagnostic[], language: 'zh' | 'en' = 'en', colour = false): string =>
  printDiagnostics(diagnostics, { language, colour, places: new Places(filesOf({ 'a.yaml': TEXT })) })

describe('a diagnostic', () => {
  test('with its line, carets and hints; the byte order mark and CRLF do not count', () => {
    expect(print([UNKNOWN])).toBe(`a.yaml:4:5: error[unknown-key]: unknown key \`tilte\`
   4 |     tilte: 全区概况
     |     ^^^^^
  hint: did you mean \`title\`?
  hint: it stands here before (a.yaml:1:1)
1 error
`)
  })

  test('in Chinese, with the same head', () => {
    expect(print([UNKNOWN], 'zh')).toMatch(
      /^a\.yaml:4:5: error\[unknown-key\]: 不认识的[\s\S]*建议：[\s\S]*\n1 个错误\n$/,
    )
  })

  test('about a whole file has no line, about no file has no name', () => {
    const whole = { file: 'b.yaml', start: 0, end: 0 }
    const missing = error('file-missing', { en: 'no file', zh: '没有' }, { span: whole })
    expect(print([missing])).toBe('b.yaml: error[file-missing]: no file\n1 error\n')
    expect(print([error('usage', { en: 'wrong', zh: '错' })])).toBe('error[usage]: wrong\n1 error\n')
  })

  test('with its place on the page', () => {
    const place = { page: 3, column: 2, line: 17 }
    const loose = warning('loose-line', { en: 'loose', zh: '松' }, { place })
    expect(print([loose])).toMatch(/^warning\[loose-line\]: loose \(page 3, column 2, line 17\)\n/)
  })

  test('cannot steer the terminal', () => {
    expect(print([error('usage', { en: 'no `\u001b[2J`', zh: '' })])).not.toContain('\u001b')
  })

  test('is coloured only when asked for', () => {
    expect(print([UNKNOWN])).not.toContain('\u001b')
    expect(print([UNKNOWN], 'en', true)).toContain('\u001b[31m')
  })
})

test('nothing is printed for nothing', () => {
  expect(print([])).toBe('')
})

test('the count names each kind', () => {
  const words = { en: 'x', zh: 'x' }
  const many = [error('usage', words), error('usage', words), warning('usage', words), note('usage', words)]
  expect(print(many)).toMatch(/\n2 errors, 1 warning, 1 note\n$/)
  expect(print(many, 'zh')).toMatch(/\n2 个错误，1 个警告，1 个提示\n$/)
})

test('of very many the gravest are printed, and all are counted', () => {
  const words = { en: 'x', zh: 'x' }
  const many = [
    ...Array.from({ length: 90 }, () => warning('loose-line', words)),
    ...Array.from({ length: 10 }, () => error('usage', words)),
  ]
  const printed = print(many)
  expect(printed.match(/error\[usage\]/g)).toHaveLength(10)
  expect(printed.match(/warning\[/g)).toHaveLength(40)
  expect(printed).toMatch(/… and 50 more; --json gives them all\n10 errors, 90 warnings\n$/)
})

test('what two layouts say alike is told once', () => {
  expect(withoutRepeats([UNKNOWN, UNKNOWN, { ...UNKNOWN, span: { ...AT, start: 0 } }])).toHaveLength(2)
})
