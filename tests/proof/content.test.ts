// The interpreter of content streams, on pages written by hand: what paints, in which ink, where, and under which mark.

import { describe, expect, it } from 'vitest'
import { nameOf } from '../../src/proof/check-colour.ts'
import { type PageSurvey, surveyOf } from '../../src/proof/content/survey.ts'
import { form, type HandPdf, handPdf, stream } from '../support/hand-pdf.ts'

function surveyed(page: HandPdf, keepsText = false): PageSurvey {
  const file = handPdf(page)
  const [survey] = surveyOf(file, file.pages(), keepsText).pages
  if (!survey) throw new Error('no page')
  return survey
}

const inksOf = (page: HandPdf): string[] =>
  surveyed(page).inks.map(({ kind, colour, overprint, mode }) =>
    [kind, nameOf(colour), ...(overprint ? [`op ${mode}`] : [])].join(' '),
  )

const FONT =
  '/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /DW 1000 /W [2 [500]] >>] >> >>'
const VERTICAL = FONT.replace('Identity-H', 'Identity-V')

describe('colour', () => {
  it('is judged when something is painted, and not when it is set', () => {
    expect(inksOf({ content: '1 0 0 rg 0 g 0 0 5 5 re f' })).toEqual(['fill DeviceGray 0'])
    expect(inksOf({ content: '1 0 0 rg 0 0 5 5 re n' })).toEqual([])
    expect(inksOf({ content: '1 0 0 rg 0 0 5 5 re W n f' })).toEqual([])
  })

  it('differs for fill and stroke', () => {
    expect(inksOf({ content: '0.5 g 0 0 0 1 K 0 0 5 5 re B' })).toEqual([
      'fill DeviceGray 0.5',
      'stroke DeviceCMYK 0 0 0 1',
    ])
  })

  it('comes back with Q', () => {
    expect(inksOf({ content: 'q 1 0 0 rg Q 0 0 5 5 re f' })).toEqual(['fill DeviceGray 0'])
  })

  it('starts anew with a space', () => {
    const resources = '/ColorSpace << /S [/Separation /Gold /DeviceCMYK 10 0 R] >>'
    expect(inksOf({ content: '/S cs 0 0 5 5 re f /DeviceCMYK cs 0 0 5 5 re f', resources })).toEqual([
      'fill Separation Gold 1',
      'fill DeviceCMYK 0 0 0 1',
    ])
  })

  it('is what a default space makes of it', () => {
    const resources = '/ColorSpace << /DefaultRGB [/ICCBased 10 0 R] >>'
    const objects = [stream('/N 3', 'x')]
    expect(inksOf({ content: '1 0 0 rg 0 0 5 5 re f', resources, objects })).toEqual(['fill ICCBased 1 0 0'])
  })
})

describe('overprint', () => {
  const resources = '/ExtGState << /On << /OP true /OPM 1 >> /Off << /op false >> >>'

  it('by OP alone is meant for filling, too', () => {
    const content = '/On gs 0 0 0 1 k 0 0 0 1 K 0 0 5 5 re B'
    expect(inksOf({ content, resources })).toEqual([
      'fill DeviceCMYK 0 0 0 1 op 1',
      'stroke DeviceCMYK 0 0 0 1 op 1',
    ])
  })

  it('is turned off for filling by op', () => {
    const content = '/On gs /Off gs 0 0 0 1 k 0 0 0 1 K 0 0 5 5 re B'
    expect(inksOf({ content, resources })).toEqual([
      'fill DeviceCMYK 0 0 0 1',
      'stroke DeviceCMYK 0 0 0 1 op 1',
    ])
  })
})

