import { roles } from '../../schema/roles.ts';
import type { Secrets } from '../stack/Secrets.ts';
import { countyId } from './reference/counties.ts';

/** A login of the demo, in the shape of `POST /users` but for `passwordKey`, which names its password in the secrets. */
export interface DemoUser {
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly role: string;
  readonly county?: string;
  readonly language: string;
  readonly title: string;
  readonly passwordKey: keyof Secrets['demoPasswords'];
}

/** One login per role. The county is 任城区; the inspector serves there. The names are invented. */
export const demoUsers: readonly DemoUser[] = [
  {
    email: 'city@zhudian.example.org',
    last_name: '沈',
    first_name: '知远',
    title: '市化工专项行动办',
    role: roles.city.id,
    language: 'zh-CN',
    passwordKey: 'city',
  },
  {
    email: 'county@zhudian.example.org',
    last_name: '丁',
    first_name: '若兰',
    title: '任城区化工专项行动办',
    role: roles.county.id,
    county: countyId('370811'),
    language: 'zh-CN',
    passwordKey: 'county',
  },
  {
    email: 'inspector@zhudian.example.org',
    last_name: '陆',
    first_name: '长青',
    title: '驻点人员',
    role: roles.inspector.id,
    language: 'zh-CN',
    passwordKey: 'inspector',
  },
  {
    email: 'auditor@zhudian.example.org',
    last_name: '顾',
    first_name: '明谦',
    title: '审计',
    role: roles.auditor.id,
    language: 'zh-CN',
    passwordKey: 'auditor',
  },
];
