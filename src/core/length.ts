// Lengths. Inside the program an absolute length is a PDF point (1/72 in) and a relative one a multiple of the
// character size; mm, Q and 号 exist only while a layout file is read (source/).

declare const unit: unique symbol

/** A PDF point, 1/72 in: the only absolute unit inside the program. */
export type Pt = number & { readonly [unit]: 'pt' }

/** A multiple of the character size; 1 em is one full-width body (字身). */
export type Em = number & { readonly [unit]: 'em' }

export const pt = (n: number): Pt => n as Pt
export const em = (n: number): Em => n as Em

/** The absolute length of `length` at a character size. */
export const emAt = (size: Pt, length: Em): Pt => pt(size * length)

/** Sums of widths carry float noise; this is far below what a press shows. */
const SLACK = 1e-4

/** Whether `needed` goes into `room`: the one tolerance of the program. */
export const fits = (needed: number, room: number): boolean => needed <= room + SLACK
