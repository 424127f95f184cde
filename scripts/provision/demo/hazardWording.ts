/** A kind of hazard as inspectors write it down; `{unit}` is a place of the enterprise. */
export interface HazardWording {
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly measures: string;
  readonly rectification: string;
  readonly funds?: string;
  readonly plan?: string;
}

export const generalHazards: readonly HazardWording[] = [
  {
    title: '{unit}灭火器压力不足',
    description: '{unit}东侧配置的4具干粉灭火器中有2具指针在红区，检查卡自7月起未填写。',
    place: '{unit}东侧',
    measures: '更换失效灭火器，恢复月度检查并填写检查卡。',
    rectification: '已更换2具灭火器，检查卡补充完整，纳入班组日检。',
  },
  {
    title: '{unit}疏散通道堆放包装物',
    description: '{unit}至安全出口的疏散通道堆放成品托盘，净宽不足0.8米，不符合疏散宽度要求。',
    place: '{unit}南门',
    measures: '清理通道，地面划黄线并设置禁止堆放标识。',
    rectification: '通道已清空并划线，张贴禁止堆放标识。',
  },
  {
    title: '{unit}配电箱未接地',
    description: '{unit}移动配电箱外壳未做接地，箱内一只断路器护盖缺失，带电部位外露。',
    place: '{unit}北墙',
    measures: '停用该配电箱，由持证电工恢复接地并更换断路器。',
    rectification: '已由持证电工整改，接地电阻测试合格并记录。',
  },
  {
    title: '{unit}电机联轴器缺防护罩',
    description: '{unit}2号输送泵联轴器防护罩被拆除，检修后未恢复，人员可接触转动部位。',
    place: '{unit}2号泵',
    measures: '停机恢复防护罩，检修作业票增加防护恢复确认项。',
    rectification: '防护罩已恢复，检修票已修订。',
  },
  {
    title: '{unit}安全阀校验超期',
    description: '{unit}空气储罐安全阀校验有效期至上月底，未见新的校验报告，压力表同批到期。',
    place: '{unit}储罐',
    measures: '停用储罐，送检安全阀和压力表，合格后恢复使用。',
    rectification: '安全阀、压力表已送检合格，校验标签已粘贴。',
  },
  {
    title: '{unit}粉尘积聚',
    description: '{unit}除尘管道弯头及横梁上方粉尘积厚约3毫米，清扫记录显示已12天未清扫。',
    place: '{unit}除尘管道',
    measures: '停机清扫积尘，建立每班清扫制度并张贴清扫记录。',
    rectification: '积尘已清除，清扫制度上墙并有连续记录。',
  },
  {
    title: '{unit}洗眼器无水',
    description: '{unit}酸碱作业点洗眼器阀门关闭，打开后无水流出，现场无替代设施。',
    place: '{unit}投料口',
    measures: '疏通管路并常开总阀，每周试水并记录。',
    rectification: '洗眼器已恢复，每周试水记录齐全。',
  },
  {
    title: '{unit}有限空间未设警示',
    description: '{unit}污水池入口未设置有限空间警示标识，入口盖板未上锁，应急三脚架缺失。',
    place: '{unit}污水池',
    measures: '入口上锁挂牌，配齐气体检测仪和救援三脚架。',
    rectification: '警示牌和盖板锁已安装，救援器材已到位。',
  },
  {
    title: '{unit}临时用电线路拖地',
    description: '{unit}检修临时用电线缆穿越叉车通道未做保护，绝缘层局部破损。',
    place: '{unit}叉车通道',
    measures: '更换线缆，架空或加设过桥板，完善临时用电审批。',
    rectification: '线缆已更换并加设过桥板。',
  },
  {
    title: '{unit}物料混放',
    description: '{unit}氧化性助剂与还原性助剂同垛存放，间距不足1米，未设隔离和标识。',
    place: '{unit}三区',
    measures: '分区存放并设置隔离，更新物料存放示意图。',
    rectification: '已分区存放，存放示意图上墙。',
  },
  {
    title: '{unit}气体报警器未定期检定',
    description: '{unit}2台固定式可燃气体报警器检定证书已过期，其中1台显示故障代码。',
    place: '{unit}一层',
    measures: '送检或更换报警器，建立检定台账。',
    rectification: '报警器已更换并检定，台账已建立。',
  },
  {
    title: '{unit}应急照明失效',
    description: '{unit}楼梯间3盏应急照明灯断电测试不亮，疏散指示标志被管道遮挡。',
    place: '{unit}楼梯间',
    measures: '更换应急照明灯，调整疏散指示标志位置。',
    rectification: '应急照明已更换，断电测试合格。',
  },
];

/** Old ones, seen and confirmed by the city office long ago. */
export const majorHazards: readonly HazardWording[] = [
  {
    title: '反应釜安全联锁被旁路',
    description: '3号反应釜高温高压联锁被短接旁路，操作人员称为减少误停车，旁路无审批、无时限，釜温失控时不能自动切断加热。',
    place: '反应釜区3号釜',
    measures: '立即停用3号釜，恢复联锁并做功能测试；建立联锁旁路审批制度，未经批准不得旁路。',
    funds: '6.8万元，企业自筹',
    plan: '整改期间停产；如需排料由技术负责人现场指挥，备用冷却水投用，消防人员现场值守。',
    rectification: '联锁已恢复并经第三方测试合格，旁路审批制度已印发培训。',
  },
  {
    title: '有限空间作业未检测未监护',
    description: '污水处理站调节池清淤作业，2人已进入池内，未做气体检测、未办作业票、入口无监护人，池内硫化氢报警值未知。',
    place: '污水处理站调节池',
    measures: '立即停止作业并撤人；完善有限空间台账和审批，配齐检测、通风、救援器材，全员培训考核后方可恢复。',
    funds: '4.2万元，企业自筹',
    plan: '停止一切有限空间作业；发生异常立即启动中毒窒息现场处置方案，严禁盲目施救。',
    rectification: '器材已配齐，作业审批制度已修订，完成两轮培训和一次救援演练。',
  },
  {
    title: '粉料车间使用非防爆电气且除尘停运',
    description: '破碎间可燃粉尘区域使用普通照明和插座，除尘系统停运仍在生产，地面及设备积尘明显，存在粉尘爆炸危险。',
    place: '破碎间',
    measures: '停产清扫，更换防爆电气，修复除尘系统并与破碎机联锁，邀请专家验收后复产。',
    funds: '18.5万元，企业自筹15万元、技改资金3.5万元',
    plan: '整改期间断电上锁；配置粉尘清扫工具和灭火毯，按粉尘爆炸现场处置方案值守。',
    rectification: '防爆电气已更换，除尘与主机联锁已投用，专家验收通过。',
  },
];
