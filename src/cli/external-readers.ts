// Programs that read PDFs and know nothing of ours: pdftotext (Poppler or Xpdf) and mutool (MuPDF), where they are
// installed. pdftotext is asked for the order of the file (-raw): its default mode sorts by place on the page and takes
// numbers lying in vertical lines for lines of their own. In: the path of a PDF. Out: its text, each page ended by a form feed.

import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import type { ExternalReader } from '../proof/index.ts'

/** A reader that hangs is no reader. */
const TIMEOUT = 120_000
const MOST_TEXT = 256 * 1024 * 1024

export const externalReaders = (cwd: string): readonly ExternalReader[] => [
  {
    name: 'pdftotext',
    read: (path) => textFrom('pdftotext', ['-raw', '-enc', 'UTF-8', resolve(cwd, path), '-']),
  },
  {
    name: 'mutool',
    read: (path) => textFrom('mutool', ['draw', '-q', '-F', 'txt', '-o', '-', resolve(cwd, path)]),
  },
]

/** Undefined when the program is not installed. One that gives up on the file has read what it wrote so far. */
function textFrom(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    const options = { encoding: 'utf8', timeout: TIMEOUT, maxBuffer: MOST_TEXT, windowsHide: true } as const
    execFile(program, args, options, (fault, stdout) => {
      const code = (fault as NodeJS.ErrnoException | null)?.code
      done(code === 'ENOENT' || code === 'EACCES' ? undefined : stdout)
    })
  })
}
