/**
 * Units with a measure of their own, as data: `name,other name:factor` for each, the factor being how many base units one is.
 * Factors of SI and of units used beside it are those of the SI brochure (9th edition) and of GB 3100–3102; 亩, 斤, 两, 尺, 里 are
 * those of the State Council's order of 1984 on legal units (1 亩 = 2000/3 m², 1 斤 = 0.5 kg); pounds, feet, inches and miles
 * are the international ones of 1959; 1 卡 is the thermochemical one, 1 标准煤 is 29.3076 GJ a tonne (GB/T 2589).
 */
export type Dimension =
  | 'length' | 'area' | 'volume' | 'mass' | 'time' | 'months' | 'speed' | 'power' | 'energy' | 'voltage' | 'current' | 'resistance' | 'apparentPower'
  | 'charge' | 'frequency' | 'temperature' | 'pressure' | 'data' | 'dataRate' | 'sound' | 'angle' | 'money' | 'ratio' | 'points' | 'count' | 'force'
  | 'illuminance' | 'substance';

interface DimensionRow {
  /** The base unit: SI, or what a reader knows it by. */
  readonly base: string;
  readonly units: string;
}

export const MEASURES: Readonly<Partial<Record<Dimension, DimensionRow>>> = {
  length: {
    base: 'm',
    units:
      '米,公尺,m:1 千米,公里,km,KM,㎞:1000 里,华里:500 分米,dm:0.1 厘米,公分,cm,CM,㎝:0.01 毫米,mm,MM,㎜:0.001 微米,μm,um:1e-6 纳米,nm:1e-9 ' +
      '海里:1852 英里,mile,miles:1609.344 英尺,呎,foot,feet,ft:0.3048 英寸,英吋,吋,inch,inches,in:0.0254 码:0.9144 丈:10/3 尺,市尺:1/3 寸,市寸:1/30 光年:9460730472580800',
  },
  area: {
    base: 'm²',
    units:
      '平方米,平米,㎡,m²,m2,平方:1 平方公里,平方千米,km²,km2:1000000 平方厘米,cm²:0.0001 平方毫米,mm²:1e-6 平方分米:0.01 亩:2000/3 公亩:100 公顷,ha,hm²:10000 ' +
      '平方英尺:0.09290304 平方英里:2589988.110336 英亩:4046.8564224 坪:400/121',
  },
  volume: {
    base: 'm³',
    units:
      '立方米,m³,m3,立方,方水,标准立方米,标方:1 立方厘米,cm³,cc,CC:1e-6 立方分米,升,公升,L,l:0.001 毫升,ml,mL,ML,㏄:1e-6 立方公里,立方千米:1e9 加仑,个加仑:0.003785411784',
  },
  mass: {
    base: 'kg',
    units:
      '千克,公斤,kg,KG,Kg,㎏:1 吨,公吨,t:1000 克,g:0.001 毫克,mg:1e-6 微克,μg,ug:1e-9 斤,市斤:0.5 两,市两:0.05 担,市担:50 磅:0.45359237 盎司:0.028349523125 克拉:0.0002',
  },
  time: {
    base: 's',
    units:
      '秒,秒钟,s:1 毫秒,ms:0.001 微秒:1e-6 分钟,分种,min:60 小时,个小时,钟头,个钟头,个钟,h:3600 刻钟:900 天,昼夜,整天,日:86400 周,个星期,星期,个礼拜,礼拜,个周:604800',
  },
  months: { base: 'month', units: '个月:1 年,周年,个年头,载,整年,岁,周岁:12 个季度,个季:3 个世纪:1200 学年:12 学期:6' },
  speed: { base: 'm/s', units: '米每秒,m/s:1 公里每小时,千米每小时,km/h:5/18 马赫:340' },
  power: { base: 'W', units: '瓦,瓦特,W:1 千瓦,kW,KW,kw:1000 兆瓦,MW:1000000 吉瓦,GW:1e9 马力,匹马力:735.49875' },
  energy: {
    base: 'J',
    units:
      '焦耳,J:1 千焦,kJ:1000 瓦时,Wh:3600 千瓦时,千瓦小时,度电,kWh,KWh,kwh:3600000 兆瓦时,MWh:3600000000 吉瓦时,GWh:3600000000000 卡,卡路里:4.184 千卡,大卡:4184 吨标准煤,吨标煤:29307600000',
  },
  voltage: { base: 'V', units: '伏,伏特,V:1 千伏,kV,KV:1000 毫伏:0.001' },
  current: { base: 'A', units: '安培:1 毫安,mA:0.001 千安:1000' },
  charge: { base: 'C', units: '毫安时,mAh:3.6 安时,Ah:3600' },
  resistance: { base: 'Ω', units: '欧姆,Ω:1' },
  apparentPower: { base: 'VA', units: '伏安:1 千伏安,kVA,KVA:1000 兆伏安,MVA:1000000' },
  frequency: { base: 'Hz', units: '赫兹,Hz,HZ:1 千赫兹,千赫,kHz:1000 兆赫兹,兆赫,MHz:1000000 吉赫兹,吉赫,GHz:1e9' },
  temperature: { base: '°C', units: '摄氏度,℃,°C,摄氏°:1 华氏度,℉,°F,华氏°:F' },
  pressure: { base: 'Pa', units: '帕,帕斯卡,Pa:1 百帕,hPa:100 千帕,kPa:1000 兆帕,MPa:1000000 毫米汞柱:133.322387415 标准大气压,个大气压:101325' },
  data: {
    base: 'B',
    units: '字节:1 千字节,KB:1000 兆字节,兆B,MB:1000000 吉字节,GB:1e9 太字节,TB:1e12 PB:1e15 EB:1e18 比特:0.125 千比特:125 兆比特:125000',
  },
  dataRate: { base: 'bit/s', units: 'bps:1 Kbps,kbps:1000 Mbps:1000000 Gbps:1e9 Tbps:1e12' },
  sound: { base: 'dB', units: '分贝,dB:1' },
  force: { base: 'N', units: '牛顿:1 千牛:1000' },
  angle: { base: '°', units: '°:1' },
  illuminance: { base: 'lx', units: '勒克斯:1' },
  substance: { base: 'mol', units: '摩尔:1 毫摩尔:0.001' },
};

