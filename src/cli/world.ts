// What the program touches of the machine besides files: where it stands, its environment, two streams and a clock.
// Handed in, so that a whole run can be tried inside a test.

/** A stream that text is written to. */
export interface Sink {
  write(text: string): void
  readonly isTTY: boolean
  /** Cells in a line of the terminal. */
  readonly columns?: number
}

/** A stream that can no longer be written to, and the system's code for why. */
export interface StreamFault {
  readonly stream: 'stdout' | 'stderr'
  readonly code: string
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

/** The process itself; `onFault` is told what keeps a stream from taking text. */
export function processWorld(onFault: (fault: StreamFault) => void): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sinkOf(process.stdout, (code) => onFault({ stream: 'stdout', code })),
    stderr: sinkOf(process.stderr, (code) => onFault({ stream: 'stderr', code })),
    now: () => performance.now(),
  }
}

function sinkOf(stream: NodeJS.WriteStream, onFault: (code: string) => void): Sink {
  // A reader that has gone away (`| head`) is no fault.
  stream.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') onFault(code)
  })
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns
    },
  }
}
