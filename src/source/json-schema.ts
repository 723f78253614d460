// The JSON Schemas of our files, from the very schemas that check them. schemas/ holds them for editors; a test keeps
// the two together.

import { bookSchema } from './book-schema.ts'
import { chapterSchema } from './chapter-schema.ts'
import { layoutSchema } from './layout-schema.ts'
import { jsonSchemaOf } from './terms.ts'

/** JSON Schema (draft 7) of chapters, books and layouts, for completion and checks while typing. */
export function jsonSchemas(): Record<'chapter' | 'book' | 'layout', Readonly<Record<string, unknown>>> {
  return {
    chapter: jsonSchemaOf(chapterSchema, '章（分目） chapter'),
    book: jsonSchemaOf(bookSchema, '书（卷） book'),
    layout: jsonSchemaOf(layoutSchema, '版式 layout'),
  }
}
