// Checksums. In: bytes. Out: lower-case hex, by the algorithms of the platform.

import { createHash } from 'node:crypto'

/** The two every bag of ours has; readers of BagIt 1.0 must know both (RFC 8493, 2.4). */
export const ALGORITHMS = ['sha256', 'sha512'] as const

/** Those a bag from elsewhere may use besides. */
const KNOWN: ReadonlySet<string> = new Set([...ALGORITHMS, 'md5', 'sha1', 'sha224', 'sha384'])

export const isKnownAlgorithm = (name: string): boolean => KNOWN.has(name)

export const digestOf = (algorithm: string, bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex')

export const sha256Of = (bytes: Uint8Array): string => digestOf('sha256', bytes)
