// What the parts of our files are called, in both languages. In: a zod schema. Out: the same with a name for messages
// and a description for the completion of editors. The schemas of chapters, books and layouts are made of these.

import { z } from 'zod'
import type { Text } from '../core/index.ts'

const TERMS: z.core.$ZodRegistry<Text, z.ZodType> = z.registry<Text, z.ZodType>()

/** What a schema asks for, such as `a chapter`; undefined for nameless ones. */
export const termOf = (schema: z.ZodType): Text | undefined => TERMS.get(schema)

/** `schema` called `en`/`zh` in messages. */
export const named = <S extends z.ZodType>(schema: S, en: string, zh: string): S => {
  TERMS.add(schema, { en, zh })
  return schema
}

/** A text; numbers and true/false stand for their wording, so that `heading: 2002` is what it looks like. */
export const text = (description: string): z.ZodType =>
  named(z.union([z.string(), z.number(), z.boolean()]).describe(description), 'text', '文字')

/** A list of `item`. */
export const list = (item: z.ZodType, description: string, least = 0): z.ZodType =>
  named(z.array(item).min(least).describe(description), 'a list', '列表')

/** A whole number from `least`. */
export const count = (description: string, least: number): z.ZodType =>
  named(z.int().min(least).describe(description), 'a whole number', '整数')

/** One of a few words. */
export const choice = (words: readonly [string, ...string[]], description: string): z.ZodType =>
  named(z.enum(words).describe(description), `one of ${words.join(', ')}`, `以下之一：${words.join('、')}`)

/** A schema as it stands before `optional()`. */
const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema

/** The schema of what stands at `path`; of a union the first part that has such a path. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const at = bare(schema)
  const [step, ...rest] = path
  if (step === undefined) return at
  if (at instanceof z.ZodUnion) {
    const options = at.options as readonly z.ZodType[]
    return options.map((option) => schemaAt(option, path)).find((found) => found !== undefined)
  }
  if (at instanceof z.ZodArray)
    return typeof step === 'number' ? schemaAt(at.element as z.ZodType, rest) : undefined
  if (!(at instanceof z.ZodObject)) return undefined
  const child = (at.shape as Readonly<Record<string, z.ZodType>>)[String(step)]
  return child === undefined ? undefined : schemaAt(child, rest)
}

/** The keys a map of this schema may hold. */
export function keysOf(schema: z.ZodType | undefined): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodUnion)
    return (schema.options as readonly z.ZodType[]).flatMap((o) => keysOf(bare(o)))
  return []
}

/** The JSON Schema that editors complete and check YAML with (draft 7 is what they all know). */
export const jsonSchemaOf = (schema: z.ZodType, title: string): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', override: tidy })
  return { $schema, title, ...rest }
}

/** Leaves out bounds that zod writes and nobody means. */
function tidy({ jsonSchema }: { jsonSchema: { maximum?: unknown; minItems?: unknown } }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minItems === 0) delete jsonSchema.minItems
}
