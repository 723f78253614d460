// 6.2: indents, alignment, lines brought to their measure, and the grid. The order of the steps is 6.2.2-order.ts.

import type { Direction, TextLine } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at, gapsWhere, isFirst, isHanPair } from '../measure.ts'
import { atMeasures, PROSE } from '../measures.ts'
import { han } from '../prose.ts'
import { type Plain, type PlainMap, type Specimen, specimen } from '../specimen.ts'

const headsOf = ({ lines }: Specimen): readonly number[] => lines.map(({ glyphs }) => at(glyphs, 0).from)
const listed = (values: readonly number[]): string => values.map(ems).join(' ')

const heads = async (
  direction: Direction,
  body: Plain,
  composition: PlainMap = {},
): Promise<readonly number[]> => headsOf(await specimen({ direction, body, characters: 12, composition }))

const isAll = (values: readonly number[], wanted: readonly number[]): boolean =>
  values.length === wanted.length && values.every((value, i) => isNear(value, wanted[i] ?? 0, 0.001))

const indented = (by: string, wanted: readonly number[]) =>
  probe(`heads of the lines of two paragraphs, indent ${by}`, {
    measure: (direction, isOn) => heads(direction, [han(20), han(18)], { indent: isOn ? by : 'none' }),
    holds: (found) => isAll(found, wanted),
    show: listed,
  })

const formed = (name: string, form: PlainMap, off: PlainMap, wanted: readonly number[]) =>
  probe(name, {
    measure: (direction, isOn) => heads(direction, [{ text: han(30), ...(isOn ? form : off) }]),
    holds: (found) => isAll(found, wanted),
    show: listed,
  })

/** Head, end and pitch of a line of six in twelve, where paragraphs are indented by two em. */
async function lineOf(direction: Direction, align: string): Promise<readonly number[]> {
  const body = [{ text: han(6), align }]
  const { lines } = await specimen({ direction, body, characters: 12, composition: { indent: '2em' } })
  const { glyphs } = at(lines, 0)
  return [at(glyphs, 0).from, at(glyphs, -1).to, at(glyphs, 1).from - at(glyphs, 0).from]
}

const aligned = (align: string, off: string, wanted: readonly number[]) =>
  probe(`${align}: head, end and pitch of 6 characters in 12, indent 2em; off: ${off}`, {
    measure: (direction, isOn) => lineOf(direction, isOn ? align : off),
    holds: (found) => isAll(found, wanted),
    show: listed,
  })

/** How far line ends are from the measure, at most, last lines left out. */
async function ragged(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const body = PROSE.map((text) => (isOn ? text : { text, align: 'start' }))
  const sets = await atMeasures(direction, isOn, body, { indent: '2em' }, [14, 17, 20, 22, 25, 28])
  const off = sets.flatMap(({ lines, wanted }) =>
    lines.flatMap((line, i) =>
      isFirst(lines[i + 1]) ? [] : [Math.abs(endOf(line) - (wanted.characters ?? 0))],
    ),
  )
  return [off.length, Math.max(...off)]
}

/** Marks at the line end take half of their cell; two ？！ in one cell, and ：；！？ of vertical lines, take all of it. */
function endOf({ glyphs }: TextLine): number {
  const last = at(glyphs, -1)
  const isHalf =
    /^[，。、）》”’】]$/u.test(last.text) ||
    (last.direction === 'horizontal' && /^[：；！？]$/u.test(last.text))
  return last.to - (isHalf ? 0.5 : 0)
}

/** Room of the mark and blank between Han of a line that is half an em too long. */
async function squeezed(direction: Direction, adjustment: string): Promise<readonly number[]> {
  const body = ['市直，机关各部门认真、学习贯彻会议精神加强思想政治建设']
  const { lines } = await specimen({ direction, body, characters: 10, composition: { adjustment } })
  const line = at(lines, 0)
  return [at(line.glyphs, 3).from - at(line.glyphs, 1).to, Math.max(...gapsWhere(line, isHanPair))]
}

