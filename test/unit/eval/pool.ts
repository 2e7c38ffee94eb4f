import { cleanArticle, type PoolArticle } from '../../../tools/eval/pool';
import { seeded, type Random } from '../../../tools/eval/random';

/**
 * A small pool of made-up articles, so that no corpus is needed. Sentences are put together from short clauses:
 * each subject has words of its own, and no two articles share a sentence.
 */
const SUBJECTS = [
  { topic: '桥', title: '跨江大桥{}顺利合龙', words: ['主梁', '桥塔', '缆索', '江面', '合龙段'] },
  { topic: '桥', title: '{}过江通道提前贯通', words: ['匝道', '引桥', '渡口', '桥墩', '航道'] },
  { topic: '桥', title: '{}走进大桥监测中心', words: ['传感器', '数据屏', '桥面', '风速', '值班室'] },
  { topic: '桥', title: '老桥{}迎来全面体检', words: ['裂缝', '支座', '栏杆', '检测车', '桥龄'] },
  { topic: '粮', title: '{}万亩冬小麦长势良好', words: ['麦苗', '墒情', '追肥', '农技站', '返青期'] },
  { topic: '粮', title: '颗粒归仓 {}农机手忙麦收', words: ['收割机', '麦场', '粮仓', '机手', '油料'] },
  { topic: '粮', title: '{}粮库换上智能管家', words: ['仓温', '粮情', '轮换', '质检员', '储粮'] },
  { topic: '医', title: '{}社区服务站延长夜诊', words: ['夜诊', '慢病', '药房', '家庭医生', '挂号'] },
  { topic: '学', title: '乡村小学{}走进科技馆', words: ['展厅', '模型', '实验', '讲解员', '研学'] },
  { topic: '水', title: '守护一湖碧水 {}禁渔启动', words: ['湖区', '渔政艇', '码头', '巡查', '鱼苗'] },
  { topic: '书', title: '{}旧书市集重新开张', words: ['书摊', '版本', '藏书票', '摊主', '旧报'] },
  { topic: '雪', title: '山区迎来{}场降雪抢通及时', words: ['除雪车', '垭口', '融雪剂', '养护站', '护栏'] },
];
const ORDINALS = ['今日', '首批', '第二', '年内'];
const OPENINGS = ['清早六点', '记者了解到', '与去年相比', '据介绍', '入冬以来', '在现场', '按照计划', '几天前', '让人意外的是', '与此同时', '说起变化', '到了傍晚', '截至目前', '不少人发现'];
const DOINGS = ['已经准备就绪', '换上了新装备', '还差一道工序', '比预想的顺利', '引来不少目光', '成了头等大事', '正在逐项核对', '曾经很难解决', '交给专人负责', '写进了新规程', '每天都有记录', '少不了反复调试', '一时供不应求', '终于有了着落'];
const DETAILS = ['大家都松了口气', '前后花了{}天', '增长了{}.{}%', '共计{}项', '花费不到{}万元', '难度可想而知', '有经验可以借鉴', '老办法派不上用场', '谁也不敢大意', '一条一条地过', '约占总数的{}%', '要等天气好转', '问题出在细节', '得到多方支持'];
const SPEAKERS = ['老赵', '站长小林', '一位老住户', '项目经理', '带班师傅', '刚到岗的小周'];

function sentence(words: readonly string[], random: Random): string {
  const detail = (): string => random.pick(DETAILS).replace(/\{\}/gu, () => String(random.whole(2, 99)));
  const plain = `${random.pick(OPENINGS)}，${random.pick(words)}${random.pick(DOINGS)}，${detail()}`;
  return random.weighted([
    [`${plain}。`, 6],
    [`${plain}；${random.pick(words)}${random.pick(DOINGS)}（${detail()}），${detail()}。`, 2],
    [`“${random.pick(words)}${random.pick(DOINGS)}，${detail()}。”${random.pick(SPEAKERS)}说，“${detail()}。”`, 3],
  ] as const);
}

/** Forty-eight articles of twelve subjects, four of each. */
export function smallPool(): PoolArticle[] {
  return SUBJECTS.flatMap((subject, index) =>
    ORDINALS.map((ordinal, round) => {
      const random = seeded(1000 + index * 10 + round);
      const paragraphs = Array.from({ length: random.whole(4, 11) }, () => Array.from({ length: random.whole(2, 6) }, () => sentence(subject.words, random)).join(''));
      const article = cleanArticle({ id: `${index}-${round}`, title: subject.title.replace('{}', ordinal), text: paragraphs.join('\n'), source: subject.topic });
      if (article === undefined) throw new Error(`article ${index}-${round} is not usable`);
      return article;
    }),
  );
}
