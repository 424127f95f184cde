import { resolve } from 'node:path';
import { z } from 'zod/v4';
import { SETTINGS } from '../../extensions/host/src/config.ts';
import { productionSettingFaults } from '../production/productionSettingFaults.ts';
import { StackError } from './StackError.ts';
import type { StackConfig } from './StackConfig.ts';
import { zodWords } from '../texts/zodWords.ts';
import { settingTexts } from '../texts/settingTexts.ts';
import { unknownSettings } from './unknownSettings.ts';

const repository = resolve(import.meta.dirname, '../..');

/**
 * The environment `npm start`, `npm test` and `npm run doctor` read. `.env.example` lists the same names (checked by
 * `npm run check`).
 */
const environmentSchema = z.object({
  /** Folder for all data. Default `.data` in the checkout. */
  ZHUDIAN_DATA_DIR: z.string().min(1).default(resolve(repository, '.data')),
  /** First of ten ports: Directus +5, n8n +6, mail +7, SMTP +8, PostgreSQL +9, n8n's broker +4. */
  ZHUDIAN_PORT_BASE: z.coerce.number().int().min(1024).max(65_526).default(8050),
  /** What links in mails begin with. Default: Directus's own address. */
  ZHUDIAN_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `false` leaves the invented enterprises, visits and logins out. Default: true, and false in production. */
  ZHUDIAN_DEMO: z.stringbool().optional(),
  /**
   * `production` refuses what belongs to trying out: the demo, mail that goes nowhere, links that lead to this machine only. `drill` tries a backup of an
   * office: without the demo, and whatever else is set, nothing leaves this machine.
   */
  ZHUDIAN_ENV: z.enum(['development', 'production', 'drill']).default('development'),
  /** Login of the administrator of the panel and of n8n, and where their password resets go. */
  ZHUDIAN_ADMIN_EMAIL: z.email().optional(),
  /** Language of the command line. Default: that of the terminal (LC_ALL, LANG). */
  ZHUDIAN_LANGUAGE: z.enum(['zh', 'en']).optional(),
  /** Where n8n reaches Directus. Default: its address on this machine. */
  ZHUDIAN_AUTOMATION_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses of the reverse proxy, whose word on the caller's address counts (Express's `trust proxy`). Default: no proxy. */
  ZHUDIAN_TRUSTED_PROXY: z.string().min(1).optional(),
});

/** Set by the stack itself, from the data folder; taking them from outside would let two truths stand. */
const OWN_NAMES = new Set([
  'ZHUDIAN_DATA_DIR',
  'ZHUDIAN_PORT_BASE',
  'ZHUDIAN_PUBLIC_URL',
  'ZHUDIAN_DEMO',
  'ZHUDIAN_ENV',
  'ZHUDIAN_TRUSTED_PROXY',
  'ZHUDIAN_AUTOMATION_URL',
  'ZHUDIAN_ADMIN_EMAIL',
  'ZHUDIAN_LANGUAGE',
]);

/** Who administers a trial; nobody reads what is mailed there. */
export const INVENTED_ADMIN = 'admin@zhudian.example.org';

/** What a drill leaves out: the relay and the robot of the office. */
const LEAVES_THE_MACHINE = /^ZHUDIAN_(?:SMTP_(?!(?:ANSWER_)?TIMEOUT$)|ALERT_WEBHOOK)/;

/** Reads the environment, all faults at once. */
export function readStackConfig(environment: NodeJS.ProcessEnv): StackConfig {
  const filled = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const parsed = environmentSchema.safeParse(Object.fromEntries(filled), { error: zodWords() });
  const unusable = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...unknownSettings(environment, [...Object.keys(environmentSchema.shape), ...SETTINGS]),
  ];
  if (!parsed.success || unusable.length > 0) throw new StackError(settingTexts.unusable(unusable), settingTexts.unusableRemedy());
  const production = parsed.data.ZHUDIAN_ENV === 'production';
  const drill = parsed.data.ZHUDIAN_ENV === 'drill';
  const faults = production ? productionSettingFaults(Object.fromEntries(filled)) : [];
  if (faults.length > 0) throw new StackError(settingTexts.production(faults), settingTexts.productionRemedy());
  const base = parsed.data.ZHUDIAN_PORT_BASE;
  const ports = { broker: base + 4, directus: base + 5, n8n: base + 6, mail: base + 7, smtp: base + 8, postgres: base + 9 };
  const urls = {
    directus: `http://127.0.0.1:${ports.directus}`,
    n8n: `http://127.0.0.1:${ports.n8n}`,
    mail: `http://127.0.0.1:${ports.mail}`,
  };
  const handedOn = filled.filter((entry): entry is [string, string] => entry[0].startsWith('ZHUDIAN_') && !OWN_NAMES.has(entry[0]));
  const adminEmail = parsed.data.ZHUDIAN_ADMIN_EMAIL?.toLowerCase() ?? INVENTED_ADMIN;
  const common = { repository, adminEmail, dataDir: resolve(parsed.data.ZHUDIAN_DATA_DIR), ports, urls, production, drill };
  if (drill)
    return {
      ...common,
      ...{ publicUrl: urls.directus, automationUrl: urls.directus, demo: false, trustedProxy: 'false' },
      handedOn: Object.fromEntries(handedOn.filter(([name]) => !LEAVES_THE_MACHINE.test(name))),
    };
  return {
    ...common,
    publicUrl: parsed.data.ZHUDIAN_PUBLIC_URL ?? urls.directus,
    automationUrl: parsed.data.ZHUDIAN_AUTOMATION_URL ?? urls.directus,
    demo: parsed.data.ZHUDIAN_DEMO ?? !production,
    trustedProxy: parsed.data.ZHUDIAN_TRUSTED_PROXY ?? 'false',
    handedOn: Object.fromEntries(handedOn),
  };
}