describe('content inside content', () => {
  it('a form inherits the colour it is drawn in, each time', () => {
    const page = {
      content: '1 0 0 rg /A Do 0 g /A Do',
      resources: '/XObject << /A 10 0 R >>',
      objects: [form('0 0 5 5 re f')],
    }
    expect(inksOf(page)).toEqual(['fill DeviceRGB 1 0 0', 'fill DeviceGray 0'])
  })

  it('a form that draws itself ends', () => {
    const objects = [form('0 0 5 5 re f /A Do', '/XObject << /A 10 0 R >>')]
    expect(inksOf({ content: '/A Do', resources: '/XObject << /A 10 0 R >>', objects })).toHaveLength(1)
  })

  it('a form without resources takes those around it', () => {
    const page = {
      content: '/A Do',
      resources: '/XObject << /A 10 0 R >> /ExtGState << /On << /OP true >> >>',
      objects: [stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '/On gs 0 0 5 5 re f')],
    }
    expect(inksOf(page)).toEqual(['fill DeviceGray 0 op 0'])
    expect(surveyed(page).problems).toEqual([])
  })

  it('a pattern without colours of its own paints in the one it is chosen with', () => {
    const page = {
      content: '/P cs 0.2 0.3 0.4 /T scn 0 0 5 5 re f',
      resources: '/ColorSpace << /P [/Pattern /DeviceRGB] >> /Pattern << /T 10 0 R >>',
      objects: [
        stream(
          '/PatternType 1 /PaintType 2 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>',
          '0 0 2 2 re f',
        ),
      ],
    }
    expect(inksOf(page)).toContain('fill DeviceRGB 0.2 0.3 0.4')
  })

  it('glyphs of Type 3, soft masks and appearances are pages within the page', () => {
    const font =
      '/Font << /T << /Type /Font /Subtype /Type3 /FontMatrix [.001 0 0 .001 0 0] /FirstChar 65 /Widths [1000] /Encoding << /Differences [65 /a] >> /CharProcs << /a 10 0 R >> >> >>'
    const glyph = {
      content: 'BT /T 9 Tf (A) Tj ET',
      resources: font,
      objects: [stream('', '1 0 0 rg 0 0 5 5 re f')],
    }
    expect(inksOf(glyph)).toEqual(['text DeviceGray 0', 'fill DeviceRGB 1 0 0'])
    const mask = {
      content: '/M gs',
      resources: '/ExtGState << /M << /SMask << /S /Luminosity /G 10 0 R >> >> >>',
      objects: [form('0 1 0 rg 0 0 5 5 re f')],
    }
    expect(inksOf(mask)).toEqual(['fill DeviceRGB 0 1 0'])
    const note = {
      content: '',
      page: '/Annots [<< /Subtype /Stamp /AP << /N << /On 10 0 R >> >> >>]',
      objects: [form('0 0 1 rg 0 0 5 5 re f')],
    }
    expect(inksOf(note)).toEqual(['fill DeviceRGB 0 0 1'])
  })

  it('an image paints its own colours, a mask the colour of filling', () => {
    const image = (entries: string): string => stream(`/Subtype /Image /Width 1 /Height 1 ${entries}`, 'x')
    const page = {
      content: '0.5 g /A Do /B Do',
      resources: '/XObject << /A 10 0 R /B 11 0 R >>',
      objects: [image('/BitsPerComponent 8 /ColorSpace /DeviceCMYK'), image('/ImageMask true')],
    }
    expect(inksOf(page)).toEqual(['image DeviceCMYK', 'fill DeviceGray 0.5'])
  })

  it('an inline image ends where its data do, and not at letters that look like it', () => {
    const content = 'BI /W 8 /H 1 /BPC 8 /CS /G ID \n EI  12 EI 1 0 0 rg 0 0 5 5 re f'
    expect(inksOf({ content })).toEqual(['image DeviceGray', 'fill DeviceRGB 1 0 0'])
  })
})

