// Streams, deflated. The platform's zlib changes its bytes from one Node to another; this deflate is part of the program,
// so that the same book gives the same file in ten years (docs/architecture.md, The same bytes).

import { zlibSync } from 'fflate'
import type { PDFReference } from 'pdfkit'

const encoder = new TextEncoder()

/** Ends an object with a deflated stream. */
export function deflated(ref: PDFReference, data: string | Uint8Array): void {
  putDeflated(ref, data)
  ref.end()
}

/** Gives an object a deflated stream in place of what pdfkit has begun one with; somebody else ends it. */
export function putDeflated(ref: PDFReference, data: string | Uint8Array): void {
  ref.buffer = []
  delete ref.data['Length']
  ref.compress = false
  ref.data['Filter'] = 'FlateDecode'
  ref.write(zlibSync(typeof data === 'string' ? encoder.encode(data) : data))
}
