// What kind of PDF is written, in terms that each concern of this room reads by itself: no writer asks what a file is
// for. The three kinds there are, made of what the rim and the layout give.

import { type Pt, pt } from '../core/index.ts'
import type { Attachment } from './attachments/attach.ts'
import { greyInks, type Inks, keyInks } from './colour/inks.ts'
import type { OutputIntent } from './colour/intent.ts'

/** Marks outside the bleed: where the sheet is cut, and where its plates must meet. */
export type PrintersMark = 'crop' | 'registration'

export type PdfxStandard = 'x-4' | 'x-1a'

export type PdfaStandard = '3a' | '2a' | '2u' | '2b'

/** Which standards a file says it keeps. */
export interface Claims {
  readonly pdfx?: PdfxStandard
  readonly pdfa?: PdfaStandard
}

export interface PdfPlan {
  readonly version: '1.4' | '1.6' | '1.7'
  readonly inks: Inks
  /** Room around the bleed, for marks. */
  readonly slug: Pt
  readonly marks: readonly PrintersMark[]
  /** Whether the structure of the text is written (ISO 32000-1, 14.8). */
  readonly isTagged: boolean
  readonly claims: Claims
  readonly intent?: OutputIntent
  readonly attachments: readonly Attachment[]
}

/** To be read on a screen: small, grey, nothing promised. */
export const screenPlan: PdfPlan = {
  version: '1.7',
  inks: greyInks,
  slug: pt(0),
  marks: [],
  isTagged: false,
  claims: {},
  attachments: [],
}

/** Marks and the room they take beyond the bleed, in points: 3 mm off the trim at least, 5 mm long. */
const SLUG = pt(24)

export interface PressPlan {
  readonly standard: PdfxStandard
  readonly intent: OutputIntent
  readonly marks: readonly PrintersMark[]
}

/** For plates: one ink, boxes and marks, an output intent (ISO 15930-4:2003, ISO 15930-7:2010). */
export const pressPlan = ({ standard, intent, marks }: PressPlan): PdfPlan => ({
  ...screenPlan,
  version: standard === 'x-1a' ? '1.4' : '1.6',
  inks: keyInks,
  slug: marks.length > 0 ? SLUG : pt(0),
  marks,
  claims: { pdfx: standard },
  intent,
})

export interface ArchivePlan {
  readonly standard: PdfaStandard
  readonly intent: OutputIntent
  /** What the file carries with it; none but in PDF/A-3. */
  readonly attachments: readonly Attachment[]
}

/** To be kept: every font and colour inside, tagged where the level asks for it (ISO 19005-2 and -3, ISO 14289-1). */
export const archivePlan = ({ standard, intent, attachments }: ArchivePlan): PdfPlan => ({
  ...screenPlan,
  isTagged: standard.endsWith('a'),
  claims: { pdfa: standard },
  intent,
  attachments: standard.startsWith('3') ? attachments : [],
})
