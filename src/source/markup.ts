// The grammar of inline markup: `{command|content}`, `{command:argument|content}`, `{command|base|annotation}`. In: a
// text as written, line ends and all. Out: which of its units are text, what the commands say of them, and what is
// wrong, by unit. Where the text stands in a file and how its lines join is for marked-text.ts.

import { type Command, commandOf, type Mark } from './markup-commands.ts'
import {
  badArgument,
  commandInAnnotation,
  emptyAnnotation,
  emptyContent,
  nearMiss,
  needlessAnnotation,
  needlessArgument,
  noAnnotation,
  noArgument,
  partedCell,
  type Saying,
  unclosed,
  unknownCommand,
  wideClose,
} from './markup-faults.ts'
import { ESCAPABLE, nearOpenerAt, type Opener, openerAt } from './markup-signs.ts'

/** Units taken out of the written text, in order, and where each stood in it. */
export class Units {
  text = ''
  readonly at: number[] = []
  #lastInk = -1

  take(written: string, from: number, to: number): void {
    if (from === to) return
    for (let i = to - 1; i >= from; i--) {
      if (/\s/.test(written[i] ?? '')) continue
      this.#lastInk = this.at.length + i - from
      break
    }
    this.text += written.slice(from, to)
    for (let i = from; i < to; i++) this.at.push(i)
  }

  /** Whether anything but blank stands from unit `start` on. */
  hasInkFrom(start: number): boolean {
    return this.#lastInk >= start
  }
}

/** A command read to its end; `from` and `to` count units of the text that is left without markup. */
export interface Marked {
  readonly mark: Mark
  readonly from: number
  readonly to: number
  readonly annotation?: Units
}

/** Something wrong with the written units `[from, to)`. */
export interface Fault {
  readonly from: number
  readonly to: number
  readonly saying: Saying
}

export interface Markup {
  readonly text: Units
  /** By beginning, outer ones first. */
  readonly marked: readonly Marked[]
  readonly faults: readonly Fault[]
}

/** Reads the markup of one paragraph, title or heading; line ends stand in it as `\n`. */
export function readMarkup(written: string): Markup {
  return new Reader(written).read()
}

const SIGN = /[{}|\\｛｝]/g

/** A command whose `}` is still to come. */
interface Open {
  readonly opener: Opener
  /** Absent for what is no command, or may not stand here. */
  readonly command?: Command
  /** Absent when something is wrong with the argument. */
  readonly mark?: Mark
  /** Where its content begins in the text. */
  readonly start: number
  annotation?: Units
  /** How many ｛ of its content wait for their ｝. */
  wide: number
}

class Reader {
  readonly #written: string
  readonly #text = new Units()
  readonly #open: Open[] = []
  /** In order of opening, so that outer ones come first; filled when they close. */
  readonly #marked: (Marked | undefined)[] = []
  readonly #slots: number[] = []
  readonly #faults: Fault[] = []

  constructor(written: string) {
    this.#written = written
  }

  read(): Markup {
    const sign = new RegExp(SIGN)
    let done = 0
    for (let found = sign.exec(this.#written); found; found = sign.exec(this.#written)) {
      this.#take(done, found.index)
      done = this.#sign(found[0], found.index)
      sign.lastIndex = done
    }
    this.#take(done, this.#written.length)
    for (const { command, opener } of this.#open) if (command !== undefined) this.#unclosed(opener)
    return { text: this.#text, marked: this.#marked.filter((m) => m !== undefined), faults: this.#faults }
  }

  /** Reads the sign at `at` and gives the place after it. */
  #sign(sign: string, at: number): number {
    const top = this.#open.at(-1)
    switch (sign) {
      case '\\':
        return this.#escape(at)
      case '{':
      case '｛':
        return top?.command?.isVerbatim ? this.#literal(at) : this.#brace(at)
      case '｝':
        if (top !== undefined) this.#wideClose(at, top)
        return this.#literal(at)
      case '|':
        return top === undefined ? this.#literal(at) : this.#bar(at, top)
      default:
        return top === undefined ? this.#literal(at) : this.#close(at, top)
    }
  }

  #take(from: number, to: number): void {
    const target = this.#open.at(-1)?.annotation ?? this.#text
    target.take(this.#written, from, to)
  }

  #literal(at: number): number {
    this.#take(at, at + 1)
    return at + 1
  }

  #escape(at: number): number {
    const next = this.#written[at + 1]
    if (next === undefined || !ESCAPABLE.includes(next)) return this.#literal(at)
    this.#take(at + 1, at + 2)
    return at + 2
  }

