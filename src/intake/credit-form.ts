// Reads the wording of a credit (供稿). In: what stands inside its parentheses, marks already full width. Out: who did
// what, with `printed` wherever the usual form would print another wording. All forms of credits met in yearbooks.

import { renderCredits } from '../source/index.ts'
import type { CreditDraft } from './imported.ts'
import { looksLikeKnownPerson, looksLikeOffice, looksLikePerson, officeAndPerson } from './names.ts'

export interface CreditReading {
  readonly credits: readonly CreditDraft[]
  /** Whether a word for the role says that this is a credit; names or an office alone might be something else. */
  readonly sure: boolean
}

/** Longer texts in parentheses are text. */
export const LONGEST_CREDIT = 120

const AFTER_NAMES =
  '资料提供|供稿|撰稿|撰写|执笔|编写|整理|提供|摄影|摄|供图|制图|绘图|绘|审稿|编辑|校对|采写|报道|统稿|翻译|译|口述|记录|供文'
const BEFORE_NAMES = `${AFTER_NAMES}|撰文|作者|资料来源|来源|责任编辑|责编|图文|文图|文|图|审核|审定|主编`

const ENDS_IN_ROLE = new RegExp(`^(.+?)[\\u3000 ]*(${AFTER_NAMES})$`, 'u')
/** `供稿：`, `撰稿人：`, `文/`, and `撰稿　` with a gap alone for roles that are no ordinary words. */
const ROLE_FIRST = new RegExp(
  `(?:^|[；，、;,\\u3000 ]+)(${BEFORE_NAMES})(?:人员|人|者|单位)?(?:[\\u3000 ]*[：:/／][\\u3000 ]*|[\\u3000 ]+(?=\\S))`,
  'gu',
)
const GAPS_AT_START = /^[；，、;,\u3000 ]+/u
const GAPS = /[；，;,\u3000 ]+/u

/** What a credit says, or undefined where the text is no credit. */
export function readCredit(content: string): CreditReading | undefined {
  const wording = content.trim()
  if (wording === '' || wording.length > LONGEST_CREDIT || /[。！？\n]/u.test(wording)) return undefined
  const items = rolesFirst(wording) ?? mixed(wording) ?? rolesLast(wording)
  if (items !== undefined) return { credits: withPrinted(items), sure: true }
  const bare = signed(undefined, wording)
  if (bare === undefined || wording.length > 40) return undefined
  return { credits: withPrinted([bare]), sure: false }
}

/** A credit and the wording it was read from. */
interface Item {
  readonly credit: CreditDraft
  readonly wording: string
}

/** 撰稿：张三　审稿：李四. */
function rolesFirst(wording: string): readonly Item[] | undefined {
  const heads = [...wording.matchAll(ROLE_FIRST)]
  if (heads.length === 0 || heads[0]?.index !== 0) return undefined
  const items = heads.map((head, k) => {
    const end = heads[k + 1]?.index ?? wording.length
    const signers = wording.slice(head.index + head[0].length, end)
    const lead = /^[；，、;,\u3000 ]*/u.exec(head[0])?.[0].length ?? 0
    const credit = signersOf(signers, roleNamed(head[1] ?? ''))
    return { credit, wording: wording.slice(head.index + lead, end) }
  })
  return items.every(({ credit }) => credit.names.length > 0 || credit.unit !== undefined) ? items : undefined
}

/** 李四　赵六撰稿　审稿：钱七: names first, then roles first. */
function mixed(wording: string): readonly Item[] | undefined {
  for (const { index } of wording.matchAll(ROLE_FIRST)) {
    const before = rolesLast(wording.slice(0, index))
    const after = rolesFirst(wording.slice(index).replace(GAPS_AT_START, ''))
    if (before !== undefined && after !== undefined) return [...before, ...after]
  }
  return undefined
}

/** 张三、李四供稿; 张三供稿　李四摄影. */
function rolesLast(wording: string): readonly Item[] | undefined {
  const parts = wording.split(GAPS)
  const several = parts.map(roleLast)
  const complete = several.filter((item) => item !== undefined)
  if (parts.length > 1 && complete.length === parts.length) return complete
  const one = roleLast(wording)
  return one === undefined ? undefined : [one]
}

function roleLast(wording: string): Item | undefined {
  const [, signers, role] = ENDS_IN_ROLE.exec(wording) ?? []
  if (signers === undefined || role === undefined || /[：:]/u.test(signers)) return undefined
  return { credit: signersOf(signers, roleNamed(role)), wording }
}

/** 摄 is short for 摄影, 绘 for 绘图; 责编 for 责任编辑. */
const roleNamed = (role: string): string =>
  ({ 摄: '摄影', 绘: '绘图', 译: '翻译', 责编: '责任编辑' })[role] ?? role

/** Names or an office without a word for what they did. */
function signed(role: undefined, wording: string): Item | undefined {
  const tokens = tokensOf(wording)
  const [first, ...rest] = tokens
  if (first === undefined) return undefined
  const persons = looksLikeOffice(first) ? rest : tokens
  if (!persons.every(looksLikeKnownPerson)) return undefined
  return { credit: signersOf(wording, role), wording }
}

/** Who signs: persons, an office, or an office and its persons. What is neither is taken for an office as it stands. */
function signersOf(text: string, role: string | undefined): CreditDraft {
  const named = role === undefined ? {} : { role }
  const tokens = tokensOf(text)
  const [first, ...rest] = tokens
  if (first !== undefined && tokens.every(looksLikePerson)) return { ...named, names: tokens }
  if (first !== undefined && rest.length > 0 && looksLikeOffice(first) && rest.every(looksLikePerson)) {
    return { ...named, names: rest, unit: first }
  }
  const pair = tokens.length === 1 && first !== undefined ? officeAndPerson(first) : undefined
  if (pair !== undefined) return { ...named, names: [pair[1]], unit: pair[0] }
  return { ...named, names: [], unit: text.trim() }
}

/** Names parted by marks or gaps; two single characters are one name spaced out (王　明). */
function tokensOf(text: string): readonly string[] {
  const tokens = text.replace(/等$/u, '').split(/[、，,；;\u3000 ]+/u)
  const merged: string[] = []
  let single = false
  for (const token of tokens.filter((t) => t !== '')) {
    const isSingle = [...token].length === 1
    if (isSingle && single) merged.push(`${merged.pop() ?? ''}${token}`)
    else merged.push(token)
    single = isSingle && !single
  }
  return merged
}

/** `printed` wherever the usual form would not give the wording back. */
function withPrinted(items: readonly Item[]): readonly CreditDraft[] {
  return items.map(({ credit, wording }) => {
    const companions = items.length > 1 ? [credit, credit] : [credit]
    const usual = items.length > 1 ? `（${wording}\u3000${wording}）` : `（${wording}）`
    return renderCredits(companions) === usual ? credit : { ...credit, printed: wording }
  })
}
