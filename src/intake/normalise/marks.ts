// Half-width marks → full-width ones (§10.3): , ; : ? ! and the full stop. In: the work, its brackets settled. A mark
// belongs to Chinese text when a word beside its run is Han or another mark of the run is Chinese; a mark between two
// numbers or two Latin words belongs to them and stays.

import type { Rule } from '../rules.ts'
import { KIND } from './kinds.ts'
import { EDGE } from './runs.ts'
import { after, afterNumeral, before, replace, type Work } from './work.ts'

const PAUSES: Readonly<Record<string, readonly [full: string, rule: Rule]>> = {
  ',': ['，', 'comma'],
  ';': ['；', 'semicolon'],
  ':': ['：', 'colon'],
}

export function convertPauses(work: Work): void {
  const { text, kinds, runs } = work
  for (let i = 0; i < text.length; i++) {
    if (kinds[i] !== KIND.ascii) continue
    const [full, rule] = PAUSES[text[i] ?? ''] ?? []
    if (full === undefined || rule === undefined || runs.chinese[runs.of[i] ?? -1] !== 1) continue
    replace(work, i, i + 1, full, rule, KIND.cjk)
  }
}

/** ? and ! only after Han or a Chinese mark: "Windows? 中文" keeps its own. */
export function convertExclamations(work: Work): void {
  const { text, kinds, runs } = work
  let run = -1
  let afterChinese = false
  for (let i = 0; i < text.length; i++) {
    const here = runs.of[i] ?? -1
    if (here < 0) continue
    if (here !== run) {
      run = here
      afterChinese = runs.left[run] === KIND.han
    }
    if (kinds[i] === KIND.cjk) afterChinese = true
    if (kinds[i] !== KIND.ascii || !afterChinese) continue
    if (text[i] === '?') replace(work, i, i + 1, '？', 'question', KIND.cjk)
    if (text[i] === '!') replace(work, i, i + 1, '！', 'exclamation', KIND.cjk)
  }
}

const DOTS = '.。…⋯．'

/**
 * A point after Han → 。 at the end of the text; inside it only where the text has no 。 and itself ends in a point.
 * Any other point between Han may be a name (比尔.盖茨) and is left with a doubt.
 */
export function convertStops(work: Work): void {
  const { text, runs } = work
  if (!text.includes('.')) return
  const points = [...singlePoints(work)].filter((i) => runs.left[runs.of[i] ?? -1] === KIND.han)
  const atEnd = points.filter((i) => runs.right[runs.of[i] ?? -1] === EDGE)
  const inside = points.filter((i) => runs.right[runs.of[i] ?? -1] === KIND.han && !afterNumeral(work, i))
  const stops = atEnd.length > 0 && !text.includes('。') ? [...atEnd, ...inside] : atEnd
  if (stops.length === atEnd.length) for (const i of inside) work.doubts.push(doubtfulPoint(i))
  for (const i of stops) replace(work, i, i + 1, '。', 'full-stop', KIND.cjk)
}

/** Points that are not part of a row of dots. */
function* singlePoints(work: Work): Generator<number> {
  const { text, kinds } = work
  for (let i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
    if (kinds[i] !== KIND.ascii) continue
    const neighbours = [text[before(work, i)], text[after(work, i + 1)]]
    if (!neighbours.some((c) => c !== undefined && DOTS.includes(c))) yield i
  }
}

const doubtfulPoint = (at: number) => ({
  start: at,
  end: at + 1,
  message: { en: '`.` between Han kept', zh: '汉字之间的 `.` 未改' },
  hint: { en: 'write 。 at the end of a sentence, · inside a name', zh: '句末应作。，人名中间应作·' },
})
