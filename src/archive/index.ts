export {
  type BagCheck,
  type BagCheckId,
  type BagFinding,
  bagFailed,
  bagHasFailed,
  bagJudged,
  bagNotRun,
  bagPassed,
  bagReportText,
} from './bag-check.ts'
export { byBytes, shownPath } from './bag-path.ts'
export { type BagEntry, type BagReader, listedPaths, readerOf } from './bag-reader.ts'
export { checkBag } from './check-bag.ts'
export { sha256Of } from './digest.ts'
export { DUBLIN_CORE, dublinCore } from './dublin-core.ts'
export { FONT_LIST, type FontRecord, type FontRow, fontListBytes, readFontList } from './font-list.ts'
export { jsonBytes } from './json-text.ts'
export { type BagFiles, makeBag, payloadFaults, TAG_FILES } from './make-bag.ts'
export { RECIPE, type Recipe, type RecipeEdition, readRecipe, recipeBytes } from './recipe.ts'
export { type EntryPlace, entryRecords, RECORDS } from './records.ts'
export { type Tag, tagsIn, textOf, valuesOf } from './tag-text.ts'
