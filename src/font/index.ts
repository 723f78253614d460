export { Face, type FontFile, fontName, type InkBox } from './face.ts'
export {
  type FontListing,
  type FontSupply,
  Fonts,
  type Role,
  type RoleFiles,
  type Weight,
} from './fonts.ts'
export { FontFormatError, openSfnt, type Sfnt, writeSfnt } from './sfnt.ts'
export { Stack } from './stack.ts'
export { type FontProgram, subsetFace } from './subset.ts'
export {
  type CaseFace,
  type FaceChain,
  MISSING,
  type Sort,
  type SortId,
  type SortPart,
  TypeCase,
  type Word,
} from './typecase.ts'
