// All faults of the lab, table by table.

import { DOCUMENT_FAULTS, FILE_FAULTS, PROMISED, TEXT_FAULTS } from './any-file.ts'
import { ATTACHMENT_FAULTS, PDFA_FAULTS, TAG_FAULTS } from './archive.ts'
import type { Fault } from './fault.ts'
import { BOX_FAULTS, INK_FAULTS, PDFX_FAULTS } from './press.ts'

export const TABLES: Readonly<Record<string, readonly Fault[]>> = {
  'faults that the proof promises to find': PROMISED,
  'faults of the file': FILE_FAULTS,
  'faults of text and fonts': TEXT_FAULTS,
  'faults of the document': DOCUMENT_FAULTS,
  'faults of a press file: boxes': BOX_FAULTS,
  'faults of a press file: ink': INK_FAULTS,
  'faults of PDF/X': PDFX_FAULTS,
  'faults of PDF/A': PDFA_FAULTS,
  'faults of tags': TAG_FAULTS,
  'faults of attachments': ATTACHMENT_FAULTS,
}
