import { describe, expect, test } from 'vitest'
import { decodeText, readChapter } from '../../src/source/index.ts'

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]
const utf16 = (text: string, littleEndian: boolean): number[] =>
  [...text].flatMap((c) => {
    const code = c.charCodeAt(0)
    return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255]
  })
const decoded = (bytes: readonly number[]): readonly [string | undefined, readonly string[]] => {
  const { value, diagnostics } = decodeText('a.yaml', Uint8Array.from(bytes))
  return [value, diagnostics.map((d) => d.code)]
}

const YAML = 'title: 市直机关党的工作\nsections:\n  - body: 中国\n'
/** 市直机关党的工作，是 in GB 18030; 中國工作的人，是 in Big5; これはペンです。 in Shift_JIS. */
const GB = [
  0xca, 0xd0, 0xd6, 0xb1, 0xbb, 0xfa, 0xb9, 0xd8, 0xb5, 0xb3, 0xb5, 0xc4, 0xb9, 0xa4, 0xd7, 0xf7, 0xa3, 0xac,
  0xca, 0xc7,
]
const BIG5 = [0xa4, 0xa4, 0xb0, 0xea, 0xa4, 0x75, 0xa7, 0x40, 0xaa, 0xba, 0xa4, 0x48, 0xa1, 0x41, 0xac, 0x4f]
const SJIS = [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x83, 0x79, 0x83, 0x93, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42]

describe('what is read', () => {
  test.each([
    ['UTF-8', utf8(YAML), []],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...utf8(YAML)], []],
    ['UTF-16 LE with its mark', [0xff, 0xfe, ...utf16(YAML, true)], ['encoding-decoded']],
    ['UTF-16 BE with its mark', [0xfe, 0xff, ...utf16(YAML, false)], ['encoding-decoded']],
  ])('%s', (_, bytes, codes) => {
    expect(decoded(bytes)).toEqual([YAML, codes])
  })

  test('GB 18030, with a note', () => {
    expect(decoded([...utf8('title: '), ...GB])).toEqual([
      'title: 市直机关党的工作，是',
      ['encoding-decoded'],
    ])
  })

  test('a NUL in UTF-8 text is left to the checks of the text', () => {
    expect(decoded(utf8(`${YAML}# \0\n`))).toEqual([`${YAML}# \0\n`, []])
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', [], 'file-empty', /empty/],
    ['a mark alone', [0xef, 0xbb, 0xbf], 'file-empty', /empty/],
    ['PDF', utf8('%PDF-1.7\n'), 'file-binary', /PDF/],
    ['DOCX', [0x50, 0x4b, 3, 4, 20, 0], 'file-binary', /DOCX/],
    ['DOC', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'file-binary', /Word/],
    ['RTF', utf8('{\\rtf1'), 'file-binary', /RTF/],
    ['noise', [0x80, 0, 0xff, 0, 0, 1, 0x81, 0xff, 0xfe, 3, 0xff], 'file-binary', /binary/],
    ['UTF-16 LE without its mark', utf16(YAML, true), 'encoding-unsupported', /UTF-16 LE/],
    ['UTF-16 BE without its mark', utf16(YAML, false), 'encoding-unsupported', /UTF-16 BE/],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'encoding-unsupported', /UTF-32/],
    ['half of UTF-16', [0xff, 0xfe, 0x61], 'encoding-unsupported', /UTF-16/],
    ['Big5', [...utf8('title: '), ...BIG5], 'encoding-unsupported', /Big5/],
    ['Shift_JIS', [...utf8('title: '), ...SJIS], 'encoding-unsupported', /Shift_JIS/],
    ['damaged UTF-8', [...utf8(`${YAML}中国`), 0xe4, 0xb8], 'encoding-unsupported', /line 4/],
    ['Latin-1', [...utf8('caf'), 0xe9, 0xff, 0xff], 'encoding-unsupported', /not known/],
  ])('%s', (_, bytes, code, message) => {
    const { value, diagnostics } = decodeText('a.yaml', Uint8Array.from(bytes))
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ severity: 'error', code, span: { file: 'a.yaml', start: 0 } }])
    expect(diagnostics[0]?.message.en).toMatch(message)
    expect(diagnostics[0]?.hints).not.toHaveLength(0)
  })
})

test('the note of a decoded file goes with its other problems', () => {
  const file = Uint8Array.from([0xff, 0xfe, ...utf16('title: 甲\nsections:\n  - bodi: 乙\n', true)])
  const { diagnostics } = readChapter('a.yaml', { read: () => file })
  expect(diagnostics.map((d) => d.code)).toEqual(['encoding-decoded', 'unknown-key'])
})

test('a file that cannot be read says why', () => {
  const read = (): never => {
    throw new Error('EACCES: permission denied')
  }
  const { diagnostics } = readChapter('a.yaml', { read })
  expect(diagnostics).toMatchObject([{ code: 'file-unreadable' }])
  expect(diagnostics[0]?.message.en).toContain('EACCES')
})
