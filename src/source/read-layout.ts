// A layout file → a `Layout`, every `extends` followed and every unit resolved. In: the path and the door to the
// files. Out: the layout, or all that is wrong with it. Whether it can be set at all is asked in layout-limits.ts.

import { type Direction, type Files, hasErrors, type Reported, type Text } from '../core/index.ts'
import type {
  FaceFile,
  FaceFiles,
  FaceRole,
  Folio,
  Layout,
  Press,
  RunningHead,
  ThumbTab,
  TitleStyle,
} from './layout.ts'
import { readChain } from './layout-chain.ts'
import { readComposition } from './layout-composition.ts'
import { withDefaults } from './layout-defaults.ts'
import type { Path } from './layout-faults.ts'
import { checkLimits } from './layout-limits.ts'
import { readBleed, readTrim, readTypeArea } from './layout-page.ts'
import { layoutSchema } from './layout-schema.ts'
import { Sheet } from './layout-sheet.ts'
import { nameOf } from './paths.ts'
import { inOrder, type Problems } from './problems.ts'
import { checkPresence } from './shape.ts'
import { isNothing, type MapNode, nodeAt } from './tree.ts'

/**
 * Reads a layout. `extends` names a path relative to the file, or a layout in the same folder or else in `shipped`,
 * the folder of the layouts that come with the program. The value is undefined when there are errors.
 */
export function readLayout(path: string, files: Files, shipped?: string): Reported<Layout | undefined> {
  const folder = shipped === undefined || /[\\/]$/.test(shipped) ? shipped : `${shipped}/`
  const { own, root: stated, diagnostics } = readChain(path, files, folder)
  if (own === undefined) return { value: undefined, diagnostics }
  if (stated !== undefined) own.problems.addAll(checkPresence(stated, layoutSchema, requiredIn(stated)))
  const layout = stated === undefined ? undefined : layoutOf(withDefaults(stated), path, own.problems)
  const all = inOrder([...own.problems.settled(), ...diagnostics])
  return { value: hasErrors(all) ? undefined : layout, diagnostics: all }
}

/** What a layout must say: the page and the type area. */
function requiredIn(stated: MapNode): readonly Path[] {
  const area = nodeAt(stated, ['type-area'])
  if (area?.kind !== 'map') return [['trim'], ['type-area']]
  const keys = ['size', 'characters', 'lines', 'inner-margin', 'head-margin']
  const pitch = isNothing(nodeAt(area, ['line-gap'])) ? ['line-pitch'] : []
  return [['trim'], ...[...keys, ...pitch].map((key) => ['type-area', key])]
}

function layoutOf(root: MapNode, path: string, problems: Problems): Layout {
  const sheet = new Sheet(root, problems)
  const direction: Direction = sheet.word(['direction'])
  // First what gives em and 行 their worth.
  const typeArea = readTypeArea(sheet)
  const thumbTab = thumbTabOf(sheet)
  const balance = sheet.value(['balance-columns'])
  const layout: Layout = {
    file: path,
    name: String(sheet.value(['name']) ?? nameOf(path)),
    direction,
    binding: sheet.node(['binding']) === undefined ? usualBinding(direction) : sheet.word(['binding']),
    trim: readTrim(sheet),
    bleed: readBleed(sheet),
    typeArea,
    faces: facesOf(sheet),
    styles: stylesOf(sheet),
    composition: readComposition(sheet, typeArea.charSize),
    part: titleOf(sheet, ['part']),
    chapter: {
      start: sheet.word(['chapter', 'start']),
      opening: titleOf(sheet, ['chapter', 'opening']),
      inColumn: titleOf(sheet, ['chapter', 'in-column']),
    },
    subheadingLines: sheet.count(['subheading-lines']),
    runningHead: runningHeadOf(sheet),
    folio: folioOf(sheet),
    ...(thumbTab === undefined ? {} : { thumbTab }),
    press: pressOf(sheet),
    // CLREQ 2.4.2: columns of the last page are balanced in horizontal text only.
    balanceColumns: balance === undefined ? direction === 'horizontal' : balance === true,
  }
  checkLimits(layout, sheet.faults)
  return layout
}

/** Vertical books open to the right (GB/T 12450; CLREQ 2.4.2). */
const usualBinding = (direction: Direction) => (direction === 'vertical' ? 'right' : 'left')

const ROLES: readonly FaceRole[] = ['song', 'hei', 'kai', 'fangsong']

