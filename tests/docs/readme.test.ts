// What the READMEs show must be there: scripts, commands, options, files; and both must say the same.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeEditions } from '../../src/build.ts'
import { COMMANDS } from '../../src/cli/command-words.ts'
import { readManuscript } from '../../src/cli/read-manuscript.ts'
import { COMMON } from '../../src/cli/words.ts'
import { filesOf } from '../../src/core/index.ts'
import { readBook, readLayout } from '../../src/source/index.ts'
import { compile } from '../cli/built-program.ts'
import { folderOf } from '../cli/support.ts'
import { shippedFonts } from '../support/fonts.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const READMES = ['README.md', 'README.zh.md'] as const

const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map((match) => match[1] ?? '')

const commandLines = (text: string): readonly string[] =>
  blocks(text, 'sh').flatMap((block) => block.split('\n').map((line) => line.replace(/\s*#.*/, '')))

/** Flags of a command and of all, such as `-o` and `--output`. */
function flagsOf(name: string): readonly string[] {
  const own = COMMANDS.find((command) => command.name === name)?.options ?? []
  return ['-h, --help', ...[...own, ...COMMON].map(({ flags }) => flags)].flatMap(
    (flags) => flags.match(/--?[a-z][a-z-]*/g) ?? [],
  )
}

const layoutAt = (yaml: string) =>
  readLayout(
    'layouts/mine.yaml',
    filesOf({ 'layouts/mine.yaml': yaml, 'layouts/yearbook.yaml': read('layouts/yearbook.yaml') }),
  )

describe.each(READMES)('%s', (path) => {
  const text = read(path)

  test('shows commands and options there are', () => {
    const shown = commandLines(text).filter((line) => line.startsWith('npx banxin '))
    expect(shown.length).toBeGreaterThan(4)
    for (const line of shown) {
      const [, , name = '', ...words] = line.split(/\s+/)
      expect(COMMANDS.map((command) => command.name)).toContain(name)
      for (const word of words.filter((w) => w.startsWith('-'))) expect(flagsOf(name), line).toContain(word)
    }
  })

  test('lists every command, with options it has', () => {
    const rows = [...text.matchAll(/^\| `([a-z]+) [^|]*\| (.*) \|$/gm)]
    expect(rows.map((row) => row[1])).toEqual(COMMANDS.map(({ name }) => name))
    for (const [, name = '', cell = ''] of rows) {
      const shown = [...cell.matchAll(/`(--?[a-z-]+)/g)].map((match) => match[1])
      for (const flag of shown) expect(flagsOf(name), `${name} ${flag}`).toContain(flag)
      const own = COMMANDS.find((command) => command.name === name)?.options.length ?? 0
      expect(shown.length, name).toBe(own)
    }
  })

  test('shows npm scripts there are', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const shown = [...text.matchAll(/(?:^|`)npm (?:run )?([a-z]+)/gm)].map((match) => match[1])
    for (const name of shown) expect(['ci', ...scripts]).toContain(name)
  })

  test('links to files there are', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    for (const link of links) expect(existsSync(new URL(link, root)), link).toBe(true)
  })

  const examples = blocks(text, 'yaml')
  const [chapter = ''] = examples.filter((block) => block.includes('\ntitle: '))
  const [entries = ''] = examples.filter((block) => block.startsWith('sections:'))
  const [book = ''] = examples.filter((block) => block.includes('\nparts:'))
  const layouts = examples.filter((block) => /^extends:/m.test(block))

  test('has examples of each kind', () => {
    expect(new Set([chapter, entries, book, ...layouts])).toEqual(new Set(examples))
    expect(layouts).toHaveLength(2)
  })

  test('shows a chapter and a book that read', () => {
    const files = filesOf({ 'book.yaml': book, 'party-work.yaml': chapter })
    expect(readBook('book.yaml', files).diagnostics).toEqual([])
  })

  test.each(layouts)('shows a layout that reads: %#', (layout) => {
    expect(layoutAt(layout).diagnostics).toEqual([])
  })

  test('shows headings, paragraphs and marks that are set without a word of complaint', async () => {
    const files = filesOf({ 'a.yaml': `title: 档案\n${entries}` })
    const { value, diagnostics } = readManuscript('a.yaml', files)
    const layout = layoutAt('extends: yearbook\n').value
    if (value === undefined || layout === undefined) throw new Error('not read')
    const set = await makeEditions(value, layout, shippedFonts)
    expect([...diagnostics, ...set.diagnostics]).toEqual([])
    const [entry] = value.parts[0]?.chapters[0]?.entries ?? []
    expect(entry?.headingForm).toBe('cut-in')
    expect(entry?.body.map(({ form }) => form?.align)).toEqual([undefined, 'justify', 'end'])
    expect(entry?.body[0]?.text.inline?.map(({ kind }) => kind)).toEqual([
      'proper-name',
      'reading',
      'reading',
      'emphasis',
    ])
  })

  test('gives the line gap that readings over dots and lines need', async () => {
    const body = '{专名|潍坊}古称{拼音|潍州|wéi zhōu}，{着重|不得}擅改'.repeat(20)
    const { value } = readManuscript(
      'a.yaml',
      filesOf({ 'a.yaml': `title: 甲\nsections: [{ body: "${body}" }]\n` }),
    )
    const [, wide = ''] = layouts
    for (const [yaml, codes] of [
      ['extends: yearbook\n', ['annotation-crowded']],
      [wide, []],
    ] as const) {
      const layout = layoutAt(yaml).value
      if (value === undefined || layout === undefined) throw new Error('not read')
      const { diagnostics } = await makeEditions(value, layout, shippedFonts)
      expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(codes)
    }
  })
})

describe('in a copy of this folder', () => {
  const copy = folderOf()
  const [text = ''] = READMES.map(read)

  beforeAll(() => {
    compile()
    for (const path of ['dist', 'content', 'layouts', 'fonts', 'profiles', 'schemas', 'package.json'])
      cpSync(new URL(path, root), join(copy, path), { recursive: true })
    symlinkSync(new URL('node_modules', root), join(copy, 'node_modules'))
  }, 60_000)

  /** Runs Node there; `words` are its arguments. */
  const node = (words: readonly string[]) =>
    spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8', timeout: 60_000 })

  test('the commands run as they are written', async () => {
    const lines = commandLines(text).filter((line) => line.startsWith('npx banxin '))
    for (const line of lines) {
      const argv = line.split(/\s+/).slice(2)
      if (argv.includes('--watch')) continue
      const { status, stderr } = node(['dist/cli/main.js', ...argv])
      expect({ line, status, errors: /^.*error\[.*/m.exec(stderr)?.[0] }).toEqual({ line, status: 0 })
    }
    expect(lines.length).toBeGreaterThan(6)
    const made = [
      'book-yearbook.pdf',
      'book-yearbook-vertical.pdf',
      'party-work.yaml',
      'schemas/layout.schema.json',
    ]
    for (const file of made) expect(existsSync(join(copy, 'out', file)), file).toBe(true)
  }, 60_000)

  test('a line of the report is as it is shown', () => {
    const line = commandLines(text).find((each) => each.includes('--json --lines'))
    const { stdout } = node(['dist/cli/main.js', ...(line?.split(/\s+/).slice(2) ?? [])])
    const [shown = ''] = blocks(text, 'json')
    expect(JSON.parse(stdout).outputs[0].lines).toContainEqual(JSON.parse(shown))
  }, 60_000)

  test('the example of the library runs as it is written', () => {
    const [example = ''] = blocks(text, 'ts')
    writeFileSync(join(copy, 'example.mjs'), example)
    const { status, stderr } = node(['example.mjs'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(readFileSync(join(copy, 'sport.pdf'), 'latin1').slice(0, 8)).toBe('%PDF-1.7')
  }, 60_000)
})

test('both READMEs have the same headings, pictures and code', () => {
  const [en, zh] = READMES.map(read)
  const shape = (text = ''): object => ({
    headings: text.match(/^#+ /gm)?.length,
    tables: text.match(/^\| .* \|$/gm)?.length,
    pictures: text.match(/!\[[^\]]*\]\([^)]*\)/g)?.map((picture) => picture.replace(/\[.*\]/, '')),
    commands: commandLines(text),
    examples: [...blocks(text, 'ts'), ...blocks(text, 'json')],
    yaml: blocks(text, 'yaml').map((block) => block.replaceAll(/ *#.*/g, '').match(/[a-z-]+(?=: )/g)),
    links: text
      .match(/\]\([^)]*\)/g)
      ?.filter((link) => !/README|png/.test(link))
      .sort(),
  })
  expect(shape(zh)).toEqual(shape(en))
})
