import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { FormEntry } from './FormEntry.ts';

/** The role of whoever fills the form. */
export type FormRole = 'city' | 'county' | 'inspector';

/** What the entries refer to: a county without records, an enterprise without a team for each office, two who may be its team. */
export interface FormPlace {
  readonly county: string;
  /** The county of the county's log-in. */
  readonly own: string;
  readonly enterprises: Readonly<Record<'city' | 'county', string>>;
  readonly team: readonly [string, string];
  /** An enterprise that the inspector serves. */
  readonly served: string;
  /** A major hazard there. */
  readonly hazard: string;
}

const TEMPLATE = join(import.meta.dirname, '../../../schema/templates/work_log/template.docx');
const LEVEL: FormEntry['create'] = { level: { choice: '市级' } };
const SCOPE: FormEntry['create'] = { scope: { choice: '全市' } };

/**
 * Valid entries for every form, by collection. A county enters no county: it has one only, and its forms do not ask for it.
 */
export function formEntries(role: FormRole, place: FormPlace): Readonly<Record<string, FormEntry>> {
  const county: FormEntry['create'] = role === 'county' ? {} : { county: { row: place.county } };
  // A deadline of its own is set for a year at most.
  const coming = DateTime.now().plus({ months: 2 }).toFormat('yyyy-MM');
  const enterprise = role === 'inspector' ? place.served : place.enterprises[role];
  return {
    counties: { create: { name: { text: '表单第二区' }, code: { text: '370898' } }, edit: { office: { text: '表单第二区化工专项行动办' } } },
    contacts: { create: { ...county, name: { text: '方知行' }, phone: { text: '13900001111' } }, edit: { position: { text: '综合科科长' } } },
    enterprises: { create: { ...county, name: { text: `表单化工（${role}）有限公司` } }, edit: { industry: { text: '专用化学产品制造' } } },
    inspectors: {
      create: { ...(role === 'city' ? LEVEL : {}), name: { text: `表单员${role === 'city' ? '甲' : '乙'}` } },
      edit: { organisation: { text: '化工专项行动办' } },
    },
    teams: {
      create: { enterprise: { row: enterprise }, valid_from: { today: true }, members: { rows: place.team } },
      edit: { valid_to: { today: true } },
    },
    task_lists: {
      create: {
        ...(role === 'city' ? SCOPE : {}),
        name: { text: `重点时段任务清单（${role}）` },
        items: { inner: { content: { text: '重点时段专项检查' } } },
      },
      edit: { name: { text: `重点时段任务清单（${role}，修订）` } },
    },
    visits: { create: { enterprise: { row: enterprise }, visited_on: { today: true } }, edit: { remarks: { text: '企业停产检修' } } },
    hazards: {
      create: {
        enterprise: { row: enterprise },
        title: { text: '配电箱未上锁' },
        description: { text: '三车间北侧配电箱未上锁，箱内有临时接线' },
        place: { text: '三车间北侧' },
        measures: { text: '拆除临时接线，配电箱上锁' },
        responsible_person: { text: '设备科长' },
        deadline: { today: true },
      },
      edit: { responsible_person: { text: '车间主任' } },
    },
    documents: {
      create:
        role === 'inspector'
          ? { kind: { choice: '重大事故隐患报告' }, hazard: { row: place.hazard } }
          : // What names no county is about all of them: a county names its own.
            { kind: { choice: '联系人名单' }, county: { row: role === 'city' ? place.county : place.own }, title: { text: '联系人名单' } },
      edit: { title: { text: '联系人名单（归档）' } },
    },
    monthly_reports: { create: { ...county, period: { text: '2024-03' } }, edit: { progress: { text: '对辖区企业逐家开展驻点监督' } } },
    report_periods: {
      create: { period: { text: coming }, due_at: { moment: `${coming}-26T17:30` } },
      edit: { note: { text: '春节前提前报送' } },
    },
    opening_balances: { create: { ...county, as_of: { today: true } }, edit: { note: { text: '据纸质台账' } } },
    evaluations: {
      create: { ...county, quarter: { text: '2024-Q2' }, evaluated_on: { today: true } },
      edit: { findings: { text: '驻点人员按清单逐项检查，记录齐全' } },
    },
    document_templates: {
      create: { name: { text: '工作日志（表单）' }, key: { text: 'work_log' }, version: { text: '表单-1' }, file: { file: TEMPLATE } },
      edit: { name: { text: '工作日志（表单，修订）' } },
    },
  };
}
