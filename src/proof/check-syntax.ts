// The file as a file (ISO 32000-1 §7.2 to §7.5; ISO 19005-2 §6.1 asks the same of an archive): header, trailer,
// cross-references, lengths of streams, hex strings, content streams that close what they open. Readers mend most of
// such faults in silence, each in its own way.

import type { ContentProblem } from './content/events.ts'
import type { Evidence } from './evidence.ts'
import type { ObjectPlace, PdfFile, PdfStream } from './pdf-file.ts'
import { isString } from './pdf-syntax.ts'
import { type Check, counted, type Finding, found, judged } from './report.ts'

export function checkSyntax({ file, survey, claims }: Evidence): Check {
  const findings = [
    ...headerFaults(file.text),
    ...trailerFaults(file),
    ...endFaults(file.text),
    ...referenceFaults(file),
    ...[...file.streams.values()].flatMap((stream) => lengthFaults(file, stream, claims.pdfa !== undefined)),
    ...file.places.flatMap(hexFaults),
    ...survey.pages.flatMap(({ page, problems }) => problems.flatMap((one) => contentFaults(one, page))),
  ]
  return judged('syntax', findings, {
    en: `${counted(file.objects.size, 'object')}, references and lengths right`,
    zh: `共${file.objects.size}个对象，引用与长度无误`,
  })
}

/** `%PDF-1.n` at the very start, then a comment of four bytes above 127 (§7.5.2; 6.1.2-1, -2). */
function headerFaults(text: string): Finding[] {
  const version = /^%PDF-[12]\.\d(?:\r\n|\r|\n)/.exec(text)
  if (!version)
    return [
      found('`%PDF-1.n` does not stand alone at byte 0 (7.5.2)', '`%PDF-1.n` 不在文件开头独占一行（7.5.2）'),
    ]
  return /^%[\x80-\xff]{4}/.test(text.slice(version[0].length))
    ? []
    : [
        found(
          'no comment of bytes above 127 after the header (7.5.2)',
          '文件头之后没有由大于 127 的字节组成的注释（7.5.2）',
        ),
      ]
}

/** `ID`: two strings (§14.4; 6.1.3-1). */
function trailerFaults(file: PdfFile): Finding[] {
  const id = file.array(file.trailer.get('ID')).map((value) => file.resolve(value))
  return id.length === 2 && id.every((one) => isString(one) && one.bytes !== '')
    ? []
    : [found('the trailer has no `ID` of two strings (14.4)', '文件尾没有由两个字符串组成的 `ID`（14.4）')]
}

/** One line end at most after the last %%EOF (6.1.3-3). */
function endFaults(text: string): Finding[] {
  const rest = text.slice(text.lastIndexOf('%%EOF') + 5)
  return /^(?:\r\n|\r|\n)?$/.test(rest)
    ? []
    : [
        found(
          `${counted(rest.length, 'byte')} after \`%%EOF\` (7.5.5)`,
          `\`%%EOF\` 之后还有${rest.length}字节（7.5.5）`,
        ),
      ]
}

const WHITE = '[\\0\\t\\n\\f\\r ]'

/** Where the last `startxref` leads, and the entries of the tables it leads to (§7.5.4). */
function referenceFaults(file: PdfFile): Finding[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.text.slice(-1100))?.[1] ?? -1)
  if (start < 0) return [found('no `startxref`', '没有 `startxref`')]
  const known = new Map(file.places.map((place) => [place.at, place]))
  const faults: Finding[] = []
  const seen = new Set<number>()
  for (let at: number | undefined = start; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const isTable = file.text.startsWith('xref', at)
    const stream = isTable ? undefined : known.get(at)
    if (!isTable && file.name(stream && file.streams.get(stream.id)?.dict.get('Type')) !== 'XRef')
      return [...faults, found(`no cross-references at ${at} (7.5.4)`, `字节 ${at} 处没有交叉引用（7.5.4）`)]
    if (!isTable) break
    const { findings, end } = tableFaults(file.text, at, known)
    faults.push(...findings)
    at = previousTable(file.text.slice(end))
  }
  return faults
}

/** `Prev` of the trailer that follows a table. */
function previousTable(rest: string): number | undefined {
  const trailer = /^\s*trailer([\s\S]*?)startxref/.exec(rest)?.[1]
  const previous = trailer && /\/Prev\s+(\d+)/.exec(trailer)?.[1]
  return previous ? Number(previous) : undefined
}

