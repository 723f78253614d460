import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/command-words.ts'
import { askedLanguage, languageOf } from '../../src/cli/locale.ts'
import { CHAPTER, folderOf, jsonIn, runIn } from './support.ts'

const here = folderOf({ 'a.yaml': CHAPTER })

describe('wrong usage', () => {
  test.each([
    [['biuld', 'a.yaml'], 'there is no command `biuld`', 'did you mean `build`?'],
    [['build', 'a.yaml', '--strickt'], 'there is no option `--strickt`', 'did you mean `--strict`?'],
    [['build', 'a.yaml', '--lay', 'x'], 'there is no option `--lay`', 'did you mean `--layout`?'],
    [['ver', 'a.pdf'], 'there is no command `ver`', 'did you mean `verify`?'],
    [['build', ''], 'the name of a file is empty', ''],
    [['verify', 'a.pdf', '--against', ''], 'option `--against` wants a value', ''],
    [['build', 'a.yaml', '-l', ''], 'option `--layout` wants a value', ''],
    [['build', 'a.yaml', '-o', '-'], 'files are not written to stdout', '`./-`'],
    [['import', 'a.yaml', '--log', '-'], 'files are not written to stdout', '`./-`'],
    [['schema', '-o', '-'], 'files are not written to stdout', '`./-`'],
    [['build'], '`manuscript` is missing', '`banxin build --help`'],
    [['import'], '`raw` is missing', '`banxin import --help`'],
    [['build', 'a.yaml', '--output'], 'option `--output` wants a value', '`banxin build --help`'],
    [['build', 'a.yaml', 'b.yaml'], 'too many arguments', '`banxin build --help`'],
    [
      ['build', 'a.yaml', '--for', 'skreen'],
      'there is no edition `skreen`',
      'screen, press, archive, press:x-4',
    ],
    [['build', 'a.yaml', '--for', 'press:x-3,archive:1a'], 'there is no edition `archive:1a`', 'archive:2b'],
    [['build', 'a.yaml', '--for', 'screen,press', '-o', 'x.pdf'], 'several editions', '`-o out/`'],
    [['build', 'a.yaml', '--date', '2003-02-29'], '`2003-02-29` is no date', '2003-12-01'],
    [['build', 'a.yaml', '-l', 'a', '-l', 'b', '-o', 'x.pdf'], 'several layouts', '`-o out/`'],
    [['build', 'a.yaml', '-o', 'a.yaml'], 'would overwrite a file that is read', '`-o`'],
    [['build', 'a.yaml', '-l', 'yearbook', '-l', 'yearbook'], 'two outputs', '`-o`'],
    [['schema', 'boook'], 'there is no schema `boook`', 'chapter, book, layout'],
    [['import', 'a.txt', 'b.txt', '-o', 'x.yaml'], 'several texts', '`-o content/`'],
  ])('%j', async (argv, message, hint) => {
    const { exit, stdout, stderr } = await runIn(here, argv)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toMatch(/^error\[usage\]: /)
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
  })

  test('in Chinese', async () => {
    const { exit, stderr } = await runIn(here, ['build', 'a.yaml', '--strickt', '--lang', 'zh'])
    expect(exit).toBe(2)
    expect(stderr).toContain('error[usage]: 没有选项 `--strickt`\n  建议：是不是 `--strict`？')
  })

  test('as JSON', async () => {
    const { exit, report } = await jsonIn(here, ['build'])
    expect(exit).toBe(2)
    expect(report).toMatchObject({ ok: false, diagnostics: [{ code: 'usage', severity: 'error' }] })
  })

  test('a language that is not spoken, and one command line without a command', async () => {
    expect((await runIn(here, ['fonts', '--lang', 'fr'])).exit).toBe(2)
    const bare = await runIn(here, [])
    expect(bare.exit).toBe(2)
    expect(bare.stdout).toContain('Commands:')
  })

  test('SOURCE_DATE_EPOCH that is no number', async () => {
    const { exit, stderr } = await runIn(here, ['build', 'a.yaml'], { env: { SOURCE_DATE_EPOCH: 'today' } })
    expect(exit).toBe(2)
    expect(stderr).toContain('SOURCE_DATE_EPOCH')
  })
})

describe('help', () => {
  test.each(COMMANDS.map(({ name }) => name))(
    'of %s has its options and examples in both languages',
    async (name) => {
      const words = COMMANDS.find((command) => command.name === name)
      for (const language of ['en', 'zh'] as const) {
        const { exit, stdout, stderr } = await runIn(here, [name, '--help', '--lang', language])
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
        expect(stdout).toContain(words?.summary[language])
        for (const option of words?.options ?? [])
          expect(stdout).toContain(/--[\w-]+/.exec(option.flags)?.[0])
        for (const [line, text] of words?.examples ?? []) {
          expect(stdout).toContain(line)
          expect(stdout).toContain(text[language])
        }
        expect(stdout).toContain('--json')
      }
    },
  )

  test('in Chinese leaves no English title', async () => {
    const { stdout } = await runIn(here, ['build', '--help'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(stdout).not.toMatch(/Usage|Options|Arguments|Examples/)
    expect((await runIn(here, ['--help'], { env: { LANG: 'zh_CN.UTF-8' } })).stdout).not.toContain('Commands')
  })

  test('the version', async () => {
    expect(await runIn(here, ['--version'])).toMatchObject({ exit: 0, stdout: '0.1.0\n' })
  })
})

describe('language', () => {
  test.each([
    [undefined, {}, 'en'],
    [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB' }, 'en'],
    [undefined, { LANG: 'en_US', LC_ALL: 'zh_TW' }, 'zh'],
    [undefined, { LANG: 'zh_CN', LC_ALL: '' }, 'zh'],
    ['en', { LANG: 'zh_CN' }, 'en'],
    ['fr', { LANG: 'zh_CN' }, 'zh'],
  ])('%s in %j is %s', (asked, env, language) => {
    expect(languageOf(asked, env)).toBe(language)
  })

  test('is found before the arguments are parsed', () => {
    expect(askedLanguage(['x', '--lang', 'zh'])).toBe('zh')
    expect(askedLanguage(['x', '--lang=en'])).toBe('en')
    expect(askedLanguage(['x', '--', '--lang', 'zh'])).toBeUndefined()
  })
})