  #brace(at: number): number {
    const opener = openerAt(this.#written, at)
    if (opener === undefined) {
      this.#nearMiss(at)
      const top = this.#open.at(-1)
      if (top !== undefined && this.#written[at] === '｛') top.wide++
      return this.#literal(at)
    }
    const around = this.#open.at(-1)?.annotation
    const { command, mark } = around === undefined ? this.#meaning(opener) : this.#misplaced(opener)
    this.#slots.push(this.#marked.push(undefined) - 1)
    this.#open.push({
      opener,
      start: this.#text.text.length,
      wide: 0,
      ...(command === undefined ? {} : { command }),
      ...(mark === undefined ? {} : { mark }),
      ...(around === undefined ? {} : { annotation: around }),
    })
    return opener.to
  }

  #nearMiss(at: number): void {
    const near = nearOpenerAt(this.#written, at)
    if (near === undefined) return
    const command = commandOf(near.name)
    if (command !== undefined) this.#fault(nearMiss(near, command), at, at + near.whole.length)
  }

  #wideClose(at: number, top: Open): void {
    if (top.command === undefined || top.command.isVerbatim) return
    if (top.wide > 0) top.wide--
    else this.#fault(wideClose(top.opener.name), at, at + 1)
  }

  #misplaced({ name, from, nameTo }: Opener): Pick<Open, 'command' | 'mark'> {
    this.#fault(commandInAnnotation(name), from + 1, nameTo)
    return {}
  }

  /** The command and what it says; faults of its name and argument are told at these. */
  #meaning({ name, argument, from, to, nameTo }: Opener): Pick<Open, 'command' | 'mark'> {
    const command = commandOf(name)
    if (command === undefined) {
      const near = nearOpenerAt(this.#written, from)?.name ?? ''
      this.#fault(unknownCommand(name, commandOf(near) && near), from + 1, nameTo)
      return {}
    }
    const mark = command.markOf(argument ?? '')
    const needless = command.wants === undefined && argument !== undefined
    if (mark !== undefined && !needless) return { command, mark }
    if (argument === undefined) this.#fault(noArgument(command, name), from + 1, nameTo)
    else {
      const saying = needless ? needlessArgument(name) : badArgument(command, name, argument)
      // An argument left empty is told with its colon.
      this.#fault(saying, argument === '' ? nameTo : nameTo + 1, to - 1)
    }
    return { command }
  }

  #bar(at: number, top: Open): number {
    const { command, opener } = top
    if (command === undefined || command.isVerbatim) return this.#literal(at)
    if (command.isReading && top.annotation === undefined) {
      top.annotation = new Units()
      return at + 1
    }
    this.#fault(needlessAnnotation(command, opener.name), at, at + 1)
    return this.#literal(at)
  }

  #close(at: number, top: Open): number {
    this.#open.pop()
    const slot = this.#slots.pop() ?? 0
    const { command, mark, start, annotation, opener } = top
    if (command === undefined) return at + 1
    const fault = this.#emptiness(top, command) ?? this.#parting(top, slot)
    if (fault !== undefined) this.#fault(fault, opener.from, at + 1)
    else if (mark !== undefined)
      this.#marked[slot] = {
        mark,
        from: start,
        to: this.#text.text.length,
        ...(annotation === undefined ? {} : { annotation }),
      }
    return at + 1
  }

  #emptiness({ opener, start, annotation }: Open, { isReading }: Command): Saying | undefined {
    const { name } = opener
    if (!this.#text.hasInkFrom(start)) return emptyContent(name)
    if (!isReading) return undefined
    if (annotation === undefined) return noAnnotation(name)
    return annotation.hasInkFrom(0) ? undefined : emptyAnnotation(name)
  }

  /** What shares one cell cannot be set in two ways: markup in it holds for all of it. */
  #parting({ opener, mark, start }: Open, slot: number): Saying | undefined {
    if (mark?.kind !== 'combined') return undefined
    const to = this.#text.text.length
    const isParted = this.#marked.slice(slot + 1).some((one) => one && (one.from > start || one.to < to))
    return isParted ? partedCell(opener.name) : undefined
  }

  #unclosed({ from, to }: Opener): void {
    this.#fault(unclosed(this.#written.slice(from, to).replaceAll('\n', '')), from, to)
  }

  #fault(saying: Saying, from: number, to: number): void {
    this.#faults.push({ from, to, saying })
  }
}
