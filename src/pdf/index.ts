export { drawPdf, type PageDone, type PdfMetadata } from './draw.ts'
