// Values in words, for messages. In: a node of the tree. Out: what stands there, in both languages.

import type { Text } from '../core/index.ts'
import type { Node } from './tree.ts'

/** `a list`, ``the text `刘英杰` ``: what stands there and is of the wrong kind. */
export function described(node: Node): Text {
  if (node.kind === 'map') return { en: 'a map', zh: '一组键和值' }
  if (node.kind === 'list') return { en: 'a list', zh: '列表' }
  if (node.value === null) return { en: 'nothing', zh: '空的' }
  if (typeof node.value === 'boolean') return { en: `\`${node.value}\``, zh: `\`${node.value}\`` }
  if (typeof node.value === 'number')
    return { en: `the number \`${node.value}\``, zh: `数字 \`${node.value}\`` }
  return { en: `the text \`${shortened(node.value)}\``, zh: `文字 \`${shortened(node.value)}\`` }
}

/** The value itself, as far as a line has room for it: what stands there and is none of the values allowed. */
export function quoted(node: Node | undefined): Text {
  if (node === undefined || node.kind !== 'scalar') return node === undefined ? NOTHING : described(node)
  if (node.value === '') return NOTHING
  const value = typeof node.value === 'string' ? shortened(node.value) : String(node.value)
  return { en: `\`${value}\``, zh: ` \`${value}\`` }
}

const NOTHING: Text = { en: 'empty', zh: '空的' }

const shortened = (text: string): string =>
  (text.length > 16 ? `${[...text].slice(0, 12).join('')}…` : text).trim()

/** Words after Han: a space before what is Latin. */
export const afterHan = (words: string): string => (/^[!-~]/.test(words) ? ` ${words}` : words)
