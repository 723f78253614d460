// A layout file and the layouts it extends, laid one upon the other. In: a path. Out: one tree in which every value
// still knows the file it came from. What the values mean is left to read-layout.ts.

import { type Diagnostic, error, type Files, type Span } from '../core/index.ts'
import { FACE_NAMES, layoutSchema } from './layout-schema.ts'
import { type Loaded, loadYaml } from './load.ts'
import { isAbsolute, nameOf, resolvePath } from './paths.ts'
import type { Problems } from './problems.ts'
import { checkShape } from './shape.ts'
import { type Field, isNothing, type MapNode, type Node, valueAt } from './tree.ts'

export interface Chain {
  /** The file that was asked for; its problems also take those of the whole. */
  readonly own: Loaded | undefined
  /** All files as one tree; undefined when a file is missing or is no layout. */
  readonly root: MapNode | undefined
  /** Problems of the files it extends, or of a file that cannot be read at all. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What a chain is read with. */
interface Reading {
  readonly files: Files
  /** Folder of the shipped layouts, with its slash. */
  readonly shipped: string | undefined
  /** Paths on the way here, for cycles. */
  readonly above: readonly string[]
}

/** Reads `path` and everything it extends. */
export function readChain(path: string, files: Files, shipped: string | undefined): Chain {
  return chainFrom(path, { files, shipped, above: [] })
}

function chainFrom(path: string, reading: Reading, named?: Span): Chain {
  const { value: own, diagnostics } = loadYaml(path, reading.files, named)
  if (own === undefined) return { own, root: undefined, diagnostics: diagnostics.map(asLayout) }
  own.problems.addAll(checkShape(own.root, layoutSchema, 'layout-impossible'))
  if (own.root.kind !== 'map') return { own, root: undefined, diagnostics: [] }
  const mine = withProfile(withFaces(own.root, path, own.problems), path)
  const parent = valueAt(own.root, 'extends')
  if (parent === undefined) return { own, root: mine, diagnostics: [] }
  const base = baseOf(parent, path, { ...reading, above: [...reading.above, path] }, own.problems)
  const root = base.root === undefined ? undefined : merged(base.root, mine)
  const fromBase = base.own === undefined ? [] : base.own.problems.settled()
  return { own, root, diagnostics: [...fromBase, ...base.diagnostics] }
}

/** A layout that is not there is told by its own code. */
const asLayout = (d: Diagnostic): Diagnostic => {
  if (d.code !== 'file-missing') return d
  const hint = {
    en: 'give the path of a layout file, or the name of one in layouts/',
    zh: '请写版式文件的路径，或 layouts/ 里的名字',
  }
  return { ...d, code: 'layout-missing', hints: [hint] }
}

const NOTHING: Chain = { own: undefined, root: undefined, diagnostics: [] }

/** Follows `extends`: a path, or a name in the same folder or among the shipped layouts. */
function baseOf(node: Node, from: string, reading: Reading, problems: Problems): Chain {
  if (node.kind !== 'scalar' || node.value === null) return NOTHING
  const name = String(node.value)
  if (isAbsolute(name)) {
    problems.add(absolute(name, node.span))
    return NOTHING
  }
  const candidates = candidatesFor(name, from, reading.shipped)
  const found = candidates.find((path) => exists(path, reading.files)) ?? candidates[0] ?? name
  if (!reading.above.includes(found)) return chainFrom(found, reading, node.span)
  problems.add(cycle([...reading.above, found], node.span))
  return NOTHING
}

function candidatesFor(name: string, from: string, shipped: string | undefined): readonly string[] {
  if (/[\\/]|\.ya?ml$/.test(name)) return [resolvePath(from, name)]
  const beside = resolvePath(from, `${name}.yaml`)
  return shipped === undefined ? [beside] : [beside, resolvePath(shipped, `${name}.yaml`)]
}

/** A file that cannot be read exists; reading it again tells why. */
function exists(path: string, files: Files): boolean {
  try {
    return files.read(path) !== undefined
  } catch {
    return true
  }
}

const absolute = (name: string, span: Span): Diagnostic =>
  error(
    'path-outside',
    { en: `\`${name}\` is an absolute path`, zh: `\`${name}\` 是绝对路径` },
    {
      span,
      hints: [
        {
          en: 'name a layout of this folder or a relative path',
          zh: '请写同一文件夹里版式的名字，或相对路径',
        },
      ],
    },
  )

function cycle(paths: readonly string[], span: Span): Diagnostic {
  const names = paths.map(nameOf).join(' → ')
  const message = { en: `layouts extend each other: ${names}`, zh: `版式互相以对方为底：${names}` }
  return error('extends-cycle', message, {
    span,
    hints: [{ en: 'take out one `extends`', zh: '请去掉一处 `extends`' }],
  })
}

/** Two ways to say one thing: the upper layout's way replaces the lower's. */
const ALTERNATIVES = ['line-pitch', 'line-gap']

/** `over` laid upon `base`: maps key by key, everything else whole. */
export function merged(base: Node, over: MapNode): MapNode {
  if (base.kind !== 'map') return over
  const fields = new Map(base.fields)
  if (ALTERNATIVES.some((key) => over.fields.has(key))) for (const key of ALTERNATIVES) fields.delete(key)
  for (const [key, field] of over.fields) {
    const below = fields.get(key)?.value
    const { value } = field
    // A key without a value says nothing.
    if (below !== undefined && isNothing(value)) continue
    fields.set(
      key,
      value.kind === 'map' && below !== undefined ? { ...field, value: merged(below, value) } : field,
    )
  }
  return { kind: 'map', span: over.span, fields }
}

/** `faces` under their own names, their paths seen from where the user stands. */
function withFaces(root: MapNode, path: string, problems: Problems): MapNode {
  const faces = root.fields.get('faces')
  if (faces?.value.kind !== 'map') return root
  const fields = new Map<string, Field>()
  for (const [name, field] of faces.value.fields) {
    const role = FACE_NAMES[name as keyof typeof FACE_NAMES] ?? name
    if (fields.has(role)) problems.add(twice(role, field.keySpan))
    else fields.set(role, { ...field, value: withPaths(field.value, path) })
  }
  const value: MapNode = { ...faces.value, fields }
  return { ...root, fields: new Map(root.fields).set('faces', { ...faces, value }) }
}

/** The ICC profile of the press, likewise. */
function withProfile(root: MapNode, path: string): MapNode {
  const press = root.fields.get('press')
  if (press?.value.kind !== 'map') return root
  const value = resolved(press.value, ['profile'], path)
  return { ...root, fields: new Map(root.fields).set('press', { ...press, value }) }
}

/** A map with the paths under `keys` seen from where the user stands. */
function resolved(node: MapNode, keys: readonly string[], path: string): MapNode {
  const fields = [...node.fields].map(([key, field]): [string, Field] => {
    const { value } = field
    if (!keys.includes(key) || value.kind !== 'scalar' || typeof value.value !== 'string') return [key, field]
    return [key, { ...field, value: { ...value, value: resolvePath(path, value.value) } }]
  })
  return { ...node, fields: new Map(fields) }
}

/** A bare path is the regular weight; as a map, so that another layout can add the bold. */
function withPaths(node: Node, path: string): Node {
  if (node.kind === 'list') return node
  if (node.kind === 'scalar') {
    const value = typeof node.value === 'string' ? resolvePath(path, node.value) : node.value
    const regular: Field = { keySpan: node.span, value: { ...node, value } }
    return { kind: 'map', span: node.span, fields: new Map([['regular', regular]]) }
  }
  return resolved(node, ['regular', 'bold'], path)
}

const twice = (role: string, span: Span): Diagnostic =>
  error(
    'duplicate-key',
    { en: `the face \`${role}\` is given twice`, zh: `字体 \`${role}\` 写了两次` },
    { span },
  )
