// A name where pdfkit would write a string: values of the Info dictionary, which it makes strings of.

/** Written as `/text`. */
export class PdfName {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** pdfkit writes what is neither an object nor an array by its `toString`. */
  get [Symbol.toStringTag](): string {
    return 'PdfName'
  }

  toString(): string {
    return `/${this.#text}`
  }
}
