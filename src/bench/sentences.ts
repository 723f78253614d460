// Sentences of the made-up yearbook. A pattern holds places such as {office} (a word of that kind), {n:10-99} (a whole
// number), {d:1-40} (a decimal), {k:1000-90000} (grouped by commas); everything else stands as written.

import type { Random } from './random.ts'
import { wordsOf } from './words.ts'

/** How an entry begins: with the year, as entries of a yearbook do. */
export const OPENINGS: readonly string[] = [
  '{year}年，{office}围绕{thing}、{thing}两项重点，制定实施方案{n:3-19}个，召开调度会{n:11-48}次，各项任务按期完成。',
  '{year}年，全市{thing}投入资金{d:20-900}亿元，比上年增长{d:1-28}%；其中{place}{n:1200-9800}万元，占{n:11-64}.{n:1-9}%。',
  '{year}年{n:1-12}月{n:1-28}日，{office}在{place}召开{thing}工作会议，传达学习{book}，{n:12-60}个部门{n:200-900}余人参加。',
  '至{year}年底，全市有{industry}企业{n:120-980}家，从业人员{d:1-30}万人，实现主营业务收入{d:50-900}亿元。',
  '{year}年，{office}被评为“{honour}”，{person}、{person}、{person}等{n:4-16}人受到表彰。',
  '是年，{place}完成{crop}种植{d:1-30}万亩，总产{n:12-99}.{n:1-9}万吨，亩产{n:300-980}公斤，均居全省前列。',
]

