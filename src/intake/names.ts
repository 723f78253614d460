// What looks like a person and what like an office, by their first and last characters. Used to read credits and to
// keep the spaces of a list of names; a guess, which is why every reader of it reports what it took for granted.

/** The commonest family names (about nine in ten people), one character each. */
const FAMILY_NAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏' +
  '钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪' +
  '严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席' +
  '卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边'

export const FAMILY_NAME: string = `[${FAMILY_NAMES}]`

const HAN = '\\p{Script=Han}'

/** 刘英杰, 王明, 欧阳修, 阿卜杜拉·买买提. */
const PERSON = new RegExp(`^(?:${HAN}{2,4}|${HAN}{2,8}(?:·${HAN}{1,8}){1,3})$`, 'u')
const KNOWN_PERSON = new RegExp(`^${FAMILY_NAME}${HAN}{1,2}$`, 'u')

/** Last characters of an office that no given name ends in. */
const SURE_OFFICE =
  /(?:局|委|办|厅|署|办公室|委员会|公司|集团|银行|医院|学院|大学|学校|中心|编辑部|宣传部|组织部|统战部|党校|报社|工会|妇联|残联|侨联|科协|文联|团委|社科联|工商联|电视台|法院|检察院|图书馆|档案馆|博物馆|研究所|人民政府|管理处|组委会|课题组)$/u
/** Last characters that a given name could end in as well. */
const LIKELY_OFFICE =
  /(?:处|科|院|校|会|部|社|站|所|队|行|团|厂|馆|台|室|组|联|镇|乡|县|区|市|村|街道|政府|支队|总队|工委)$/u
const LONGEST_OFFICE = 30

export const looksLikeKnownPerson = (text: string): boolean =>
  KNOWN_PERSON.test(text) && !SURE_OFFICE.test(text)

export const looksLikePerson = (text: string): boolean =>
  looksLikeKnownPerson(text) || (PERSON.test(text) && !looksLikeOffice(text))

export const looksLikeOffice = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= LONGEST_OFFICE &&
  !/[，。；：！？,;:!?]/u.test(text) &&
  (SURE_OFFICE.test(text) || (LIKELY_OFFICE.test(text) && !KNOWN_PERSON.test(text)))

const OFFICE_THEN_PERSON = new RegExp(
  `^(.{2,}?[局委办厅处科院校会部社站所队行团厂馆台室组联])(${FAMILY_NAME}${HAN}{1,2})$`,
  'u',
)

/** 市统计局王五 → 市统计局, 王五: the latest turn at which both halves look right. */
export function officeAndPerson(text: string): readonly [office: string, person: string] | undefined {
  if (text.length > LONGEST_OFFICE + 3) return undefined
  const match = OFFICE_THEN_PERSON.exec(text)
  const [, office, person] = match ?? []
  if (office === undefined || person === undefined) return undefined
  return looksLikeOffice(office) ? [office, person] : undefined
}
