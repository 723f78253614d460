// Output intents: the printing condition or the screen that the colours of a file are meant for (ISO 32000-1, 14.11.5).

import type PDFDocument from 'pdfkit'
import { deflated } from '../deflate.ts'
import type { IccProfile } from './icc.ts'

export interface OutputIntent {
  readonly subtype: 'GTS_PDFX' | 'GTS_PDFA1'
  /** Registered name of the condition, such as `FOGRA39`, or one of the press's own. */
  readonly identifier: string
  /** For people. */
  readonly info: string
  /** Where the name is registered; absent for one that is not. */
  readonly registry?: string
  readonly profile: IccProfile
}

/** Writes the one intent of a file. */
export function writeIntent(
  doc: PDFDocument,
  { subtype, identifier, info, registry, profile }: OutputIntent,
): void {
  const destination = doc.ref({ N: profile.components })
  deflated(destination, profile.bytes)
  const intent = doc.ref({
    Type: 'OutputIntent',
    S: subtype,
    OutputConditionIdentifier: new String(identifier),
    OutputCondition: new String(info),
    Info: new String(info),
    ...(registry !== undefined && { RegistryName: new String(registry) }),
    DestOutputProfile: destination,
  })
  intent.end()
  doc._root.data['OutputIntents'] = [intent]
}
