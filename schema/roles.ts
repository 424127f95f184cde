/**
 * The roles of design section 5 with the ids and names they have in every installation (`schema/directus/collections/roles.json`).
 * Code asks for a role by id; the name is what people see.
 */
export const roles = {
  city: { id: '7a680001-0000-4000-8000-000000000001', name: '市级管理员' },
  county: { id: '7a680001-0000-4000-8000-000000000002', name: '县级管理员' },
  inspector: { id: '7a680001-0000-4000-8000-000000000003', name: '驻点人员' },
  automation: { id: '7a680001-0000-4000-8000-000000000004', name: '自动化' },
  auditor: { id: '7a680001-0000-4000-8000-000000000005', name: '只读审计' },
} as const;

export type RoleKey = keyof typeof roles;
