// The printing condition a PDF/X file is made for (ISO 15930-4 §6.10, ISO 15930-7 §6.2; ISO 32000-1 §14.11.5): one output
// intent, with the profile of a printing press in it.

import type { PdfFile } from '../pdf-file.ts'
import type { PdfDict } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { clauseOf, type PdfxCase, type PdfxPart } from './pdfx-case.ts'
import { hasRightComponents, type Profile, profileOf } from './profile.ts'

const REGISTRY = 'http://www.color.org'

export function intentFaults(subject: PdfxCase): Finding[] {
  const { file, part } = subject
  const clause = clauseOf(part, '6.10', '6.2.3')
  const intents = file
    .array(file.catalog.get('OutputIntents'))
    .map((value) => file.dict(value))
    .filter((intent) => file.name(intent.get('S')) === 'GTS_PDFX')
  const [intent] = intents
  if (!intent || intents.length > 1)
    return [
      found(
        `${intents.length} output intents \`GTS_PDFX\`, not one (${clause})`,
        `\`GTS_PDFX\` 输出意图有${intents.length}个，应为1个（${clause}）`,
      ),
    ]
  return [...nameFaults(subject, intent, clause), ...profileFaults(subject, intent, clause)]
}

/** The condition has a name; `Info` says in words what no registry knows. */
function nameFaults({ file }: PdfxCase, intent: PdfDict, clause: string): Finding[] {
  const isRegistered = file.string(intent.get('RegistryName')) === REGISTRY
  const absent = [
    ...(file.string(intent.get('OutputConditionIdentifier')) ? [] : ['OutputConditionIdentifier']),
    ...(isRegistered || file.string(intent.get('Info')) ? [] : ['Info']),
  ]
  return absent.map((key) =>
    found(`the output intent has no \`${key}\` (${clause})`, `输出意图没有 \`${key}\`（${clause}）`),
  )
}

function profileFaults({ file, part }: PdfxCase, intent: PdfDict, clause: string): Finding[] {
  if (intent.has('DestOutputProfileRef'))
    return [
      found(
        `the profile is another file's: \`DestOutputProfileRef\` (${clause})`,
        `输出配置文件在文件之外：\`DestOutputProfileRef\`（${clause}）`,
      ),
    ]
  const value = intent.get('DestOutputProfile')
  // X-1a takes a registered name instead of a profile.
  if (value === undefined && part === 'X-1a' && file.string(intent.get('RegistryName')) === REGISTRY)
    return []
  if (value === undefined)
    return [found(`the output intent has no profile (${clause})`, `输出意图没有内嵌配置文件（${clause}）`)]
  const profile = profileOf(file, value)
  if (!profile)
    return [
      found(
        `the output intent's profile is no ICC profile (${clause})`,
        `输出意图的配置文件不是 ICC 文件（${clause}）`,
      ),
    ]
  return [
    ...kindFaults(profile, clause),
    ...versionFaults(profile, part),
    ...conditionFaults(file, intent, profile, clause),
  ]
}

/** PDF 1.4 knows profiles of version 2 (PDF Reference 1.4, table 4.16: ICC.1:1998-09). */
const versionFaults = ({ version }: Profile, part: PdfxPart): Finding[] =>
  part === 'X-4' || version === 2
    ? []
    : [
        found(
          `the output intent's profile is of ICC version ${version}, PDF 1.4 takes 2 (ISO 15930-4 6.10)`,
          `输出意图的配置文件为 ICC 第${version}版，PDF 1.4 只用第2版（ISO 15930-4 6.10）`,
        ),
      ]

/**
 * A condition registered by Fogra has its number in the profile's description (`FOGRA39L Coated`), or its name in the
 * measurements the profile was made of. Other registrars' profiles do not name their conditions so reliably.
 */
function conditionFaults(file: PdfFile, intent: PdfDict, profile: Profile, clause: string): Finding[] {
  const identifier = file.string(intent.get('OutputConditionIdentifier')) ?? ''
  const number = /^FOGRA ?(\d+)/i.exec(identifier)?.[1]
  if (number === undefined || file.string(intent.get('RegistryName')) !== REGISTRY) return []
  const isNamed =
    new RegExp(`(?<!\\d)${number}(?!\\d)`).test(profile.description) ||
    new RegExp(`FOGRA ?${number}(?!\\d)`, 'i').test(profile.target)
  return isNamed
    ? []
    : [
        found(
          `the output intent is ${identifier}, its profile does not say so (${clause})`,
          `输出意图为 ${identifier}，配置文件中没有写明（${clause}）`,
        ),
      ]
}

function kindFaults(profile: Profile, clause: string): Finding[] {
  const kind = `${profile.deviceClass} ${profile.space}`
  if (kind !== 'prtr CMYK')
    return [
      found(
        `the output intent's profile is \`${kind}\`, not of a CMYK press (${clause})`,
        `输出意图的配置文件为 \`${kind}\`，不是 CMYK 印刷设备（${clause}）`,
      ),
    ]
  return hasRightComponents(profile)
    ? []
    : [
        found(
          `\`N\` of the profile is ${profile.components}, not 4`,
          `配置文件的 \`N\` 为 ${profile.components}，应为 4`,
        ),
      ]
}
