// Stretches that are to be spread over less than they take (均排). In: a text and what it is set in. Out: what the author
// should hear; the stretch keeps its natural width.

import { type Diagnostic, fits, pt, warning } from '../core/index.ts'
import { makeTitle, streamOf } from '../paragraph/index.ts'
import type { Inline, MarkedText } from '../source/index.ts'
import { excerpt } from './excerpt.ts'
import { looksOf } from './inline.ts'
import type { RunLook, Styles } from './styles.ts'

export const spreadFaults = (text: MarkedText, look: RunLook, styles: Styles): readonly Diagnostic[] =>
  (text.inline ?? [])
    .filter((one) => one.kind === 'spread')
    .flatMap((one) => {
      const width = widthOf(text, one, look, styles) / look.text.size
      return fits(width, one.over) ? [] : [tooLong(text, one, width)]
    })

/** Natural width of a stretch in points, without what is read beside it. */
function widthOf(text: MarkedText, { from, to }: Inline, look: RunLook, styles: Styles): number {
  const pieces = looksOf(text, look)
    .filter((one) => one.from >= from && one.to <= to)
    .map((one) => ({
      source: text,
      style: styles.run(one.look),
      sourceStart: one.from,
      sourceEnd: one.to,
    }))
  const set = makeTitle(streamOf(pieces), styles.typeCase, styles.title(look.text.size, UNBOUNDED))
  return set.lines[0]?.end ?? 0
}

const UNBOUNDED = pt(1e5)

function tooLong(
  text: MarkedText,
  { from, to, over }: Inline & { kind: 'spread' },
  width: number,
): Diagnostic {
  const shown = excerpt(text.text.slice(from, to))
  const ems = Math.round(width * 100) / 100
  return warning(
    'markup-argument',
    {
      en: `\`${shown}\` takes ${ems}em and cannot be spread over ${over}em: it was set as it is`,
      zh: `\`${shown}\` 本身宽 ${ems} 字，无法在 ${over} 字内均排，仍按原宽排`,
    },
    {
      span: text.spanOf(from, to),
      hints: [
        {
          en: `spread it over ${Math.ceil(width * 2 - 1e-6) / 2}em or more, or leave \`spread\` out`,
          zh: `均排的宽度至少要 ${Math.ceil(width * 2 - 1e-6) / 2}em，否则不必均排`,
        },
      ],
    },
  )
}
