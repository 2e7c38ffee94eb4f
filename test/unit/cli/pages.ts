/** Pages written by hand for the tests of the command. */

/** Two articles; the second paragraph of the first is cut in a word and goes on below the second. */
export const cutPage = `## 河湾镇办起夜校

□本报记者 林小禾

入秋以来,河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农,还有刚放学的孩子,教室里坐得满满当当。

“灯一亮,人就来了。”老木匠陈守田说,他在夜校里学会了看图纸,还把自己四十年的手艺写成了一本小册子,送给每一个来听课的年

## 渡口小学添了一艘课船

渡口小学的孩子每天要过河上学。今年9月,学校添了一艘能坐30人的课船,船上有书架,也有黑板,孩子们在船上就能早读。

船长赵大江说,课船每天往返四趟,遇到大风就停航,由老师带着孩子绕桥走。

轻人。

夜校每周开三个晚上的课,不收学费。镇里说,明年还要再添两间教室,把缝纫班和识字班也办起来。
`;

/** One article with nothing to mend. */
export const cleanPage = `## 石桥村的柿子红了

霜降一过,石桥村的柿子就红了。村里今年收了12万公斤柿子,比去年多两成,大半做成了柿饼。

村支书何满仓说,柿饼装进纸盒,顺着新修的公路运到城里,一盒能卖38元。
`;
