// How a list of credits (供稿) prints. In: credits of a chapter or an entry. Out: the one line of text in full-width
// parentheses. Where the line stands (行末对齐) is the layout's; what the wording of a raw text means is intake's.

import type { Credit } from './manuscript.ts'

type Wording = Omit<Credit, 'span'>

/** One em between two credits of a list, and between an office and its person. */
const GAP = '\u3000'

/**
 * The text of a list of credits, parentheses included; empty for an empty list.
 *
 * - one credit: office, one em, names parted by 、, role: `（刘英杰供稿）`, `（市统计局　王五供稿）`, `（市委办公室供稿）`
 * - several: `role：names` each, one em between: `（撰稿：张三、李四　审稿：王五）`
 * - `printed` stands for the item's own wording in both.
 */
export function renderCredits(credits: readonly Wording[]): string {
  const [first] = credits
  if (first === undefined) return ''
  return `（${credits.length === 1 ? wordingAlone(first) : credits.map(wordingInList).join(GAP)}）`
}

const wordingAlone = (credit: Wording): string => credit.printed ?? `${signers(credit)}${credit.role ?? ''}`

const wordingInList = (credit: Wording): string =>
  credit.printed ?? `${credit.role === undefined ? '' : `${credit.role}：`}${signers(credit)}`

const signers = ({ unit, names }: Wording): string =>
  [unit, names.join('、')].filter((part) => part !== undefined && part !== '').join(GAP)
