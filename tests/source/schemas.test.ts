import { expect, test } from 'vitest'
import { jsonSchemas } from '../../src/source/index.ts'

/** `npx vitest run tests/source/schemas.test.ts -u` writes the files anew after a change of the keys. */
test.each(Object.entries(jsonSchemas()))(
  'schemas/%s.schema.json is the schema that checks',
  async (name, schema) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      `../../schemas/${name}.schema.json`,
    )
  },
)

test('every key is described in Chinese and English', () => {
  const nameless: string[] = []
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') {
        for (const [name, inner] of Object.entries(value as Record<string, { description?: string }>)) {
          if (!/\p{Script=Han}.* \| .*[a-z]/su.test(inner.description ?? '')) nameless.push(`${path}/${name}`)
        }
      }
      visit(value, `${path}/${key}`)
    }
  }
  visit(jsonSchemas(), '')
  expect(nameless).toEqual([])
})
