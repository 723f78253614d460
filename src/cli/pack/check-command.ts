// banxin pack --check: is a bag whole and unchanged, and does it still make what it holds? In: its folder. Out: checks, each
// passed, failed or not run.

import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BagCheck, type BagReader, bagHasFailed, bagReportText, checkBag } from '../../archive/index.ts'
import { type Diagnostic, error, type Language, note, type Text } from '../../core/index.ts'
import { isFolder } from '../plan-outputs.ts'
import { type Outcome, onlyDiagnostics, type Rim } from '../rim.ts'
import { bagReader } from './bag-folder.ts'
import type { CheckOrder } from './pack-order.ts'
import { notRebuilt, rebuildChecks } from './rebuild.ts'

export async function checkCommand({ bag, fonts }: CheckOrder, rim: Rim): Promise<Outcome> {
  const full = resolve(rim.world.cwd, bag)
  if (!isFolder(full)) return onlyDiagnostics([noFolder(bag)])
  const root = realpathSync(full)
  const reader = readerAt(root)
  if ('code' in reader) return onlyDiagnostics([reader])
  const ofBag = checkBag(reader)
  const folder = fonts === undefined ? undefined : resolve(rim.world.cwd, fonts)
  const rebuilt = bagHasFailed(ofBag)
    ? notRebuilt(reader, NOT_VALID)
    : await rebuildChecks(reader, root, folder, rim)
  const checks = [...ofBag, ...rebuilt]
  return {
    diagnostics: verdictOn(bag, checks),
    data: { bag, checks: checks.map((check) => jsonCheck(check, rim.language)) },
    product: `${bagReportText(checks, rim.language)}\n`,
  }
}

const NOT_VALID: Text = { en: 'the bag is not valid', zh: '包不合格' }

const noFolder = (bag: string): Diagnostic =>
  error(
    'file-missing',
    { en: `there is no folder \`${bag}\``, zh: `没有文件夹 \`${bag}\`` },
    { hints: [{ en: 'a packed bag (zip, tar) is unpacked first', zh: '压缩的包（zip、tar）请先解开' }] },
  )

function readerAt(root: string): BagReader | Diagnostic {
  try {
    return bagReader(root)
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    return error('file-unreadable', {
      en: `cannot read \`${root}\`: ${why}`,
      zh: `无法读取 \`${root}\`：${why}`,
    })
  }
}

function verdictOn(bag: string, checks: readonly BagCheck[]): readonly Diagnostic[] {
  const titles = (status: BagCheck['status'], language: Language): string =>
    checks
      .filter((check) => check.status === status)
      .map(({ title }) => title[language])
      .join(language === 'zh' ? '；' : '; ')
  const diagnostics: Diagnostic[] = []
  if (titles('failed', 'en') !== '')
    diagnostics.push(
      error('verify-failed', {
        en: `\`${bag}\` is not proven: ${titles('failed', 'en')}`,
        zh: `\`${bag}\` 核验不通过：${titles('failed', 'zh')}`,
      }),
    )
  if (titles('not-run', 'en') !== '')
    diagnostics.push(
      note('verify-not-run', {
        en: `not run on \`${bag}\`: ${titles('not-run', 'en')}`,
        zh: `\`${bag}\` 未执行：${titles('not-run', 'zh')}`,
      }),
    )
  return diagnostics
}

const jsonCheck = ({ id, title, status, detail, findings }: BagCheck, language: Language): object => ({
  id,
  title: title[language],
  status,
  detail: detail[language],
  findings: findings.map(({ message, fault, path }) => ({
    message: message[language],
    ...(fault !== undefined && { fault }),
    ...(path !== undefined && { path }),
  })),
})
