// banxin import: raw texts → chapters and logs of every change, written together or not at all.

import { statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { type Diagnostic, hasErrors } from '../core/index.ts'
import { changeLog, type ImportSummary, importText } from '../intake/index.ts'
import { loadText, writeChapter } from '../source/index.ts'
import { logText } from './log-text.ts'
import { type Output, StagedOutputs } from './output.ts'
import { PACKAGE_ROOT } from './package-root.ts'
import { namesFolder, outputFaults, stemOf } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { usage } from './usage.ts'

/** One text on its way to a chapter. */
interface Plan {
  readonly raw: string
  readonly chapter: string
  readonly log: string
  readonly makesFolder: boolean
}

interface Made {
  readonly plan: Plan
  readonly summary: ImportSummary
  readonly outputs: readonly Output[]
}

export async function importCommand(
  raws: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const faults = optionFaults(raws, options, rim)
  if (faults.length > 0) return onlyDiagnostics(faults)
  const plans = raws.map((raw) => planOf(raw, options, rim))
  const diagnostics: Diagnostic[] = []
  const made: Made[] = []
  for (const [i, plan] of plans.entries()) {
    const { value, diagnostics: found } = importOne(plan, options, rim)
    for (const diagnostic of found) diagnostics.push(diagnostic)
    if (value !== undefined) made.push(value)
    rim.progress.step({ en: 'importing', zh: '整理' }, i + 1, plans.length)
  }
  const paths = plans.flatMap(({ chapter, log }) => [chapter, log])
  diagnostics.push(...outputFaults(paths, rim.files), ...existing(paths, options, rim))
  if (hasErrors(diagnostics)) return onlyDiagnostics(diagnostics)
  StagedOutputs.write(
    made.flatMap(({ outputs }) => outputs),
    rim.world.cwd,
  ).commit()
  return outcomeOf(made, diagnostics)
}

function optionFaults(raws: readonly string[], options: OptionValues, rim: Rim): readonly Diagnostic[] {
  const { output, log } = options
  const faults: Diagnostic[] = []
  if (raws.length > 1 && typeof output === 'string' && !namesFolder(output, rim.world.cwd))
    faults.push(
      usage(
        { en: 'several texts do not go into one chapter', zh: '几份来稿不能写进同一个文件' },
        { en: 'give a folder: `-o content/`', zh: '请写文件夹：`-o content/`' },
      ),
    )
  if (raws.length > 1 && log !== undefined)
    faults.push(usage({ en: 'several texts do not share one log', zh: '几份来稿不能共用一份改动记录' }))
  return faults
}

function planOf(raw: string, { output, log }: OptionValues, { world }: Rim): Plan {
  const folder = typeof output === 'string' && namesFolder(output, world.cwd) ? output : undefined
  const beside = folder === undefined ? dirname(raw) : folder
  const chapter =
    typeof output === 'string' && folder === undefined ? output : join(beside, `${stemOf(raw)}.yaml`)
  return {
    raw,
    chapter,
    log: typeof log === 'string' ? log : join(dirname(chapter), `${stemOf(chapter)}.log.yaml`),
    makesFolder: folder !== undefined,
  }
}

function importOne(plan: Plan, options: OptionValues, { files }: Rim) {
  const { value: source, diagnostics } = loadText(plan.raw, files)
  if (source === undefined) return { value: undefined, diagnostics }
  const imported = importText(source.text, {
    file: plan.raw,
    dropPrivateUse: options['dropPrivateUse'] === true,
  })
  const { draft, summary } = imported.value
  const comment = `由 ${basename(plan.raw)} 整理而成，改动见 ${basename(plan.log)}`
  const chapter = writeChapter({ ...draft, comment }, schemaFrom(files.absolute(plan.chapter)))
  const log = logText(changeLog(imported.value), basename(plan.raw), /\.json$/i.test(plan.log))
  const outputs = [outputOf(plan.chapter, chapter, plan), outputOf(plan.log, log, plan)]
  return {
    value: { plan, summary, outputs },
    diagnostics: [...diagnostics, ...imported.diagnostics],
  }
}

const outputOf = (path: string, text: string, { makesFolder }: Plan): Output => ({
  path,
  bytes: new TextEncoder().encode(text),
  makesFolder,
})

/** The schema as seen from the chapter, for the completion of editors. */
const schemaFrom = (chapter: string): string =>
  relative(dirname(chapter), join(PACKAGE_ROOT, 'schemas/chapter.schema.json')).split(sep).join('/')

/** What is there and no file is refused when it is written to, `--force` or not. */
function isFile(full: string): boolean {
  try {
    return statSync(full).isFile()
  } catch {
    return false
  }
}

function existing(paths: readonly string[], { force }: OptionValues, { world }: Rim): readonly Diagnostic[] {
  if (force === true) return []
  return paths
    .filter((path) => isFile(resolve(world.cwd, path)))
    .map((path) =>
      usage(
        { en: `\`${path}\` exists already`, zh: `\`${path}\` 已经存在` },
        {
          en: '`--force` overwrites it; `-o` gives another name',
          zh: '用 `--force` 覆盖，或用 `-o` 另写文件名',
        },
      ),
    )
}

function outcomeOf(made: readonly Made[], diagnostics: readonly Diagnostic[]): Outcome {
  return {
    diagnostics,
    data: {
      imported: made.map(({ plan: { raw, chapter, log }, summary: { text: _, ...numbers } }) => ({
        raw,
        chapter,
        log,
        ...numbers,
      })),
    },
    said: made.map(({ plan: { raw, chapter, log }, summary: { text } }) => ({
      en: `${raw} → ${chapter}: ${text.en} (log: ${log})`,
      zh: `${raw} → ${chapter}：${text.zh}（改动记录：${log}）`,
    })),
  }
}
