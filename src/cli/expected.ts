// What an edition must be, for its proof: the standards it was to claim, the files it was to carry, the manuscript it
// was made of. In: a target, a manuscript, a layout. Out: options of the proof.

import type { SourceFile as AttachedFile, Claim, VerifyOptions } from '../proof/index.ts'
import type { Target } from '../target.ts'
import type { ReadManuscript } from './draw-layout.ts'
import type { NamedLayout } from './read-layouts.ts'
import { hashOf, layoutSources, type SourceFile } from './sources.ts'

export function expectedOf(
  target: Target,
  { book, sources }: ReadManuscript,
  { read, layout }: NamedLayout,
): VerifyOptions {
  const all = [...sources, ...layoutSources(read, book)]
  return {
    claims: claimsOf(target),
    sourceHash: hashOf(sources),
    ...(target.kind === 'press' && { inkLimit: Math.round(layout.press.inkLimit * 100) }),
    ...(target.kind === 'archive' && target.standard.startsWith('3') && { sources: all.map(attached) }),
  }
}

/** Files are attached under their names. */
export const attached = ({ name, bytes }: SourceFile): AttachedFile => ({ path: name, bytes })

function claimsOf(target: Target): readonly Claim[] {
  if (target.kind === 'screen') return []
  if (target.kind === 'press') return ['pdfx']
  return target.standard.endsWith('a') ? ['pdfa', 'pdfua'] : ['pdfa']
}
