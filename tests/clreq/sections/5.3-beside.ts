// 5.1.1.4, 5.3 and 5.6: frames round the text, dots and lines beside it. Small text beside it is 5.5-readings.ts.

import type { Direction, PlacedPath } from '../axes.ts'
import { listed, marked, middle, set, sideOf } from '../beside.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at, find } from '../measure.ts'
import { type Specimen, specimen } from '../specimen.ts'

/** Paths of the one line there is, along it. */
const pathsOf = ({ paths }: Specimen): readonly PlacedPath[] => [...paths].sort((a, b) => a.from - b.from)

/** Painted black, and not with a line of no width. */
const isBlack = ({ path }: PlacedPath): boolean =>
  isNear(path.ink, 1) && (path.kind === 'fill' || path.lineWidth > 0)

const inks = (paths: readonly PlacedPath[]): string => (paths.every(isBlack) ? 'black' : 'not black')

async function frameRoom(direction: Direction, command: string): Promise<readonly number[]> {
  const page = await set(direction, `国${marked(command, '王五')}国`)
  const paths = pathsOf(page).filter(isBlack)
  if (paths.length === 0) return []
  const name = find(page, '王五')
  return [
    at(name, 0).from - Math.min(...paths.map(({ from }) => from)),
    Math.max(...paths.map(({ to }) => to)) - at(name, -1).to,
    at(name, 0).head - Math.min(...paths.map(({ head }) => head)),
    Math.max(...paths.map(({ foot }) => foot)) - at(name, 0).foot,
  ]
}

interface Dots {
  readonly count: number
  readonly off: number
  readonly sides: string
  readonly ink: string
}

/** 机关，党建 in a line that is stretched: four characters and a mark that takes no dot. */
async function dotsOf(direction: Direction, command: string): Promise<Dots> {
  const text = `市直部门学习${marked(command, '机关，党建')}文件12份加强思想政治建设`
  const page = await specimen({ direction, body: [text], characters: 13, lines: 8 })
  const bases = find(page, '机关，党建').filter(({ text }) => text !== '，')
  const dots = pathsOf(page)
  return {
    count: dots.length,
    off: Math.max(0, ...dots.map((dot, i) => Math.abs(middle(dot) - middle(bases[i] ?? dot)))),
    sides: [...new Set(dots.map((dot, i) => sideOf(dot, at(bases, i % bases.length))))].join('|'),
    ink: inks(dots),
  }
}

const DOT_SIDE = { horizontal: 'foot', vertical: 'head' } as const

interface Lines {
  readonly count: number
  readonly sides: string
  readonly ink: string
  /** How much shorter than the name at either end; between neighbours. */
  readonly insets: readonly number[]
  readonly between: number
  readonly isCurved: boolean
  readonly pitch: number
}

/** Two names side by side, in the first of two lines: each marked, or both as one. */
async function namesOf(direction: Direction, command: string, areOne = false, pitch = 1.5): Promise<Lines> {
  const [a, b] = ['欧阳明', '李四']
  const both = areOne ? marked(command, `${a}${b}`) : `${marked(command, a)}${marked(command, b)}`
  const text = `市直机关${both}12份文件各部门学习贯彻会议精神加强思想政治建设`
  const page = await specimen({ direction, body: [text], characters: 14, lines: 8, pitch })
  const paths = pathsOf(page)
  const names = [find(page, a), find(page, b)]
  const [first, second] = page.lines
  return {
    count: paths.length,
    sides: [...new Set(paths.map((path) => sideOf(path, at(at(names, 0), 0))))].join('|'),
    ink: inks(paths),
    insets: paths.flatMap((path, i) => {
      const name = at(names, i % 2)
      return [path.from - at(name, 0).from, at(name, -1).to - path.to]
    }),
    between: paths.length === 2 ? at(paths, 1).from - at(paths, 0).to : 0,
    isCurved: paths.length > 0 && paths.every(({ path }) => path.isCurved),
    pitch: first && second ? at(second.glyphs, 0).head - at(first.glyphs, 0).head : 0,
  }
}

const names = (command: string, other: string, what: string) => [
  probe(`${what}: ${command === '专名' ? 'straight' : 'wavy'} lines, their paint; off: ${other}`, {
    measure: (direction, isOn) => namesOf(direction, isOn ? command : other),
    holds: ({ count, isCurved, ink }) => count === 2 && isCurved === (command === '书名') && ink === 'black',
    show: ({ count, isCurved, ink }) => `${count} ${isCurved ? 'wavy' : 'straight'}, ${ink}`,
  }),
  probe(`${what}: ends within the names, gap between neighbours; off: both names marked as one`, {
    measure: (direction, isOn) => namesOf(direction, command, !isOn),
    holds: ({ count, sides, insets, between }) =>
      count === 2 &&
      sides === 'foot' &&
      insets.every((inset) => inset >= -0.001 && inset <= 0.064) &&
      // An eighth of an em, and what the line was stretched by.
      between > 0.1 &&
      between <= 0.2,
    show: ({ count, sides, insets, between }) =>
      `${count} at the ${sides}; ${listed(insets)}; ${count === 2 ? ems(between) : 'none'}`,
  }),
  probe(`${what}: line pitch; off: another pitch`, {
    measure: (direction, isOn) => namesOf(direction, command, false, isOn ? 1.5 : 1.75),
    holds: ({ pitch }) => isNear(pitch, 1.5, 0.001),
    show: ({ pitch }) => ems(pitch),
  }),
]

/** A dot and a line on one stretch: how far each begins beyond the text, and on which side. */
async function lineAndDot(direction: Direction, isOn: boolean): Promise<string> {
  const text = `{${isOn ? '着重' : '黑框'}|{专名|张}}`
  const page = await set(direction, `国${text}国`)
  const base = at(find(page, '国张国'), 1)
  const [line, dot] = [
    page.paths.find(({ path }) => !path.isCurved),
    page.paths.find(({ path }) => path.isCurved),
  ]
  if (!line || !dot) return 'no dot'
  const [lineSide, dotSide] = [sideOf(line, base), sideOf(dot, base)]
  const isOutside = lineSide !== dotSide || dot.head >= line.foot
  return `line ${lineSide}, dot ${dotSide}${isOutside ? '' : ' over it'}`
}

export const BESIDE_PROOFS: readonly Proof[] = [
  clause('5.1.1.4', [
    probe('black frame beyond the name: before, after, over, under; off: 专名', {
      measure: (direction, isOn) => frameRoom(direction, isOn ? '黑框' : '专名'),
      holds: (rooms) => rooms.length === 4 && rooms.every((room) => room > 0 && room < 0.25),
      show: (rooms) => (rooms.length === 0 ? 'none' : listed(rooms)),
    }),
  ]),
  clause('5.3.1', [
    probe('dots of 机关，党建, off the middles of their characters, side, paint; off: 专名', {
      measure: (direction, isOn) => dotsOf(direction, isOn ? '着重' : '专名'),
      holds: ({ count, off, sides, ink }, direction) =>
        count === 4 && ink === 'black' && isNear(off, 0, 0.002) && sides === DOT_SIDE[direction],
      show: ({ count, off, sides, ink }) => `${count}, ${ems(off)}, at the ${sides}, ${ink}`,
    }),
    probe('a dot and a line on one name; off: a frame and a line', {
      measure: lineAndDot,
      holds: (found, direction) =>
        found === (direction === 'horizontal' ? 'line foot, dot foot' : 'line foot, dot head'),
      show: (found) => found,
    }),
  ]),
  clause('5.6.1', [...names('专名', '书名', '专名号'), ...names('书名', '专名', '书名号甲式')]),
]
