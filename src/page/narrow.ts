// Paragraphs whose indents leave next to nothing of the line. In: how a paragraph is to stand. Out: what the author should
// hear; such a paragraph is not set.

import { type Diagnostic, error, fits } from '../core/index.ts'
import type { ParagraphForm } from '../source/index.ts'
import type { Styles } from './styles.ts'

/** Fewest characters of room that a line of text has beside indents and headings. */
export const LEAST_LINE = 4

/** Undefined where every line has room. Lines of a layout that are short by themselves are the layout's affair. */
export function tooFarIndented(form: ParagraphForm, styles: Styles): Diagnostic | undefined {
  if (form.indentSpan === undefined) return undefined
  const { charSize, charsPerLine } = styles.layout.typeArea
  const { measure, indent } = styles.paragraph(form)
  const taken = charsPerLine - (measure - Math.max(0, indent)) / charSize
  if (fits(taken + LEAST_LINE, charsPerLine)) return undefined
  const ems = Math.round(taken * 1000) / 1000
  return error(
    'bad-value',
    {
      en: `the indents take ${ems} of the ${charsPerLine} characters of a line`,
      zh: `每行 ${charsPerLine} 字，缩进就占了 ${ems} 字`,
    },
    {
      span: form.indentSpan,
      hints: [
        {
          en: `leave ${LEAST_LINE} characters at least: lower \`indent\`, \`end-indent\` or \`first-line\``,
          zh: `至少要留 ${LEAST_LINE} 字：请减小 \`indent\`、\`end-indent\` 或 \`first-line\``,
        },
      ],
    },
  )
}
