// What a file claims to be: PDF/X for the press, PDF/A and PDF/UA for the archive. In: the file's own marks (Info, XMP,
// output intents, structure). Out: claims, which say which checks have a meaning; none is believed here.

import type { PdfFile } from './pdf-file.ts'
import { isDict } from './pdf-syntax.ts'
import { readXmp, type Xmp, xmpValue } from './xmp/packet.ts'
import { NS } from './xmp/schemas.ts'

export interface Claims {
  /** The version as the file writes it, `PDF/X-4`; empty where only an output intent claims it. */
  readonly pdfx: string | undefined
  /** `part` and `conformance` as the file writes them. */
  readonly pdfa: { readonly part: string; readonly conformance: string } | undefined
  readonly pdfua: string | undefined
  /** A structure tree, or a catalog that says there is one. */
  readonly isTagged: boolean
  readonly xmp: Xmp | undefined
}

/** Claims a file can be asked to make, each a standard with its level. */
export type Claim = 'x-1a' | 'x-4' | '3a' | '2a' | '2u' | '2b' | 'ua1'

export function claimsOf(file: PdfFile): Claims {
  const stream = file.stream(file.catalog.get('Metadata'))
  const packet = stream && file.decoded(stream)
  const xmp = packet === undefined ? undefined : readXmp(packet)
  const part = said(xmp, NS.pdfaid, 'pdfaid', 'part')
  const marked = file.resolve(file.dict(file.catalog.get('MarkInfo')).get('Marked'))
  return {
    pdfx: pdfxOf(file, xmp),
    pdfa:
      part === undefined
        ? undefined
        : { part, conformance: said(xmp, NS.pdfaid, 'pdfaid', 'conformance') ?? '' },
    pdfua: said(xmp, NS.pdfuaid, 'pdfuaid', 'part'),
    isTagged: marked === true || isDict(file.resolve(file.catalog.get('StructTreeRoot'))),
    xmp,
  }
}

/** Files of level a, of PDF/UA and all others that say they are tagged are judged by their tags. */
export const claimsTags = ({ pdfa, pdfua, isTagged }: Claims): boolean =>
  isTagged || pdfua !== undefined || pdfa?.conformance === 'A'

function pdfxOf(file: PdfFile, xmp: Xmp | undefined): string | undefined {
  const info = file.dict(file.trailer.get('Info'))
  const version =
    said(xmp, NS.pdfxid, 'pdfxid', 'GTS_PDFXVersion') ?? file.string(info.get('GTS_PDFXVersion'))
  if (version !== undefined) return version
  const intents = file.array(file.catalog.get('OutputIntents')).map((one) => file.dict(one))
  return intents.some((intent) => file.name(intent.get('S')) === 'GTS_PDFX') ? '' : undefined
}

/** A value of the packet; where it is no XML, as it can be made out. */
function said(xmp: Xmp | undefined, namespace: string, prefix: string, name: string): string | undefined {
  const value = xmpValue(xmp, namespace, name)
  if (value !== undefined || xmp?.fault === undefined) return value
  return new RegExp(`<${prefix}:${name}>([^<]*)<|${prefix}:${name}\\s*=\\s*["']([^"']*)["']`)
    .exec(xmp.raw)
    ?.slice(1)
    .find((one) => one !== undefined)
}
