import type { Row } from '../insertRows.ts';
import { countyId } from '../reference/counties.ts';
import { seedId } from '../seedId.ts';
import { monthStart, plusDays } from './days.ts';

const ITEMS = [
  ['防汛物资和排水设施准备', '防汛沙袋、水泵、应急照明数量与清单一致，排水沟渠畅通', '《生产安全事故应急条例》'],
  ['遇湿反应物料防雨防潮', '相关物料离地存放，仓库屋面、门窗无渗漏', '《危险化学品仓库储存通则》等储存要求'],
  ['防雷接地检测', '防雷装置在检测有效期内，接地线连接牢固', '《防雷减灾管理办法》'],
  ['夜间和极端天气值班值守', '领导带班表公示，值班电话畅通，有夜间巡查记录', '《山东省安全生产条例》'],
] as const;

const id = seedId('demo', 'task_list', 'flood');

/** A county's own list for a key period, beside the common one. */
export function makeTaskLists(today: string): Row[] {
  const from = monthStart(today, 3);
  return [
    {
      id,
      name: '汛期重点时段驻点监督任务清单',
      scope: 'county',
      county: countyId('370811'),
      version: '1',
      status: 'published',
      valid_from: from,
      valid_to: plusDays(monthStart(today, 0), -1),
    },
    {
      id: seedId('demo', 'task_list', 'winter'),
      name: '冬季安全生产驻点监督任务清单',
      scope: 'county',
      county: countyId('370811'),
      version: '1',
      status: 'draft',
      valid_from: monthStart(today, 0),
      valid_to: null,
    },
  ];
}

export function makeTaskItems(): Row[] {
  return ITEMS.map(([content, standard, basis], index) => ({
    id: seedId('demo', 'task_item', 'flood', index + 1),
    task_list: id,
    sort: index + 1,
    content,
    standard,
    basis,
  }));
}