/** Currencies by the names newspapers use, with their ISO 4217 codes; a factor where one is not the main unit. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: '元,元钱,块钱,元人民币,人民币,圆,¥:1 角,角钱,毛钱,毛:0.1 分钱:0.01',
  USD: '美元,美金,美圆,美刀,美元钱,元美元,元美金,US$:1 美分:0.01',
  EUR: '欧元,元欧元,€:1', GBP: '英镑,£:1 便士:0.01', JPY: '日元,日圆,円,日币,元日币:1', HKD: '港元,港币,港圆,港币元,元港币,HK$:1', TWD: '新台币,台币,新台币元,台币元:1', MOP: '澳门元,澳门币:1',
  AUD: '澳元,澳大利亚元:1', CAD: '加元,加拿大元,加币:1', SGD: '新加坡元,新元,新币:1', KRW: '韩元,韩圆,韩币:1', CHF: '瑞士法郎,瑞郎:1', RUB: '卢布:1', THB: '泰铢:1',
  VND: '越南盾,越盾:1', INR: '卢比,印度卢比:1', BRL: '雷亚尔:1', MYR: '林吉特,令吉:1', IDR: '印尼盾,印尼卢比:1', PHP: '比索,菲律宾比索:1', NGN: '奈拉:1', ZAR: '兰特:1',
  TRY: '里拉,土耳其里拉:1', IRR: '里亚尔:1', SEK: '瑞典克朗:1', NOK: '挪威克朗:1', DKK: '丹麦克朗:1', KZT: '坚戈:1', MNT: '图格里克:1', BTC: '比特币,个比特币:1', NZD: '新西兰元,纽元:1',
};

/** Signs that stand before the number. A lone dollar sign names no country. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = { '¥': 'CNY', '€': 'EUR', '£': 'GBP', $: '' };

/** Names of money that may stand before the number (人民币50元, 港币两千元). */
export const CURRENCY_PREFIXES: Readonly<Record<string, string>> = { 人民币: 'CNY', 港币: 'HKD', 新台币: 'TWD', 台币: 'TWD', 美金: 'USD', 澳门币: 'MOP', 美元: 'USD', 欧元: 'EUR', 港元: 'HKD', 日元: 'JPY' };
