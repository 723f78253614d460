// Tag files as text (RFC 8493, 2.1.1 and 2.2.2). In: bytes or rows. Out: rows or text. Lines may end in LF, CR or CRLF; ours
// end in LF.

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Undefined where the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

export const BOM = '\ufeff'

/** The lines of a text, a last empty one left out. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** A label with its value; labels may be repeated. */
export type Tag = readonly [label: string, value: string]

/** A line each; what would begin a new line becomes a blank. */
export const tagText = (tags: readonly Tag[]): string =>
  tags.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')

/** Lines that begin with a blank continue the value before; what is no `label: value` is left out. */
export function tagsIn(text: string): readonly Tag[] {
  const tags: [string, string][] = []
  for (const line of linesOf(text)) {
    const last = tags.at(-1)
    const [, label, value = ''] = /^([^\s:][^:]*?)\s*:\s*(.*)$/.exec(line) ?? []
    if (label !== undefined) tags.push([label, value.trim()])
    else if (/^\s/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`
  }
  return tags
}

/** The values of a label; case does not matter (RFC 8493, 2.2.2). */
export const valuesOf = (tags: readonly Tag[], label: string): readonly string[] =>
  tags.flatMap(([name, value]) => (name.toLowerCase() === label.toLowerCase() ? [value] : []))
