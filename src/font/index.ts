export { Face, type FontFile, type InkBox } from './face.ts'
export {
  type FontListing,
  type FontSupply,
  Fonts,
  type Role,
  type RoleFiles,
  type Weight,
} from './fonts.ts'
export { FontFormatError, openSfnt, type Sfnt, writeSfnt } from './sfnt.ts'
export { type FontProgram, subsetFace } from './subset.ts'
export {
  type CaseFace,
  type FaceChain,
  MISSING,
  type Sort,
  type SortId,
  type SortPart,
  Stack,
  TypeCase,
  type Word,
} from './typecase.ts'
