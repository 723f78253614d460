// Texts long enough for lines to end anywhere: sentences of a yearbook drawn in a fixed order that looks random, with
// every kind of mark, numbers with signs and units, and Western words.

const SENTENCES = [
  '2002年，市直机关各部门认真学习贯彻会议精神，加强思想政治建设。',
  '全市共有“文明单位”128个，其中省级36个、市级92个；新增7个。',
  '《潍坊日报》（第3版）刊登了《关于加强机关党的工作的意见》，反响热烈。',
  '为什么要这样做？因为“学习——实践——再学习”是必由之路！',
  '他说：“条件不具备，创造条件也要上……”，话音未落，掌声四起。',
  '农业总产值113.7亿元，比上年增长6.5%，人均收入¥3650，平均气温12.3℃。',
  '会议分甲、乙、丙三组（甲组由张·王两位主持），历时4～5小时。',
  '引进Windows XP与Office软件各1套，安装Internet终端20台。',
  '东至潍河，西至白浪河/小清河，南北长约15km，面积-2.5～8.5平方公里。',
  '【理论武装】坚持“三会一课”制度；开展‘争先创优’活动：成效明显。',
  '真的吗？！大家都说：“好！！”（鼓掌）。',
  '阿·托尔斯泰《苦难的历程》、茅盾《子夜》等书目，列入2002—2003年计划。',
] as const

/** Paragraphs of four sentences each. */
export function prose(paragraphs: number, seed = 1): readonly string[] {
  let state = seed
  const next = (): string => {
    state = (state * 1103515245 + 12345) % 2147483648
    return SENTENCES[Math.floor((state / 2147483648) * SENTENCES.length)] ?? ''
  }
  return Array.from({ length: paragraphs }, () => next() + next() + next() + next())
}

/** Han alone, no two the same within a line. */
export const HAN =
  '市直机关各部门认真学习贯彻会议精神加强思想政治建设提高队伍素质工作取得新的成绩农业总产值比上年增长人均收入平均气温'

export const han = (count: number): string => HAN.repeat(Math.ceil(count / HAN.length)).slice(0, count)
