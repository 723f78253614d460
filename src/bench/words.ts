// The vocabulary of the made-up yearbook of 云川市, a city that does not exist: word lists by the name that sentences
// call them by. Data only; sentences.ts puts them together.

const words = (list: string): readonly string[] => list.trim().split(/\s+/)
const phrases = (list: string): readonly string[] => list.split(/\s*\|\s*/)

/** Books, persons and dates carry marks of their own (《》 · —), so that marks meet as they do in print. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  office: words(`市教育局 市卫生健康委 市交通运输局 市水利局 市农业农村局 市财政局 市统计局 市民政局 市审计局
    市文化和旅游局 市自然资源局 市生态环境局 市应急管理局 市市场监管局 市档案馆 市图书馆 市总工会 团市委 市妇联
    市科协 市残联 市红十字会 市气象局 市税务局 市公路管理处 市住房公积金管理中心 市方志办 市公安局 市司法局`),
  place:
    words(`东河区 西塘区 白石县 青坞县 云台县 南屏镇 石桥镇 柳林镇 大王庄乡 沙口街道 滨江新区 高新技术产业园区
    北岭林场 双溪村 马家沟 龙泉水库 清源河 长风路 人民广场 解放桥`),
  surname: words(
    '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 欧阳 诸葛',
  ),
  given:
    words(`建国 秀兰 志强 海燕 文博 晓东 玉珍 立新 春华 国栋 雪梅 永康 一鸣 德全 桂芳 承志 婷 磊 洋 静怡 子涵
    鑫 旸 翀 赟 珺 喆 煜 晗 昀`),
  foreign: words(
    `约翰·史密斯 玛丽·安德森 让·皮埃尔·迪朗 卡洛斯·门德斯 伊万·彼得罗夫 汉斯·穆勒 列昂纳多·达·芬奇`,
  ),
  drive:
    words(`作风建设年 爱心一日捐 为民服务联动 结对帮扶 清洁乡村 书香云川 平安校园 百日攻坚 春风行动 蓝天保卫战
    一窗受理 最多跑一次 送戏下乡 走基层 强基础 敬老月`),
  thing:
    words(`党员干部思想教育 城乡居民基本医疗保险 农村饮水安全 小型水库除险加固 义务教育均衡发展 产业结构调整 招商引资
    污染防治 安全生产专项整治 职业技能培训 文物普查 森林防火 粮食收购 公共交通 社区养老服务 道路养护 知识产权保护
    地方志编纂 法律援助 信用体系建设`),
  book: words(`《公民道德建设实施纲要》 《云川市志（1986—2005）》 《中华人民共和国档案法》 《关于进一步加强机关作风建设的意见》
    《云川市城市总体规划（2011～2030年）》 《安全生产法》 《地方志工作条例》 《云川年鉴》 《清源河流域综合治理方案》`),
  honour:
    words(`全省文明单位 全国先进工会组织 省级园林城市 五一劳动奖状 三八红旗集体 青年文明号 全国模范职工之家
    省科技进步二等奖 中国最美乡村 平安建设先进县`),
  crop: words('小麦 玉米 水稻 大豆 花生 油菜 棉花 苹果 葡萄 大樱桃 黄瓜 生姜 茶叶 芝麻'),
  industry: words(
    `装备制造 新能源汽车 生物医药 电子信息 纺织服装 食品加工 现代物流 建材 化工 造纸 船舶配套 软件和信息技术服务`,
  ),
  tech: words(`GPS 5G CAD/CAM ISO9001 PM2.5 LED Wi-Fi ERP BIM NB-IoT GIS RFID App OLED USB Type-C Python`),
  term: phrases(
    'state-of-the-art | e-government | open data | smart city | know-how | big data | just-in-time',
  ),
  company: phrases('Siemens | Bosch | Haier | Intel | ABB | Carrefour | Yunchuan Heavy Industry Co., Ltd.'),
  model: words('BCD-188 XG955N ZL50CN CRH380A YJ27-3A T3000 DH220LC-9 M1A'),
  site: words(`http://www.yunchuan.example/news/2018/index.html https://data.yunchuan.example/open?year=2018&id=37
    www.ycnj.example`),
  unit: words('km kg kW·h m² m³ hm² t kV MW mm GB dB'),
  count: words('个 处 项 件 起 次 家 所 座 条 台 批'),
  role: words('供稿 供稿 供稿 撰稿 整理'),
}

/** The words of a kind; a kind there is not is a slip of ours. */
export function wordsOf(kind: string): readonly string[] {
  const found = WORDS[kind]
  if (found === undefined) throw new Error(`no words of kind ${kind}`)
  return found
}

/** Titles of parts, each with the chapters that stand in it. */
export const PARTS: readonly { readonly title: string; readonly chapters: readonly string[] }[] = [
  {
    title: '中共云川市委',
    chapters: words('综述 组织工作 宣传工作 统战工作 政法工作 机构编制 市直机关党的工作 老干部工作'),
  },
  {
    title: '云川市人民政府',
    chapters: words('政务综述 应急管理 信访工作 机关事务 政务服务 外事与侨务 地方志'),
  },
  { title: '经济', chapters: words('农业 林业 水利 工业 商贸流通 金融 财政与税务 统计 审计 市场监督管理') },
  { title: '城市建设与环境', chapters: words('城乡规划 住房保障 公用事业 交通运输 邮政 通信 环境保护 气象') },
  { title: '社会事业', chapters: words('教育 科学技术 文化艺术 广播电视 卫生健康 体育 民政 劳动就业') },
  { title: '县区概况', chapters: words('东河区 西塘区 白石县 青坞县 云台县 滨江新区') },
]
