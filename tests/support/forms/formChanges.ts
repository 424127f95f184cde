import type { FormRole } from './formEntries.ts';
import type { FormEntry } from './FormEntry.ts';

/** A row that is there already, and what somebody changes of it. */
export interface FormChange {
  /** Gives its key as `id`. */
  readonly row: string;
  readonly edit: FormEntry['edit'];
}

const OWN = `county = (SELECT county FROM directus_users WHERE email = 'county@zhudian.example.org')`;

/** Valid changes for every form in which a role writes nothing new, by collection. */
export function formChanges(role: FormRole): Readonly<Record<string, FormChange>> {
  return {
    visits: {
      row: `SELECT id FROM visits WHERE status = 'submitted' AND ${OWN} ORDER BY visited_on DESC, id LIMIT 1`,
      edit: { status: { choice: '已退回' }, return_reason: { text: '第3项请写明动火部位和票号' } },
    },
    hazards: {
      row: `SELECT id FROM hazards WHERE status = 'rectifying' AND severity = 'general' AND ${OWN} ORDER BY found_on DESC, id LIMIT 1`,
      edit: { responsible_person: { text: `车间主任（${role}）` } },
    },
    suspicions: {
      row: `SELECT id FROM suspicions WHERE status = 'open' AND ${OWN} ORDER BY id LIMIT 1`,
      edit: { status: { choice: '已核实' }, note: { text: '已与驻点人员核对，记录属实' } },
    },
    settings: { row: 'SELECT id FROM settings', edit: { office_name: { text: '市化工专项行动办（表单）' } } },
    deliveries: {
      row: `SELECT id FROM deliveries WHERE status = 'dead' LIMIT 1`,
      edit: { status: { choice: '已核实，不再发送' } },
    },
  };
}
