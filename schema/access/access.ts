import type { AccessTable } from './AccessTable.ts';

/**
 * **Who may what.** This table is what a person reads to know the permissions; `docs/permissions.md` is made from it, and the tests hold
 * every answer of Directus against it, over every interface. The permission rules themselves are in `schema/directus`.
 *
 * Not in the table: administrators may everything; a stranger nothing.
 */
export const access: AccessTable = {
  // 基础数据
  counties: { city: 'read create update', county: 'read', inspector: 'read', automation: 'read', auditor: 'read' },
  contacts: { city: 'read create update delete', county: 'read create update', inspector: '', automation: 'read', auditor: 'read' },
  enterprises: { city: 'read create update delete', county: 'read create update', inspector: 'read', automation: 'read', auditor: 'read' },
  inspectors: { city: 'read create update delete', county: 'read create update', inspector: 'read', automation: 'read', auditor: 'read' },
  teams: { city: 'read create update delete', county: 'read create update', inspector: 'read', automation: '', auditor: 'read' },
  team_members: { city: 'read create update delete', county: 'read create update delete', inspector: 'read', automation: '', auditor: 'read' },

  // 驻点工作
  task_lists: {
    city: 'read create update delete',
    county: 'read create update',
    inspector: 'read:county[published]',
    automation: '',
    auditor: 'read',
  },
  task_items: {
    city: 'read create[draft] update[draft] delete[draft]',
    county: 'read create[draft] update[draft] delete[draft]',
    inspector: 'read:county[published]',
    automation: '',
    auditor: 'read',
  },
  visits: {
    city: 'read create update[draft,submitted,returned,locked] delete[draft]',
    county: 'read update[submitted,returned]',
    inspector: 'read create update[draft,returned] delete[draft]',
    automation: '',
    auditor: 'read',
  },
  visit_items: {
    city: 'read create[draft,returned] update[draft,returned] delete[draft,returned]',
    county: 'read',
    inspector: 'read create[draft,returned] update[draft,returned] delete[draft,returned]',
    automation: '',
    auditor: 'read',
  },
  visit_inspectors: {
    city: 'read create[draft,returned] update[draft,returned] delete[draft,returned]',
    county: 'read',
    inspector: 'read create[draft,returned] update[draft,returned] delete[draft,returned]',
    automation: '',
    auditor: 'read',
  },
  visits_photos: {
    city: 'read create[draft,returned] update[draft,returned] delete[draft,returned]',
    county: 'read',
    inspector: 'read create[draft,returned] update[draft,returned] delete[draft,returned]',
    automation: '',
    auditor: 'read',
  },
  visit_events: { city: 'read', county: 'read', inspector: 'read', automation: '', auditor: 'read' },
  suspicions: { city: 'read update', county: 'read update', inspector: '', automation: '', auditor: 'read' },

  // 隐患
  hazards: {
    city: 'read create update[draft,open,rectifying,rectified,verified]',
    county: 'read update[draft,open,rectifying,rectified,verified]',
    inspector: 'read create update[draft,open,rectifying,rectified]',
    automation: 'read',
    auditor: 'read',
  },
  hazard_events: { city: 'read', county: 'read', inspector: 'read', automation: '', auditor: 'read' },
  hazards_photos_before: {
    city: 'read create update delete[draft]',
    county: 'read',
    inspector: 'read create[draft,open,rectifying,rectified] update[draft,open,rectifying,rectified] delete[draft]',
    automation: '',
    auditor: 'read',
  },
  hazards_photos_after: {
    city: 'read create update delete[draft]',
    county: 'read create update delete[draft]',
    inspector: 'read create[draft,open,rectifying,rectified] update[draft,open,rectifying,rectified] delete[draft]',
    automation: '',
    auditor: 'read',
  },
  documents: {
    city: 'read create update delete[failed]',
    county: 'read create',
    inspector: 'read create',
    automation: '',
    auditor: 'read',
  },

  // 月调度
  monthly_reports: {
    city: 'read create update',
    county: 'read create update[draft,returned]',
    inspector: '',
    automation: 'read',
    auditor: 'read',
  },
  report_events: { city: 'read', county: 'read', inspector: '', automation: '', auditor: 'read' },
  report_periods: { city: 'read create update delete', county: 'read:all', inspector: '', automation: '', auditor: 'read' },
  opening_balances: { city: 'read create update delete', county: 'read', inspector: '', automation: '', auditor: 'read' },
  evaluations: { city: 'read create update', county: 'read create update', inspector: '', automation: 'read', auditor: 'read' },
  evaluations_files: { city: 'read create update delete', county: 'read create update delete', inspector: '', automation: '', auditor: 'read' },

  // 模板与设置
  settings: { city: 'read update', county: '', inspector: '', automation: 'read', auditor: 'read' },
  document_templates: { city: 'read create update delete', county: '', inspector: '', automation: '', auditor: 'read' },

  // 系统
  deliveries: { city: 'read update[dead,closed]', county: '', inspector: '', automation: '', auditor: 'read' },
  outbox: { city: 'read', county: '', inspector: '', automation: 'read', auditor: 'read' },
};
