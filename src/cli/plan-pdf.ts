// The kind of PDF a target asks for: standard, output intent, what is attached. In: a target, a layout and the files.
// Out: a plan, or what keeps it from being one. What makes a file worse than it could be is told, too.

import { join } from 'node:path'
import { type Diagnostic, error, type Files, note, type Reported, type Text, warning } from '../core/index.ts'
import {
  type Attachment,
  archivePlan,
  type IccProfile,
  type OutputIntent,
  type PdfPlan,
  type PdfxStandard,
  type PrintersMark,
  pressPlan,
  readIcc,
  screenPlan,
} from '../pdf/index.ts'
import type { FaceFile, Layout, Press } from '../source/index.ts'
import type { Target } from '../target.ts'
import { PACKAGE_ROOT } from './package-root.ts'
import { readBytes } from './read-bytes.ts'
import type { SourceFile } from './sources.ts'

/** What a plan is made from. */
export interface PlanRequest {
  readonly target: Target
  readonly layout: Layout
  readonly sources: readonly SourceFile[]
}

export function planOf(request: PlanRequest, files: Files): Reported<PdfPlan | undefined> {
  const { target, layout, sources } = request
  if (target.kind === 'screen') return { value: screenPlan, diagnostics: [] }
  if (target.kind === 'archive') {
    const attachments = sources.map(attachmentOf)
    return {
      value: archivePlan({ standard: target.standard, intent: archiveIntent(), attachments }),
      diagnostics: [],
    }
  }
  const { press } = layout
  const standard = target.standard ?? press.standard
  const { value: intent, diagnostics } = pressIntent(press, standard, files)
  if (intent === undefined) return { value: undefined, diagnostics }
  const plan = pressPlan({ standard, intent, marks: marksOf(press) })
  return { value: plan, diagnostics: [...diagnostics, ...(layout.bleed === 0 ? [noBleed(layout)] : [])] }
}

const marksOf = ({ cropMarks, registrationMarks }: Press): readonly PrintersMark[] => [
  ...(cropMarks ? (['crop'] as const) : []),
  ...(registrationMarks ? (['registration'] as const) : []),
]

/** The day of a file that must have one and was given none, said to be none. */
export const noDate = (names: readonly string[]): Diagnostic => {
  const [en, zh] = [names.join(', '), names.join('、')]
  return warning(
    'edition-date',
    {
      en: `no date is given: ${en} will bear 1970-01-01`,
      zh: `没有日期：${zh}里写的将是 1970-01-01`,
    },
    {
      hints: [
        {
          en: 'write `date: 2003-12-01` into the book, or give `--date`',
          zh: '请在书里写 `date: 2003-12-01`，或用 `--date` 给出',
        },
      ],
    },
  )
}

const noBleed = (layout: Layout): Diagnostic =>
  warning(
    'edition-bleed',
    {
      en: `the layout \`${layout.name}\` has no bleed: what reaches the trim may show white edges`,
      zh: `版式 \`${layout.name}\` 没有出血：到切口的图形裁切后可能露白`,
    },
    {
      span: { file: layout.file, start: 0, end: 0 },
      hints: [{ en: 'write `bleed: 3mm`', zh: '请写 `bleed: 3mm`' }],
    },
  )

/** Pages that do not fill the signatures of a press (帖). */
export function signatureFault(
  pages: number,
  { press, file }: Layout,
  isBook: boolean,
): readonly Diagnostic[] {
  const empty = (of: number): number => (of - (pages % of)) % of
  if (empty(press.signature) === 0) return []
  const others = [16, 8, 4].filter((of) => of < press.signature)
  const list = (word: (of: number) => string, comma: string): string => others.map(word).join(comma)
  const message: Text = {
    en: `${pages === 1 ? '1 page leaves' : `${pages} pages leave`} ${empty(press.signature)} empty in signatures of ${press.signature}${list((of) => `, ${empty(of)} in those of ${of}`, '')}`,
    zh: `共 ${pages} 页，按每帖 ${press.signature} 页计空 ${empty(press.signature)} 页${list((of) => `，按 ${of} 页计空 ${empty(of)} 页`, '')}`,
  }
  const hints = [
    {
      en: 'add or cut pages, or write `press: { signature: 8 }` as the press folds',
      zh: '请增减页数，或按印厂的折法写 `press: { signature: 8 }`',
    },
  ]
  const extras = { span: { file, start: 0, end: 0 }, hints }
  // A chapter alone goes into a book with others.
  return [isBook ? warning('edition-signature', message, extras) : note('edition-signature', message, extras)]
}