describe('places', () => {
  it('are those of the page, whatever matrices there are', () => {
    const { inks } = surveyed({ content: 'q 2 0 0 2 10 20 cm 1 1 3 4 re f Q' })
    expect(inks[0]?.boxes).toEqual([[12, 22, 18, 30]])
  })

  it('of text are where the pen was and came to', () => {
    const content = 'BT /F 10 Tf 20 30 Td [<0001> -500 <0002>] TJ <0001> Tj ET'
    const { inks } = surveyed({ content, resources: FONT })
    expect(inks[0]?.boxes).toEqual([
      [20, 30, 40, 30],
      [40, 30, 50, 30],
    ])
  })

  it('of vertical text run down', () => {
    const content = 'BT /F 10 Tf 1 0 0 1 20 100 Tm [<0001> 500 <0001>] TJ ET'
    const { inks } = surveyed({ content, resources: VERTICAL })
    expect(inks[0]?.boxes).toEqual([[20, 75, 20, 100]])
  })

  it('tell a mirrored text from one turned twice', () => {
    const text = (matrices: string): number =>
      surveyed({ content: `${matrices} BT /F 10 Tf <0001> Tj ET`, resources: FONT }).mirrored
    expect(text('1 0 0 -1 0 99 cm')).toBe(1)
    expect(text('1 0 0 -1 0 99 cm 1 0 0 -1 0 0 cm')).toBe(0)
    expect(text('0 1 -1 0 0 0 cm')).toBe(0)
  })
})

describe('marked content', () => {
  const shown = (content: string): PageSurvey => surveyed({ content, resources: FONT }, true)
  const text = 'BT /F 9 Tf <0001> Tj ET'

  it('is tagged, an artifact, or neither', () => {
    expect(shown(`/P <</MCID 0>> BDC ${text} EMC`).untagged).toBe(0)
    expect(shown(`/Artifact BMC ${text} EMC`).untagged).toBe(0)
    expect(shown(`/Span <</Lang (en)>> BDC ${text} EMC`).untagged).toBe(1)
    expect(shown('0 0 5 5 re f').untagged).toBe(1)
    expect(shown('0 0 5 5 re W n').untagged).toBe(0)
  })

  it('knows its sequences in their order', () => {
    const { marked, repeated } = shown(
      `/P <</MCID 1>> BDC ${text} EMC /P <</MCID 0>> BDC EMC /P <</MCID 1>> BDC EMC`,
    )
    expect(marked.map(({ mcid }) => mcid)).toEqual([1, 0])
    expect(repeated).toEqual([1])
  })

  it('must not nest what is tagged and what is not', () => {
    expect(shown('/Artifact BMC /P <</MCID 0>> BDC EMC EMC').problems).toEqual([
      { kind: 'nesting', what: 'tagged-in-artifact' },
    ])
    expect(shown('/P <</MCID 0>> BDC /Artifact BMC EMC EMC').problems).toEqual([
      { kind: 'nesting', what: 'artifact-in-tagged' },
    ])
  })

  it('takes properties by name', () => {
    const page = { content: '/P /M BDC EMC', resources: '/Properties << /M << /MCID 7 >> >>' }
    expect(surveyed(page, true).marked.map(({ mcid }) => mcid)).toEqual([7])
  })
})

describe('problems', () => {
  it.each([
    ['q', { kind: 'unbalanced', what: 'q' }],
    ['Q', { kind: 'unbalanced', what: 'q' }],
    ['BT', { kind: 'unbalanced', what: 'BT' }],
    ['EMC', { kind: 'unbalanced', what: 'BMC' }],
    ['1 moveto', { kind: 'operator', what: 'moveto' }],
    ['/X Do', { kind: 'resource', category: 'XObject', what: 'X' }],
    ['(1) PS', { kind: 'postscript' }],
    ['<0> DP', { kind: 'bad-hex' }],
    ['BI /W 1 /H 1 /F /LZW ID x EI', { kind: 'filter', what: 'LZW' }],
  ])('%s', (content, problem) => {
    expect(surveyed({ content }).problems).toContainEqual(problem)
  })

  it('count how deep q goes', () => {
    expect(surveyed({ content: 'q q q Q q Q Q Q' }).deepestQ).toBe(3)
  })
})
