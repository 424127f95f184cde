/** The three parts of a report that says something in each, and states no figure. */
export const NARRATIVE = {
  progress: '本月对辖区企业逐家开展驻点，发现隐患均已建档督促整改',
  problems: '查阅各企业驻点记录和隐患台账，未发现需市级协调解决的问题',
  practices: '把任务清单与企业日周月排查结合',
} as const;
