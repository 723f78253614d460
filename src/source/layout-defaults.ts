// What a layout need not say. In: the tree of a layout. Out: the same with a value for every such key. Only the page and the
// type area are left to the author; everything here is relative to the body size or a custom of the trade.

import { merged } from './layout-chain.ts'
import type { MapNode, Node } from './tree.ts'

const TITLE = {
  span: 'all',
  'letter-spacing': 0,
  align: 'center',
  'start-share': 0,
  'rule-before': 'none',
  'rule-after': 'none',
}

/** In the words of a layout file. */
const DEFAULTS = {
  direction: 'horizontal',
  bleed: '3mm',
  'type-area': { columns: 1, 'column-gap': '2em', 'column-rule': 'none' },
  styles: {
    body: { face: 'song', weight: 'regular', size: '1em' },
    heading: { face: 'hei', weight: 'bold', size: '1em' },
    subheading: { face: 'hei', weight: 'bold', size: '1em' },
    credit: { face: 'kai', weight: 'regular', size: '1em' },
  },
  composition: {
    region: 'mainland',
    // Of adjacent-marks, line-end-marks and line-start-marks see layout-composition.ts.
    punctuation: 'quanjiao',
    hanging: false,
    'full-stop': 'ring',
    justification: 'spread',
    // CLREQ 6.2.2.2: reduce before expanding
    adjustment: 'squeeze-first',
    hyphenation: 'none',
    // GB/T 15834-2011 5.1
    'ban-level': 'gb',
    // CLREQ 6.3.3: up to a quarter em
    'han-western-gap': '1/4em',
    // GB/T 15835-2011 5.1.7.3
    digits: 'rotate',
    'digit-width': 'proportional',
    // CLREQ 3.4.1
    indent: '2em',
    'heading-gap': 0,
    // CLREQ 3.4.4: no single character on the last line
    'min-chars-on-last-line': 2,
    // 单行不占面: a last line does not open a column; a first line may close one (CLREQ 4.1.5)
    'min-lines-at-column-foot': 1,
    'min-lines-at-column-head': 2,
    // visible to the eye above 0.12 em
    'loose-limit': '0.12em',
  },
  part: {
    ...TITLE,
    lines: 8,
    'letter-spacing': '1/2em',
    text: { face: 'song', weight: 'bold', size: '二号' },
  },
  chapter: {
    start: 'run-on',
    opening: {
      ...TITLE,
      lines: 6,
      'letter-spacing': '1/4em',
      text: { face: 'song', weight: 'bold', size: '二号' },
    },
    'in-column': { ...TITLE, span: 'column', lines: 4, text: { face: 'hei', weight: 'bold', size: '四号' } },
  },
  press: {
    standard: 'x-4',
    'crop-marks': true,
    'registration-marks': true,
    signature: 16,
    'ink-limit': '300%',
  },
  'subheading-lines': 2,
  'running-head': {
    text: { face: 'song', weight: 'regular', size: '8pt' },
    even: 'book',
    odd: 'chapter',
    gap: '16pt',
    rule: '0.4pt',
  },
  folio: {
    text: { face: 'hei', weight: 'bold', size: '10pt' },
    place: 'head',
    'opening-place': 'foot',
    'opening-text': { face: 'hei', weight: 'bold', size: '9pt' },
    'foot-gap': '27pt',
  },
}

/** Filled in under a thumb tab that is asked for without saying all of it. */
const THUMB_TAB = {
  width: '14pt',
  height: '92pt',
  text: { face: 'hei', weight: 'regular', size: '8pt' },
  tint: 0.7,
  top: '80pt',
  steps: 7,
}

type Plain = string | number | boolean | { readonly [key: string]: Plain }

/** A tree of layout with the defaults under it. They stand in no file: their spans are empty. */
export function withDefaults(stated: MapNode): MapNode {
  const { file } = stated.span
  const whole = merged(nodeOf(DEFAULTS, file), stated)
  const tab = whole.fields.get('thumb-tab')
  if (tab?.value.kind !== 'map') return whole
  const value = merged(nodeOf(THUMB_TAB, file), tab.value)
  return { ...whole, fields: new Map(whole.fields).set('thumb-tab', { ...tab, value }) }
}

function nodeOf(plain: Plain, file: string): Node {
  const span = { file, start: 0, end: 0 }
  if (typeof plain !== 'object') return { kind: 'scalar', span, value: plain }
  const fields = Object.entries(plain).map(
    ([key, value]) => [key, { keySpan: span, value: nodeOf(value, file) }] as const,
  )
  return { kind: 'map', span, fields: new Map(fields) }
}