function facesOf(sheet: Sheet): Layout['faces'] {
  const faces: Partial<Record<FaceRole, FaceFiles>> = {}
  for (const role of ROLES) {
    const files: { regular?: FaceFile; bold?: FaceFile } = {}
    for (const weight of ['regular', 'bold'] as const) {
      const node = sheet.node(['faces', role, weight])
      if (node?.kind === 'scalar') files[weight] = { path: String(node.value), span: node.span }
    }
    if (Object.keys(files).length > 0) faces[role] = files
  }
  return faces
}

const stylesOf = (sheet: Sheet): Layout['styles'] => ({
  body: sheet.style(['styles', 'body']),
  heading: sheet.style(['styles', 'heading']),
  subheading: sheet.style(['styles', 'subheading']),
  credit: sheet.style(['styles', 'credit']),
})

function titleOf(sheet: Sheet, path: Path): TitleStyle {
  const at = (key: string): Path => [...path, key]
  const text = sheet.style(at('text'))
  return {
    span: sheet.word(at('span')),
    lines: sheet.count(at('lines')),
    text,
    letterSpacing: sheet.ems(at('letter-spacing'), text.size, 10),
    align: sheet.word(at('align')),
    startShare: sheet.share(at('start-share')),
    ruleBefore: sheet.word(at('rule-before')),
    ruleAfter: sheet.word(at('rule-after')),
  }
}

const runningHeadOf = (sheet: Sheet): RunningHead => ({
  text: sheet.style(['running-head', 'text']),
  even: sheet.word(['running-head', 'even']),
  odd: sheet.word(['running-head', 'odd']),
  gap: sheet.length(['running-head', 'gap']),
  rule: sheet.rule(['running-head', 'rule']),
})

const folioOf = (sheet: Sheet): Folio => ({
  text: sheet.style(['folio', 'text']),
  place: sheet.word(['folio', 'place']),
  openingPlace: sheet.word(['folio', 'opening-place']),
  openingText: sheet.style(['folio', 'opening-text']),
  footGap: sheet.length(['folio', 'foot-gap']),
})

function pressOf(sheet: Sheet): Press {
  const at = (key: string): Path => ['press', key]
  const profile = sheet.node(at('profile'))
  const condition = sheet.value(at('condition'))
  if (condition !== undefined && profile === undefined && condition !== SHIPPED_CONDITION)
    sheet.faults.bad('bad-value', at('condition'), WITHOUT_PROFILE)
  return {
    standard: sheet.word(at('standard')),
    ...(profile?.kind === 'scalar' && { profile: { path: String(profile.value), span: profile.span } }),
    ...(condition !== undefined && { condition: String(condition) }),
    cropMarks: sheet.value(at('crop-marks')) === true,
    registrationMarks: sheet.value(at('registration-marks')) === true,
    signature: sheet.count(at('signature')) as Press['signature'],
    inkLimit: inkLimitOf(sheet, at('ink-limit')),
  }
}

/** That of the profile that comes with the program. */
const SHIPPED_CONDITION = 'FOGRA39'

const WITHOUT_PROFILE: Text = {
  en: 'a printing condition goes with its ICC profile: give `profile` too, or take `condition` out to use FOGRA39',
  zh: '印刷条件要和它的 ICC 特性文件一起给出：请加上 `profile`，或删去 `condition` 而用 FOGRA39',
}

/** One ink, full, and all four; shares of the sheet. */
const LEAST_INK = 1
const MOST_INK = 4

/** 总墨量: full black type alone is 100 %. */
function inkLimitOf(sheet: Sheet, path: Path): number {
  const limit = sheet.share(path, MOST_INK)
  if (limit < LEAST_INK) sheet.faults.bad('bad-value', path, NO_BLACK)
  return limit
}

const NO_BLACK: Text = {
  en: 'black type alone takes 100%: give 100% to 400%, such as 300%',
  zh: '单是黑字就要 100%：请写 100% 到 400%，如 300%',
}

/** 书口标签, when the layout asks for one. */
function thumbTabOf(sheet: Sheet): ThumbTab | undefined {
  if (sheet.node(['thumb-tab'])?.kind !== 'map') return undefined
  return {
    width: sheet.length(['thumb-tab', 'width']),
    height: sheet.length(['thumb-tab', 'height']),
    text: sheet.style(['thumb-tab', 'text']),
    tint: sheet.share(['thumb-tab', 'tint']),
    top: sheet.length(['thumb-tab', 'top']),
    steps: sheet.count(['thumb-tab', 'steps']),
  }
}
