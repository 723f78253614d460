// Whether a bag is complete and valid (RFC 8493, 3). In: a bag. Out: four checks, in the order of what they cost: the
// declaration, the size, the files against the manifests, the checksums. All of them run, so that one look tells
// everything that is wrong.

import type { Text } from '../core/index.ts'
import { type BagCheck, type BagFinding, bagFailed, bagJudged, bagNotRun } from './bag-check.ts'
import { type BagReader, OpenBag } from './bag-reader.ts'
import { checkChecksums } from './check-checksums.ts'
import { checkComplete } from './check-complete.ts'
import { BOM, linesOf, tagsIn, textOf, valuesOf } from './tag-text.ts'

export function checkBag(reader: BagReader): readonly BagCheck[] {
  const bag = new OpenBag(reader)
  return [checkDeclaration(bag), checkOxum(bag), checkComplete(bag), checkChecksums(bag)]
}

/** bagit.txt: two lines, no byte order mark, UTF-8 (2.1.1). */
function checkDeclaration(bag: OpenBag): BagCheck {
  const good = { en: 'BagIt 1.0, UTF-8', zh: 'BagIt 1.0，UTF-8' }
  return bagJudged('declaration', declarationFaults(bag).map(inDeclaration), good)
}

function declarationFaults(bag: OpenBag): readonly Text[] {
  const bytes = bag.bytesOf('bagit.txt')
  if (bytes === undefined) return [{ en: 'it is missing: this is no bag', zh: '缺失：这不是 BagIt 包' }]
  const text = textOf(bytes)
  if (text === undefined) return [{ en: 'it is not in UTF-8', zh: '不是 UTF-8 编码' }]
  if (text.startsWith(BOM))
    return [{ en: 'it begins with a byte order mark', zh: '开头有字节顺序标记（BOM）' }]
  const [first = '', second = '', ...rest] = linesOf(text)
  const [, version] = /^BagIt-Version: (\S+)$/.exec(first) ?? []
  const [, encoding] = /^Tag-File-Character-Encoding: (\S+)$/.exec(second) ?? []
  const faults: Text[] = []
  if (version === undefined || encoding === undefined || rest.length > 0)
    faults.push({ en: 'it is not the two lines of a declaration', zh: '不是规定的两行声明' })
  if (version !== undefined && version !== '1.0')
    faults.push({ en: `the version is ${version}, not 1.0`, zh: `版本是 ${version}，不是 1.0` })
  if (encoding !== undefined && !/^utf-8$/i.test(encoding))
    faults.push({ en: `tag files in ${encoding} are not read`, zh: `不读 ${encoding} 编码的标签文件` })
  return faults
}

const inDeclaration = ({ en, zh }: Text): BagFinding => ({
  message: { en: `bagit.txt: ${en}`, zh: `bagit.txt：${zh}` },
  fault: 'malformed',
  path: 'bagit.txt',
})

/** Payload-Oxum: bytes and files of the payload (2.2.2). */
function checkOxum(bag: OpenBag): BagCheck {
  const bytes = bag.bytesOf('bag-info.txt')
  const text = bytes && textOf(bytes)
  if (bytes && text === undefined)
    return bagFailed('oxum', [inInfo({ en: 'it is not in UTF-8', zh: '不是 UTF-8 编码' })])
  const said = valuesOf(tagsIn(text ?? ''), 'Payload-Oxum')
  const [oxum] = said
  if (oxum === undefined)
    return bagNotRun('oxum', {
      en: 'bag-info.txt gives no Payload-Oxum',
      zh: 'bag-info.txt 没有 Payload-Oxum',
    })
  if (said.length > 1)
    return bagFailed('oxum', [inInfo({ en: 'Payload-Oxum is given twice', zh: 'Payload-Oxum 写了两次' })])
  const { payload } = bag
  const size = payload.reduce((sum, entry) => sum + entry.size, 0)
  const found = `${size}.${payload.length}`
  const differs = {
    en: `Payload-Oxum is ${oxum}, but there is ${found}`,
    zh: `Payload-Oxum 写 ${oxum}，实为 ${found}`,
  }
  const good = {
    en: `${size} bytes in ${payload.length} files`,
    zh: `${payload.length}个文件，共${size}字节`,
  }
  return bagJudged('oxum', oxum === found ? [] : [inInfo(differs)], good)
}

const inInfo = ({ en, zh }: Text): BagFinding => ({
  message: { en: `bag-info.txt: ${en}`, zh: `bag-info.txt：${zh}` },
  fault: 'malformed',
  path: 'bag-info.txt',
})
