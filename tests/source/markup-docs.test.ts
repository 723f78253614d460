// docs/markup.md and the commands hold each other to account.

import { describe, expect, test } from 'vitest'
import { filesOf } from '../../src/core/index.ts'
import { expectedText } from '../../src/proof/expected-text.ts'
import { printText, readBook } from '../../src/source/index.ts'
import { COMMANDS } from '../../src/source/markup-commands.ts'
import { chapterOf, clean, repositoryFile } from './support.ts'

const page = repositoryFile('docs/markup.md')

/** Rows of the tables, as cells; `\|` is the bar itself. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll('\\|', '|').trim()),
  )

const bodyOf = (written: string) =>
  clean(chapterOf(`title: 甲\nsections:\n  - body: |\n      ${written}\n`)).entries[0]?.body[0]?.text

const commandRows = rows.filter(
  ([zh, en, example]) => /^\p{Script=Han}/u.test(zh ?? '') && en?.startsWith('`') && example?.startsWith('`'),
)

test('every command has its names in the table, in order', () => {
  const names = commandRows.flatMap(([zh = '', en = '']) => {
    const english = en.replaceAll('`', '').split(' ')
    return zh.split(' ').map((name, i) => [name, english[i]])
  })
  // The example 名称 is the head of the table.
  expect(names.filter(([zh]) => zh !== '名称')).toEqual(COMMANDS.map((command) => command.names))
})

describe('examples', () => {
  const examples = rows.flatMap((row) =>
    row.slice(0, 3).flatMap((cell) => /^`([^`]*\{[^`]*\|[^`]*)`$/.exec(cell)?.[1] ?? []),
  )
  const inLists = [...page.matchAll(/^[^|].*?`(\{[^`]*\}[^`]*)`/gm)].map((match) => match[1] ?? '')

  test('are found', () => {
    expect(examples.length + inLists.length).toBeGreaterThan(25)
  })

  const written = [...examples, ...inLists].filter((text) => !/command|^\{原样\|…|｛|\{甲\}|\{x /.test(text))
  test.each(written)('%s', (text) => {
    expect(bodyOf(text)).toBeDefined()
  })

  test.each([...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? ''))('YAML %#', (yaml) => {
    const chapter = yaml.startsWith('sections')
      ? `title: 甲\n${yaml}`
      : `title: 甲\nsections:\n  - heading: 乙\n${yaml.replaceAll(/^(?=.)/gm, '    ')}`
    const { entries } = clean(chapterOf(chapter))
    expect(entries[0]?.body.length).toBeGreaterThan(0)
  })
})

test.each([
  ['\\{em|x}', '{em|x}'],
  ['{原样|{em|x\\}}', '{em|x}'],
  ['C:\\data', 'C:\\data'],
  ['{着重|甲\\}乙}', '甲}乙'],
])('escapes: %s', (written, printed) => {
  const row = rows.find(([first]) => first === `\`${written}\``)
  expect(row?.[1]?.startsWith(printed)).toBe(true)
  expect(bodyOf(written)?.text).toBe(printed)
})

describe('reading order', () => {
  const [, table = ''] = /^## Reading order(.*?)^## /ms.exec(page) ?? []
  const orders = rows.filter(
    ([written = '']) => /^`\{/.test(written) && table.includes(written.replaceAll('|', '\\|')),
  )

  test('is shown', () => expect(orders.length).toBe(3))

  test.each(orders)('%s', (written = '', read = '') => {
    const file = `title: 甲\nsections:\n  - body: "${written.slice(1, -1)}"\n`
    const book = clean(readBook('a.yaml', filesOf({ 'a.yaml': file })))
    expect(expectedText(book, false).text).toBe(`甲${read.replaceAll(' ', '')}`)
  })
})

test('digits stay digits where the page says so', () => {
  const [, list = ''] = /prints numbers as Hanzi, those in (.*?)\sand in annotations\sstay/s.exec(page) ?? []
  const names = list.match(/\p{Script=Han}+/gu) ?? []
  expect(names).toHaveLength(7)
  const kept = COMMANDS.filter(({ names: [zh], markOf, isReading }) => {
    const argument = { 语言: 'en', 字距: '1em', 均排: '5em' }[zh]
    const text = bodyOf(`共{${zh}${argument ? `:${argument}` : ''}|12${isReading ? '|3' : ''}}人`)
    expect(markOf(argument ?? '')).toBeDefined()
    return text !== undefined && printText(text, true).text.includes('12')
  })
  expect(new Set(kept.map(({ names: [zh] }) => zh))).toEqual(new Set(names))
})

test.each([
  ['｛着重｜…}', 'markup-unknown'],
  ['{着重：…}', 'markup-unknown'],
  ['{着重丨…}', 'markup-unknown'],
])('%s is a slip that is told', (written, code) => {
  expect(rows.find(([first]) => first === `\`${code}\``)?.join()).toContain(`\`${written}\``)
  const { diagnostics } = chapterOf(`title: 甲\nsections:\n  - body: |\n      ${written}\n`)
  expect(diagnostics.map((d) => [d.severity, d.code])).toEqual([['warning', code]])
})