/** What follows. Marks stand side by side here and there, as they do in the trade. */
export const SENTENCES: readonly string[] = [
  '突出抓了“{drive}”、结对帮扶、优化发展环境等工作，首批{n:12-60}个部门组建起{n:1000-4000}多人的专业队伍，开通服务热线{n:10-80}条。',
  '{office}成立督查中心，公布监督电话，{n:12-24}小时值班；年内受理群众来电{n:200-900}个，全部办结反馈，满意率{n:90-99}%。',
  '各部门（单位）广泛开展“{drive}”活动，与{n:500-2000}名困难职工结成对子，捐助资金{n:100-900}万元、棉衣棉被{d:1-9}万件。',
  '全年审批新建党组织{n:2-19}个，改建{n:2-19}个，换届改选{n:12-60}个，发展党员{n:120-560}名，预备党员转正{n:120-560}名。',
  '开展学习{book}活动，编印资料{k:3000-48000}份，组织{n:2000-9000}名科级以上干部参加考试，合格率达{n:95-99}.{n:1-9}%。',
  '据{office}统计：{crop}播种面积{k:1000-90000}公顷，{crop}{k:1000-90000}公顷，比例约为{n:2-9}∶{n:2-9}；单产分别提高{d:1-9}%和{d:1-9}%。',
  '{person}在讲话中指出：“要把群众满意不满意作为‘第一标准’，把{thing}做细、做实、做好。”',
  '{place}引进{company}公司{industry}项目，总投资{d:1-30}亿美元，安装{tech}设备{n:20-300}套，{n:9-12}月{n:1-28}日试生产。',
  '推广{tech}技术，建成监测站点{n:12-98}处，{place}—{place}一线实现数据实时传输，时延不超过{n:5-90} ms。',
  '{office}与{foreign}教授（{company}）合作，完成“{term}”课题{n:2-9}项，发表论文{n:3-36}篇——其中{n:1-3}篇被SCI收录。',
  '全市供电量{d:10-90}亿{unit}，最高负荷{n:900-3000} MW；新建{n:35-500} kV变电站{n:1-6}座，线路{n:30-900} km。',
  '气温最高{n:35-41}.{n:1-9}℃，最低-{n:5-18}.{n:1-9}℃，年降水量{n:500-900}.{n:1-9}mm，无霜期{n:180-240}天。',
  '“{n:3-9}·{n:10-28}”案件告破，抓获犯罪嫌疑人{n:3-40}名，追缴赃款{d:10-300}万余元；各类案件比上年下降{n:5-30}%。',
  '{place}至{place}公路全长{d:10-90}公里，路基宽{n:8-24}.5米，总投资{n:2-9}亿～{n:10-16}亿元，{year}—{n:2020-2025}年分{n:2-4}期建设。',
  '受理来信来访{n:20-900}件（次），按期办结率{n:95-99}%；集中清理借用公款{n:100-300}.{n:1-9}万元。',
  '举办“{drive}”文艺演出{n:12-90}场，放映电影{k:1000-9000}场，观众{n:10-90}.{n:1-9}万人次，{person}《{place}的春天》获一等奖。',
  '该项目采用“政府+企业+农户”模式，贷款年利率{d:3-6}%，每亩补助{n:100-900}元，{n:3-9}年收回投资。',
  '“这在以前想都不敢想……”{place}村民{person}说。',
  '问题主要有三：一是投入不足；二是人才短缺（高级职称仅占{n:3-19}%）；三是设备老化，{n:12-60}台（套）已超期使用。',
  '市人大常委会听取{office}关于{thing}的报告，提出意见{n:5-30}条，要求“年内见效、三年变样”。',
  '更多情况见{site}。',
  '新建改建校舍{n:20-90}万平方米，添置{model}型设备{n:12-300}台，师生比由1∶{n:18-24}提高到1∶{n:12-17}。',
  '{n:1-12}月{n:1-28}日{n:8-18}时{n:10-59}分，{place}发生{n:3-4}.{n:1-9}级地震，震源深度{n:5-20}千米，未造成人员伤亡。',
  '其中，{industry}增加值{d:10-300}亿元，增长{d:1-19}%；{industry}{d:10-300}亿元，增长{d:1-19}%；{industry}{d:10-300}亿元，下降{d:1-9}%。',
  '【说明】未列数字均由{office}提供。',
  '{book}、{book}等{n:3-19}部志书通过终审，共{n:300-2000}万字，印数{k:1000-9000}册。',
  '制定并向社会公布服务承诺，建立首问负责制，切实履行职责，把党和政府的温暖送到困难群众的心坎上。',
  '通过学习，广大干部对举什么旗、走什么路、实现什么目标等重大问题有了更加清醒的认识，工作的自觉性和坚定性明显增强。',
  '按照“深化诚信教育、建设信用云川”的要求，{office}把{thing}列入年度目标，逐级签订责任书，月月通报，季季考核，取得明显成效。',
  '在全省率先推行“{drive}”改革，办理时限由{n:15-30}个工作日缩短到{n:2-7}个工作日，申报材料减少{n:30-70}%，群众称之为“阳光服务”。',
]

/** Headings of entries. */
export const HEADINGS: readonly string[] = [
  '概况',
  '{thing}',
  '“{drive}”活动',
  '{industry}产业',
  '{thing}与{thing}',
  '{book}学习宣传',
  '{place}{thing}',
  '{tech}技术推广',
  '{crop}生产',
  '荣获“{honour}”称号',
]

const PLACE = /\{([a-z]+)(?::(\d+)-(\d+))?\}/g

/** A pattern with its places filled. */
export function filled(pattern: string, random: Random, year: number): string {
  return pattern.replace(PLACE, (_, kind: string, least = '0', most = '0') => {
    const whole = (): number => random.whole(Number(least), Number(most))
    switch (kind) {
      case 'n':
        return String(whole())
      case 'd':
        return `${whole()}.${random.whole(1, 99)}`
      case 'k':
        return String(whole()).replace(/\B(?=(\d{3})+$)/g, ',')
      case 'year':
        return String(year)
      case 'person':
        return person(random)
      default:
        return random.pick(wordsOf(kind))
    }
  })
}

/** A name of two to four characters. */
export const person = (random: Random): string =>
  random.pick(wordsOf('surname')) + random.pick(wordsOf('given'))