const GRID_TEXT =
  '市直机关用Windows系统，2002年增长6.5%，共128个“文明单位”，建Internet网站（一期）各部门学习。'.repeat(3)

/** How far Han of the body's size are from the cells of the line, at most. */
async function offGrid(direction: Direction, isOn: boolean, section: PlainMap): Promise<number> {
  const sets = [12, 16, 20].map((characters) =>
    specimen({
      direction,
      sections: [section],
      characters,
      lines: 60,
      composition: { justification: isOn ? 'grid' : 'spread', indent: '2em' },
      layout: { styles: { heading: { size: '12pt', face: '黑' } } },
    }),
  )
  const off = (await Promise.all(sets)).flatMap(({ lines }) =>
    lines.flatMap(({ glyphs }) =>
      glyphs.flatMap(({ text, from, font }) =>
        /\p{Script=Han}/u.test(text) && /Serif/.test(font) ? [Math.abs(from - Math.round(from))] : [],
      ),
    ),
  )
  return Math.max(...off)
}

const gridded = (name: string, section: PlainMap) =>
  probe(`${name}: Han off the cells of the line, at most, 3 measures; off: justification spread`, {
    measure: (direction, isOn) => offGrid(direction, isOn, section),
    holds: (off) => isNear(off, 0, 0.002),
    show: ems,
  })

export const ADJUSTMENT_PROOFS: readonly Proof[] = [
  clause('6.2.1.1', [
    indented('2em', [2, 0, 2, 0]),
    indented('1em', [1, 0, 1, 0]),
    probe('the Han after an opening mark in the indented line', {
      async measure(direction, isOn) {
        const composition = { indent: '2em', 'line-start-marks': isOn ? 'half' : 'full' }
        const { lines } = await specimen({ direction, body: [`“${han(8)}”`], characters: 12, composition })
        return at(at(lines, 0).glyphs, 1).from
      },
      holds: (from) => isNear(from, 2.5, 0.001),
      show: ems,
    }),
  ]),
  clause('6.2.1.2', [
    formed(
      'heads of lines, indent 2em; off: 1em',
      { indent: '2em', 'first-line': '0em' },
      { indent: '1em', 'first-line': '0em' },
      [2, 2, 2],
    ),
    formed(
      'heads of lines, hanging by 2em; off: not hanging',
      { indent: '2em', 'first-line': '-2em' },
      { indent: '2em', 'first-line': '0em' },
      [0, 2, 2],
    ),
  ]),
  clause('6.2.1.3', [
    aligned('start', 'end', [2, 8, 1]),
    aligned('center', 'start', [3, 9, 1]),
    aligned('end', 'center', [6, 12, 1]),
    aligned('spread', 'end', [0, 12, 1 + 6 / 5]),
  ]),
  clause('6.2.2.1–2', [
    probe('lines, and how far their ends are off the measure at most, 6 measures', {
      isControlledAtThree: true,
      measure: ragged,
      holds: ([count = 0, off]) => count > 30 && isNear(off, 0, 0.002),
      show: ([count, off = 0]) => `${count}: ${ems(off)}`,
    }),
    probe('a line half an em too long: room of its ，, blank between its Han', {
      measure: (direction, isOn) => squeezed(direction, isOn ? 'squeeze-first' : 'stretch-only'),
      holds: ([room = 1, gap = 1]) => room < 1 && isNear(gap, 0, 0.001),
      show: listed,
    }),
  ]),
  clause('6.2.4', [
    gridded('prose', { body: [GRID_TEXT] }),
    gridded('behind a heading of 1.2 em in the line', { heading: '小题三字', body: [GRID_TEXT] }),
    gridded('beginning with a superscript', { body: [`{上标|2}${GRID_TEXT}`] }),
  ]),
]