/** The condition the shipped profile was made for (registered with the ICC). */
const SHIPPED = { condition: 'FOGRA39', file: 'profiles/FOGRA39L_coated.icc' } as const
const REGISTRY = 'http://www.color.org'
/** Names the registry of the ICC knows, of those used in East Asia and Europe. */
const REGISTERED =
  /^(?:FOGRA(?:2[789]|3[0-9]|4[0-9]|5[0-9]|60)|JC200103|JC200104|JCN2002|JCW2003|CGATS TR 00[1-6])$/

function pressIntent(press: Press, standard: PdfxStandard, files: Files): Reported<OutputIntent | undefined> {
  const { value: profile, diagnostics } =
    press.profile === undefined
      ? { value: shippedProfile(SHIPPED.file), diagnostics: [] }
      : ownProfile(press.profile, standard, files)
  if (profile === undefined) return { value: undefined, diagnostics }
  const usual = press.profile === undefined ? SHIPPED.condition : 'Custom'
  const identifier = press.condition ?? usual
  const info = profile.description ?? identifier
  const intent: OutputIntent = {
    subtype: 'GTS_PDFX',
    identifier,
    info,
    ...(REGISTERED.test(identifier) && { registry: REGISTRY }),
    profile,
  }
  return { value: intent, diagnostics }
}

/** sRGB: black is `0 g` and fits any intent; pictures will be RGB. */
const archiveIntent = (): OutputIntent => ({
  subtype: 'GTS_PDFA1',
  identifier: 'sRGB IEC61966-2.1',
  info: 'sRGB IEC61966-2.1',
  registry: REGISTRY,
  profile: shippedProfile('profiles/sRGB2014.icc'),
})

const shippedProfile = (path: string): IccProfile =>
  checked(readIcc(readBytes(join(PACKAGE_ROOT, path))), path)

function checked(profile: IccProfile | undefined, name: string): IccProfile {
  if (profile === undefined) throw new Error(`${name} is no ICC profile`)
  return profile
}

/** What the press gave: it must be of a printing device with four inks. */
function ownProfile(
  { path, span }: FaceFile,
  standard: PdfxStandard,
  files: Files,
): Reported<IccProfile | undefined> {
  const refused = (message: Text, hint: Text): Reported<undefined> => ({
    value: undefined,
    diagnostics: [error('profile-unusable', message, { span, hints: [hint] })],
  })
  let bytes: Uint8Array | undefined
  try {
    bytes = files.read(path)
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    return refused({ en: `cannot read \`${path}\`: ${why}`, zh: `无法读取 \`${path}\`：${why}` }, ASK_PRESS)
  }
  if (bytes === undefined)
    return refused({ en: `there is no profile \`${path}\``, zh: `没有特性文件 \`${path}\`` }, CORRECT_PATH)
  const profile = readIcc(bytes)
  if (profile === undefined)
    return refused({ en: `\`${path}\` is no ICC profile`, zh: `\`${path}\` 不是 ICC 特性文件` }, ASK_PRESS)
  // PDF 1.4 knows no later profiles than those of ICC 2 (ISO 15930-4, 6.1).
  const latest = standard === 'x-1a' ? 2 : 4
  if (profile.deviceClass !== 'prtr' || profile.space !== 'CMYK' || profile.version > latest) {
    const found = `${profile.deviceClass}, ${profile.space}, ICC ${profile.version}`
    const message = {
      en: `\`${path}\` is no profile of printing with CMYK for ${NAMES[standard]}: ${found}`,
      zh: `\`${path}\` 不是 ${NAMES[standard]} 可用的 CMYK 印刷特性文件：${found}`,
    }
    return refused(message, ASK_PRESS)
  }
  return { value: profile, diagnostics: [] }
}

const NAMES: Readonly<Record<PdfxStandard, string>> = { 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1a' }

const ASK_PRESS: Text = {
  en: 'ask the press for its output profile (prtr, CMYK, ICC 2, or 4 for PDF/X-4), or take `profile` out to use FOGRA39',
  zh: '请向印厂要输出用的特性文件（prtr、CMYK、ICC 2，PDF/X-4 也可用 ICC 4），或删去 `profile` 而用 FOGRA39',
}
const CORRECT_PATH: Text = {
  en: 'correct the path, which is relative to this layout file, or take it out to use FOGRA39',
  zh: '请改正路径（从本版式文件所在的文件夹算起），或删去而用 FOGRA39',
}

const DESCRIPTIONS: Readonly<Record<SourceFile['kind'], string>> = {
  manuscript: '原稿 manuscript',
  layout: '版式 layout',
  'change-log': '来稿改动记录 log of changes',
}

const attachmentOf = ({ name, bytes, kind }: SourceFile): Attachment => ({
  name,
  bytes,
  mime: name.endsWith('.json') ? 'application/json' : 'application/yaml',
  description: DESCRIPTIONS[kind],
  relationship: 'Source',
})
