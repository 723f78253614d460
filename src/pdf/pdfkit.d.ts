// The part of pdfkit 0.20.2 this room uses, private fields included: the version is pinned for their sake, and
// tests/pdf holds them.
declare module 'pdfkit' {
  export class PDFReference {
    readonly id: number
    data: Record<string, unknown>
    compress: boolean
    buffer: Uint8Array[]
    write(chunk: string | Uint8Array): void
    end(chunk?: string | Uint8Array): void
  }
  export interface PDFPage {
    readonly dictionary: PDFReference
    readonly content: PDFReference
    readonly fonts: Record<string, PDFReference>
    readonly ext_gstates: Record<string, unknown>
    readonly colorSpaces: Record<string, unknown>
    readonly width: number
    readonly height: number
  }
  export interface PDFOutline {
    readonly outlineData: Record<string, unknown>
    readonly dictionary: PDFReference
    addItem(title: string, options?: Record<string, unknown>): PDFOutline
  }
  export default class PDFDocument {
    constructor(options: Record<string, unknown>)
    readonly page: PDFPage
    readonly outline: PDFOutline
    readonly info: Record<string, unknown>
    readonly _root: PDFReference
    _id: Uint8Array
    _write(data: string | Uint8Array): void
    endMetadata: () => void
    addPage(options: Record<string, unknown>): this
    ref(data: Record<string, unknown>): PDFReference
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (problem: Error) => void): this
    read(): Uint8Array | null
    end(): void
  }
}
