// What the program touches of the machine besides files: where it stands, its environment, two streams and a clock.
// Handed in, so that a whole run can be tried inside a test.

/** A stream that text is written to. */
export interface Sink {
  write(text: string): void
  readonly isTTY: boolean
  /** Cells in a line of the terminal. */
  readonly columns?: number
}

export interface World {
  /** Folder that relative paths start from. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Sink
  readonly stderr: Sink
  /** Milliseconds of a clock that only goes forward; for durations, never for dates. */
  readonly now: () => number
}

/** The process itself. */
export function processWorld(): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    now: () => performance.now(),
  }
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  // A reader that has gone away (`| head`) is no fault.
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault
  })
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns
    },
  }
}
