/** Surnames of two characters. */
const COMPOUND =
  '欧阳 司马 上官 诸葛 尉迟 皇甫 令狐 公孙 慕容 司徒 司空 东方 南宫 夏侯 轩辕 长孙 宇文 端木 独孤 百里 呼延 东郭 西门 澹台 公冶 申屠 太史 钟离 闻人 濮阳 淳于 单于 赫连 拓跋 亓官 鲜于 闾丘 仲孙 第五 万俟'.split(
    ' ',
  );

/** The surnames that nearly everybody has. */
const COMMON = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边褚仝仇刁冀郎米戚党池滕蒲迟巩桑晏种逯宗明仲连苑鹿刑商步满荆阚展蔺云屠苟訾茹闫楚匡娄郜'.split(
    '',
  ),
);

/** Whether a text begins with a surname of two characters: 欧阳. */
export const hasCompoundSurname = (text: string): boolean => COMPOUND.some((one) => text.startsWith(one));

/** Whether a text may be a whole name: a common surname and one or two characters, or a compound one. */
export const looksLikeName = (text: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(text) && (hasCompoundSurname(text) ? text.length > 2 : text.length < 4 && COMMON.has(text.charAt(0)));
