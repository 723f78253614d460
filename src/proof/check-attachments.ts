// Files attached to a PDF (ISO 32000-1 §7.11.4; ISO 19005-3 §6.8): reachable from `AF`, named, typed, dated, their size and
// checksum right, and their bytes equal to the sources at hand.

import { createHash } from 'node:crypto'
import type { Evidence } from './evidence.ts'
import { nameTree } from './name-tree.ts'
import type { PdfFile, PdfStream } from './pdf-file.ts'
import { isRef, isString, type PdfDict, type PdfValue } from './pdf-syntax.ts'
import { type Check, counted, type Finding, found, judged, partly } from './report.ts'

/** A file that should be attached. */
export interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** It may be missing from the file; where it is attached it is compared. */
  readonly isOptional?: boolean
}

interface Attachment {
  readonly name: string
  readonly specification: PdfDict
  readonly stream: PdfStream | undefined
  readonly isAssociated: boolean
}

/** Undefined for files without attachments; PDF/A-3 of a manuscript at hand is to have it. */
export function checkAttachments(
  { file, pages, claims }: Evidence,
  sources: readonly SourceFile[] | undefined,
): Check | undefined {
  const attachments = attachmentsOf(
    file,
    pages.map(({ dict }) => dict),
  )
  const isDue = claims.pdfa?.part === '3' && sources !== undefined
  if (attachments.length === 0 && !isDue) return undefined
  const findings = [
    ...attachments.flatMap((one) => faultsOf(file, one)),
    ...attachments.flatMap((one) => sourceFaults(file, one, sources ?? [])),
    ...missingSources(attachments, sources ?? []),
  ]
  const alone = attachments.filter(({ name }) => !sourceOf(name, sources ?? []))
  if (alone.length > 0) {
    const names = alone.map(({ name }) => name).join(', ')
    return partly('attachments', findings, {
      en: `no source at hand for ${names}`,
      zh: `手头没有可对照的源文件：${names}`,
    })
  }
  return judged('attachments', findings, {
    en: `${counted(attachments.length, 'file')}, equal to ${attachments.length === 1 ? 'its source' : 'their sources'}`,
    zh: `${attachments.length}个文件，与源文件逐字节相同`,
  })
}

/** From the name tree, and from `AF` of catalog and pages. */
function attachmentsOf(file: PdfFile, pages: readonly PdfDict[]): Attachment[] {
  const listed = nameTree(file, file.dict(file.catalog.get('Names')).get('EmbeddedFiles')).map(
    ([, value]) => value,
  )
  const associated = [file.catalog, ...pages].flatMap((holder) => file.array(holder.get('AF')))
  const found = new Map<number | PdfValue, Attachment>()
  for (const value of [...listed, ...associated]) {
    const specification = file.dict(value)
    const key = isRef(value) ? value.ref : value
    const stream = file.stream(
      file.dict(specification.get('EF')).get('F') ?? file.dict(specification.get('EF')).get('UF'),
    )
    const name = file.string(specification.get('UF')) ?? file.string(specification.get('F')) ?? '?'
    // Reachable means the same object, not a copy of it (6.8-4).
    const isAssociated = isRef(value) && associated.some((one) => isRef(one) && one.ref === value.ref)
    found.set(key, { name, specification, stream, isAssociated })
  }
  return [...found.values()]
}

const RELATIONSHIPS = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'])
/** `type/subtype` without parameters (6.8-1). */
const MIME = /^[A-Za-z0-9][\w!#$&^.+-]*\/[A-Za-z0-9][\w!#$&^.+-]*$/

function faultsOf(file: PdfFile, { name, specification, stream, isAssociated }: Attachment): Finding[] {
  const say = (en: string, zh: string): Finding => found(`\`${name}\`: ${en}`, `\`${name}\`：${zh}`)
  const relationship = file.name(specification.get('AFRelationship')) ?? ''
  const mime = file.name(stream?.dict.get('Subtype')) ?? ''
  const params = file.dict(stream?.dict.get('Params'))
  return [
    ...(isAssociated ? [] : [say('not in `AF` (6.8-4)', '不在 `AF` 中（6.8-4）')]),
    ...(file.string(specification.get('F')) && file.string(specification.get('UF'))
      ? []
      : [say('`F` and `UF` are not both given (6.8-2)', '`F` 与 `UF` 不全（6.8-2）')]),
    ...(RELATIONSHIPS.has(relationship)
      ? []
      : [say('no `AFRelationship` (6.8-3)', '没有 `AFRelationship`（6.8-3）')]),
    ...(MIME.test(mime) ? [] : [say(`MIME type \`${mime}\` (6.8-1)`, `MIME 类型为 \`${mime}\`（6.8-1）`)]),
    ...(params.has('ModDate') ? [] : [say('no `ModDate`', '没有 `ModDate`')]),
    ...(file.string(specification.get('Desc')) ? [] : [say('no `Desc`', '没有 `Desc`')]),
    ...(stream ? dataFaults(file, stream, params, say) : [say('no embedded file', '没有嵌入的文件')]),
  ]
}

/** `Size` and `CheckSum`, 16 raw bytes of MD5 (§7.11.4.1, table 46). */
function dataFaults(
  file: PdfFile,
  stream: PdfStream,
  params: PdfDict,
  say: (en: string, zh: string) => Finding,
): Finding[] {
  const data = file.decoded(stream)
  if (data === undefined) return [say('its data do not unpack', '数据无法解压')]
  const sum = file.resolve(params.get('CheckSum'))
  const real = createHash('md5').update(Buffer.from(data, 'latin1')).digest().toString('latin1')
  return [
    ...(file.number(params.get('Size')) === data.length
      ? []
      : [say(`\`Size\` is not ${data.length}`, `\`Size\` 不是 ${data.length}`)]),
    ...(isString(sum) && sum.bytes === real ? [] : [say('`CheckSum` is wrong', '`CheckSum` 不对')]),
  ]
}

/** The source of a name: the same path, or the only one that ends in it. */
function sourceOf(name: string, sources: readonly SourceFile[]): SourceFile | undefined {
  const exact = sources.find(({ path }) => path === name)
  if (exact) return exact
  const ending = sources.filter(({ path }) => path.endsWith(`/${name}`) || name.endsWith(`/${path}`))
  return ending.length === 1 ? ending[0] : undefined
}

function sourceFaults(
  file: PdfFile,
  { name, stream }: Attachment,
  sources: readonly SourceFile[],
): Finding[] {
  const source = sourceOf(name, sources)
  const data = stream && file.decoded(stream)
  if (!source || data === undefined || Buffer.from(data, 'latin1').equals(source.bytes)) return []
  return [found(`\`${name}\` differs from its source`, `\`${name}\` 与源文件不同`)]
}

const missingSources = (attachments: readonly Attachment[], sources: readonly SourceFile[]): Finding[] =>
  sources
    .filter(({ isOptional }) => isOptional !== true)
    .filter((source) => !attachments.some(({ name }) => sourceOf(name, sources) === source))
    .map(({ path }) => found(`\`${path}\` is not attached`, `没有附上 \`${path}\``))
