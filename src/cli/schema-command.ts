// banxin schema: the JSON Schema of our files, on stdout or as files.

import { join } from 'node:path'
import { jsonSchemas } from '../source/index.ts'
import { StagedOutputs } from './output.ts'
import type { OptionValues } from './program.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { usage } from './usage.ts'

export async function schemaCommand(
  [kind]: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const all: Readonly<Record<string, unknown>> = jsonSchemas()
  if (kind !== undefined && !(kind in all)) return onlyDiagnostics([unknownKind(kind, Object.keys(all))])
  const schemas = kind === undefined ? all : { [kind]: all[kind] }
  const folder = options['output']
  if (typeof folder !== 'string') {
    return { diagnostics: [], data: { schemas }, product: jsonText(kind === undefined ? all : all[kind]) }
  }
  const outputs = Object.entries(schemas).map(([name, schema]) => ({
    path: join(folder, `${name}.schema.json`),
    bytes: new TextEncoder().encode(jsonText(schema)),
    makesFolder: true,
  }))
  StagedOutputs.write(outputs, rim.world.cwd).commit()
  const paths = outputs.map(({ path }) => path)
  return {
    diagnostics: [],
    data: { schemas, outputs: paths },
    said: paths.map((path) => ({ en: path, zh: path })),
  }
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

const unknownKind = (kind: string, kinds: readonly string[]) =>
  usage(
    { en: `there is no schema \`${kind}\``, zh: `没有名为 \`${kind}\` 的 schema` },
    { en: `there are ${kinds.join(', ')}`, zh: `现有 ${kinds.join('、')}` },
  )
