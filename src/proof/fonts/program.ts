// The embedded program of a font: the file's object comes in, a reader of its outlines and metrics goes out. The readers
// are our own and share nothing with the one that made the subset.

import type { PdfFile } from '../pdf-file.ts'
import type { PdfDict } from '../pdf-syntax.ts'
import { readCff } from './cff.ts'
import type { FontProgram } from './font-program.ts'
import { readTrueType } from './truetype.ts'

/** The program of a descendant or simple font; undefined where there is none that we read. */
export function programOf(file: PdfFile, holder: PdfDict): FontProgram | undefined {
  const descriptor = file.dict(holder.get('FontDescriptor'))
  for (const key of ['FontFile2', 'FontFile3']) {
    const stream = file.stream(descriptor.get(key))
    const data = stream && file.decoded(stream)
    if (data === undefined) continue
    const bytes = Buffer.from(data, 'latin1')
    try {
      return bytes.toString('latin1', 0, 4) === 'OTTO' || key === 'FontFile2'
        ? readTrueType(bytes)
        : readCff(bytes)
    } catch (thrown) {
      // Offsets that lead out of the data: a broken font, which is for the check of fonts to say.
      if (!(thrown instanceof RangeError)) throw thrown
    }
  }
  return undefined
}