/** Each used entry must lead to the object of its number. */
function tableFaults(
  text: string,
  at: number,
  known: ReadonlyMap<number, ObjectPlace>,
): { findings: Finding[]; end: number } {
  const findings: Finding[] = []
  const section = new RegExp(`${WHITE}*(\\d+) (\\d+)${WHITE}*?(?:\\r\\n|\\r|\\n)`, 'y')
  const entry = /(\d{10}) (\d{5}) ([nf])[ \r\n]{2}/y
  let end = at + 'xref'.length
  for (;;) {
    section.lastIndex = end
    const head = section.exec(text)
    if (!head) return { findings, end }
    end = section.lastIndex
    for (let i = 0; i < Number(head[2]); i++) {
      entry.lastIndex = end
      const row = entry.exec(text)
      if (!row) {
        findings.push(found(`a cross-reference entry is malformed (7.5.4)`, `交叉引用条目格式有误（7.5.4）`))
        return { findings, end }
      }
      end = entry.lastIndex
      const id = Number(head[1]) + i
      if (row[3] === 'n' && known.get(Number(row[1]))?.id !== id)
        findings.push(
          found(
            `object ${id} is not where the cross-reference says (7.5.4)`,
            `对象 ${id} 不在交叉引用所指之处（7.5.4）`,
          ),
        )
    }
  }
}

/** `Length` bytes, a line end, then `endstream` (§7.3.8; 6.1.7.1-1, -2). */
/** @param isArchive PDF/A asks for a line end before `endstream` (6.1.7.1-2), which others should have */
function lengthFaults(file: PdfFile, { id, dict, keyword, start }: PdfStream, isArchive: boolean): Finding[] {
  const { text } = file
  const length = file.number(dict.get('Length'))
  const line = text.slice(keyword + 'stream'.length, start)
  if (line === '\r')
    return [
      found(
        `object ${id}: \`stream\` ends with CR alone (7.3.8.1)`,
        `对象 ${id}：\`stream\` 后只有 CR（7.3.8.1）`,
      ),
    ]
  const end = length === undefined ? '' : text.slice(start + length, start + length + 11)
  if (/^(?:\r\n|\r|\n)endstream/.test(end)) return []
  // A length that counts the line end in is told as wrong below.
  const countsLineEnd = /[\r\n]/.test(text[start + (length ?? 0) - 1] ?? '')
  if (end.startsWith('endstream') && !(isArchive && countsLineEnd))
    return isArchive
      ? [
          found(
            `object ${id}: no line end before \`endstream\` (6.1.7.1-2)`,
            `对象 ${id}：\`endstream\` 前没有换行（6.1.7.1-2）`,
          ),
        ]
      : []
  return [
    found(
      `object ${id}: \`Length\` ${length ?? '—'} is not the length of its stream (7.3.8.2)`,
      `对象 ${id}：\`Length\` ${length ?? '—'} 与流的长度不符（7.3.8.2）`,
    ),
  ]
}

/** An even number of hex digits and nothing else (6.1.6-1, -2). */
const hexFaults = ({ id, badHex }: ObjectPlace): Finding[] =>
  badHex === undefined
    ? []
    : [
        found(
          `object ${id}: a hex string of odd length or with other signs (7.3.4.3)`,
          `对象 ${id}：十六进制串的位数为奇数或含其他字符（7.3.4.3）`,
        ),
      ]

const UNBALANCED = { q: '`q` … `Q`', BT: '`BT` … `ET`', BMC: '`BMC` … `EMC`' } as const

function contentFaults(problem: ContentProblem, page: number): Finding[] {
  switch (problem.kind) {
    case 'bad-hex':
      return [
        found('a hex string of odd length or with other signs (7.3.4.3)', '十六进制串有误（7.3.4.3）', page),
      ]
    case 'unbalanced': {
      const pair = UNBALANCED[problem.what]
      return [found(`${pair} do not match`, `${pair} 不成对`, page)]
    }
    case 'operator':
      return [
        found(
          `unknown operator \`${problem.what}\` (Annex A)`,
          `未知操作符 \`${problem.what}\`（附录 A）`,
          page,
        ),
      ]
    case 'resource':
      return [
        found(
          `${problem.category} \`${problem.what}\` is not in the resources (7.8.3)`,
          `资源中没有 ${problem.category} \`${problem.what}\`（7.8.3）`,
          page,
        ),
      ]
    default:
      return []
  }
}
