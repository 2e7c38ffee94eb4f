/**
 * The units and measure words of newspapers, as data. The longest unit that fits is taken,
 * so 平方公里 comes before 平方 and 个百分点 before 个.
 */

export type UnitClass =
  /** Measures: a quantity even after a lone 一 (一吨, 一公里). */
  | 'measure'
  /** Measure words: a quantity after any number but a lone 一, which mostly means "a" (一个). */
  | 'count'
  /** As `count`, but after Arabic digits only: after a Chinese digit it is mostly part of a word (三面, 四方). */
  | 'digitsOnly'
  | 'money'
  | 'percent'
  | 'multiple'
  /** Numbers a thing without counting it (3号, 17路, 五年级). */
  | 'ordinal';

const LISTS: Readonly<Record<UnitClass, string>> = {
  measure:
    '毫米 厘米 分米 米 公里 千米 里 海里 英里 英尺 英寸 微米 纳米 公分 华里 ' +
    '平方毫米 平方厘米 平方米 平方公里 平方千米 平米 平方英尺 平方英里 亩 公顷 ' +
    '立方厘米 立方米 立方 标准立方米 升 毫升 公升 加仑 桶 ' +
    '毫克 微克 克 千克 公斤 斤 市斤 吨 吨标准煤 磅 盎司 克拉 担 ' +
    '瓦 千瓦 兆瓦 吉瓦 瓦时 千瓦时 兆瓦时 度电 伏 千伏 伏安 千伏安 兆伏安 安培 毫安时 欧姆 赫兹 千赫 兆赫 吉赫 马力 ' +
    '摄氏度 华氏度 ℃ ℉ °C °F ° 百帕 千帕 帕 毫米汞柱 卡 千卡 焦耳 千焦 分贝 ' +
    '秒 毫秒 分钟 小时 个小时 学时 课时 ' +
    '字节 千字节 兆字节 比特 像素 ' +
    'mm cm dm m km nm μm ㎡ m² m³ ㎞ ㎝ ㎜ ㎏ kg g mg μg t ml mL L kW MW GW kWh kV KV Hz kHz MHz GHz GB MB TB KB PB Mbps Gbps dB',
  count:
    '个 名 位 人 户 家 条 件 项 种 次 人次 人口 车次 架次 场次 班次 批次 册次 台次 辆次 例次 户次 款 起 宗 例 届 份 批 场 张 只 套 类 步 轮 段 期 ' +
    '台 块 座 处 栋 幢 所 间 层 级 部 句 笔 篇 支 枝 片 节 组 架 颗 粒 瓶 章 盒 根 枚 艘 首 幅 遍 袋 箱 棵 株 堆 堂 丝 胎 册 匹 头 尾 羽 席 滴 桌 ' +
    '尺 寸 盆 盏 勺 辈子 辆 列 趟 顶 双 对 副 把 本 卷 扇 眼 孔 盘 碗 杯 壶 捆 束 串 打 排 行 道 幕 集 曲 声 餐 顿 剂 ' +
    '年 个月 天 周 周年 周岁 岁 个季度 季度 个工作日 工作日 昼夜 学年 星期 个星期 席位 床位 车位 学位 吨级 人份 帧 强 标段',
  digitsOnly:
    '国 省 市 县 区 旗 盟 乡 镇 村 州 团 队 分 点 门 口 面 方 度 代 两 角 环 平方 票 线 页 字 词 题 课 班 股 码 金 银 铜',
  money:
    '元 块钱 元钱 人民币 元人民币 美元 美金 美分 欧元 英镑 日元 港元 港币 澳元 加元 加拿大元 新台币 台币 澳门元 韩元 卢布 泰铢 越盾 瑞士法郎 法郎 新加坡元 卢比 雷亚尔 便士',
  percent: '% ％ ‰ 个百分点 百分点 個百分點',
  multiple: '倍',
  ordinal: '号 号楼 号线 楼 路 年级 世纪 年代 版',
};

export interface Unit {
  readonly text: string;
  readonly class: UnitClass;
}

const BY_FIRST: ReadonlyMap<string, readonly Unit[]> = (() => {
  const units = new Map<string, Unit[]>();
  for (const [kind, list] of Object.entries(LISTS) as [UnitClass, string][]) {
    for (const text of new Set(list.split(' '))) {
      const first = text.charAt(0);
      units.set(first, [...(units.get(first) ?? []), { text, class: kind }]);
    }
  }
  for (const list of units.values()) list.sort((a, b) => b.text.length - a.text.length);
  return units;
})();

/** What may not follow a unit, because the two make another word (14亿人民, 3部门). */
const NOT_BEFORE: ReadonlyMap<string, string> = new Map(
  ('人民类 年轻 部门委 区域 片区 起步点 组织 分公别配 节能约目 头部 度假过 面积对 方面案式 台湾 班级子 线上下 代表理码 ' +
    '股份票东 点击评 门诊票类店 团结队 金额融 双碳')
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)] as const),
);

/** The unit that starts at `at`, if any; `limit` is the end of what may be read. */
export function readUnit(text: string, at: number, limit: number): Unit | undefined {
  for (const unit of BY_FIRST.get(text.charAt(at)) ?? []) {
    const end = at + unit.text.length;
    if (end > limit || !text.startsWith(unit.text, at)) continue;
    if (isLetter(unit.text.charCodeAt(unit.text.length - 1)) && isLetter(text.charCodeAt(end))) continue;
    const next = end < limit ? text.charAt(end) : '';
    if (next !== '' && (NOT_BEFORE.get(unit.text)?.includes(next) ?? false)) continue;
    return unit;
  }
  return undefined;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** The units that begin with a scale (千瓦, 百帕, 兆赫): in 700万千瓦 the 千 is the unit's. */
const SCALE_UNITS: readonly string[] = Object.values(LISTS)
  .flatMap((list) => list.split(' '))
  .filter((unit) => '十百千万兆'.includes(unit.charAt(0)));

/** Whether a unit that begins with a scale stands at `at`. */
export function startsScaleUnit(text: string, at: number): boolean {
  return SCALE_UNITS.some((unit) => text.startsWith(unit, at)) || text.startsWith('百分', at);
}
