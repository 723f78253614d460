// What a book is called as a whole: for metadata and records.

import type { Book } from './manuscript.ts'

/** 书名 with 卷; a chapter set alone goes by its own title. */
export function bookTitle({ title, volume, parts }: Book): string {
  if (title === undefined) return parts[0]?.chapters[0]?.title.text ?? ''
  return volume === undefined ? title.text : `${title.text} ${volume}`
}
