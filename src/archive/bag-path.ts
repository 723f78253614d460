// Names of files in a bag, as manifests write them (RFC 8493, 2.1.3). In: paths with `/` between folders, from the top of
// the bag. Out: the same as written in a manifest and back, their order, and what makes a path unfit.

import type { Text } from '../core/index.ts'

/** What begins the path of every payload file. */
export const PAYLOAD = 'data/'

/** CR, LF and the percent sign alone are written as escapes. */
export const encodedPath = (path: string): string =>
  path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

export const decodedPath = (written: string): string =>
  written.replace(/%(0D|0A|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** A path in a message: control characters as escapes, so that none reaches a terminal. */
export const shownPath = (path: string): string => JSON.stringify(path).slice(1, -1)

/** By the bytes of UTF-8: the same in every locale. */
export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Why no file of a bag may be called so; undefined where it may. A path never leads out of the bag. */
export function pathFault(path: string): Text | undefined {
  if (path === '') return { en: 'it is empty', zh: '为空' }
  if (/^(?:[/~]|[a-z]:)/i.test(path)) return { en: 'it does not start in the bag', zh: '不从包内算起' }
  if (path.includes('\\'))
    return { en: 'folders are parted by `/`, not `\\`', zh: '文件夹应以 `/` 分隔，不用 `\\`' }
  const steps = path.split('/')
  if (steps.includes('..')) return { en: 'it leads out of the bag', zh: '指向包外' }
  if (steps.includes('.') || steps.includes('')) return { en: 'it has an empty step', zh: '路径中有空的一级' }
  if (path.includes('\0')) return { en: 'it holds a NUL', zh: '含有 NUL 字符' }
  return undefined
}

/** Names that Windows keeps for devices; such a file cannot be unpacked there. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i

/** Why a file that is called so may get lost on another system. */
export function portabilityFault(path: string): Text | undefined {
  const steps = path.split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what some systems have no way to write
  if (/[<>:"|?*\u0000-\u001f]/.test(path) || steps.some((step) => DEVICE.test(step) || /[. ]$/.test(step)))
    return { en: 'Windows has no such file names', zh: 'Windows 不能用这样的文件名' }
  if (path !== path.normalize('NFC')) return { en: 'it is not in Unicode NFC', zh: '不是 Unicode NFC 形式' }
  return undefined
}

/** The same for names that differ in case or normalisation only. */
export const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase()
