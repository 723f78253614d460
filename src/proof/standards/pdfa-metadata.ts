// The XMP packet of a PDF/A (ISO 19005-2 §6.6): well-formed, in the catalog as it must be, every property known or
// declared, and Info saying the same.

import { type Finding, found } from '../report.ts'
import type { Xmp, XmpProperty } from '../xmp/packet.ts'
import { NS, OTHER_PREDEFINED, PREDEFINED } from '../xmp/schemas.ts'
import { infoFaults } from './info.ts'
import type { PdfaCase } from './pdfa-case.ts'

export function metadataFaults({ file, claims }: PdfaCase): Finding[] {
  const stream = file.stream(file.catalog.get('Metadata'))
  const { xmp } = claims
  if (!stream || !xmp) return [found('no XMP packet (6.6.2.1)', '没有 XMP 元数据（6.6.2.1）')]
  if (xmp.fault !== undefined)
    return [found(`the XMP is no XML: ${xmp.fault} (6.6.2.1)`, `XMP 不是合格的 XML：${xmp.fault}（6.6.2.1）`)]
  const isTyped =
    file.name(stream.dict.get('Type')) === 'Metadata' && file.name(stream.dict.get('Subtype')) === 'XML'
  return [
    ...(isTyped
      ? []
      : [
          found(
            'the XMP stream is not /Metadata /XML (6.6.2.1)',
            'XMP 流的类型不是 /Metadata /XML（6.6.2.1）',
          ),
        ]),
    ...headerFaults(xmp),
    ...identificationFaults(xmp),
    ...xmp.properties.flatMap((one) => propertyFaults(one, xmp)),
    ...schemaFaults(xmp),
    ...infoFaults(file, xmp),
  ]
}

/** The header of the packet has neither `bytes` nor `encoding` (6.6.2.1-2, -3). */
const headerFaults = ({ raw }: Xmp): Finding[] =>
  /^<\?xpacket\b[^?]*\b(?:bytes|encoding)\s*=/.test(raw)
    ? [
        found(
          'the packet header has `bytes` or `encoding` (6.6.2.1)',
          'XMP 包头含 `bytes` 或 `encoding`（6.6.2.1）',
        ),
      ]
    : []

/** The prefix is fixed (6.6.4-4…-7). */
const identificationFaults = ({ properties }: Xmp): Finding[] =>
  properties
    .filter(({ namespace, prefix }) => namespace === NS.pdfaid && prefix !== 'pdfaid')
    .map(({ prefix }) =>
      found(`prefix \`${prefix}\`, not \`pdfaid\` (6.6.4)`, `前缀为 \`${prefix}\`，应为 \`pdfaid\`（6.6.4）`),
    )

/** Predefined with its form, or declared in a schema of the packet (6.6.2.3.1-1, -2). */
function propertyFaults({ namespace, prefix, name, form }: XmpProperty, { schemas }: Xmp): Finding[] {
  const known = PREDEFINED[namespace]?.get(name)
  if (known !== undefined)
    return known === form || known === 'structure' || (known === 'text' && form === 'structure')
      ? []
      : [
          found(
            `XMP \`${prefix}:${name}\` is ${form}, not ${known} (6.6.2.3.1)`,
            `XMP \`${prefix}:${name}\` 的形式为 ${form}，应为 ${known}（6.6.2.3.1）`,
          ),
        ]
  const isDeclared = schemas.some(
    (schema) => schema.namespace === namespace && schema.properties.includes(name),
  )
  return isDeclared || OTHER_PREDEFINED.has(namespace)
    ? []
    : [
        found(
          `XMP \`${prefix}:${name}\` is in no schema (6.6.2.3.1)`,
          `XMP \`${prefix}:${name}\` 没有扩展模式声明（6.6.2.3.1）`,
        ),
      ]
}

const schemaFaults = ({ schemas }: Xmp): Finding[] =>
  schemas
    .filter(({ lacking }) => lacking.length > 0)
    .map(({ prefix, lacking }) =>
      found(
        `the schema of \`${prefix}\` lacks ${lacking.join(', ')} (6.6.2.3.3)`,
        `\`${prefix}\` 的扩展模式缺少 ${lacking.join('、')}（6.6.2.3.3）`,
      ),
    )
