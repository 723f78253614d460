// What an edition must be, for its proof: the standards it was to claim, the files it was to carry, the manuscript it
// was made of. In: a target, a manuscript, a layout. Out: options of the proof.

import type { PdfxStandard } from '../pdf/index.ts'
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
    claims: claimsOf(target, layout.press.standard),
    sourceHash: hashOf(sources),
    isOurs: true,
    ...(target.kind === 'press' && { inkLimit: Math.round(layout.press.inkLimit * 100) }),
    ...(target.kind === 'archive' && target.standard.startsWith('3') && { sources: all.map(attached) }),
  }
}

/** Files are attached under their names. */
export const attached = ({ name, bytes }: SourceFile): AttachedFile => ({ path: name, bytes })

/** A press edition without a standard has the layout's. */
function claimsOf(target: Target, press: PdfxStandard): readonly Claim[] {
  if (target.kind === 'screen') return []
  if (target.kind === 'press') return [target.standard ?? press]
  return target.standard.endsWith('a') ? [target.standard, 'ua1'] : [target.standard]
}
