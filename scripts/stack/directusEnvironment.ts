import { join } from 'node:path';
import { INVENTED_SENDER } from '../../extensions/host/src/config.ts';
import { databasePassword } from './databasePassword.ts';
import { plainEnvironment } from './plainEnvironment.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';

/**
 * What people upload: photos, signed scans, the office formats. Whether a file is a picture our extension says, by its bytes, and refuses what is
 * none (an SVG, which runs scripts in the browser); browsers that do not know HEIC call it `application/octet-stream`.
 */
const UPLOADS = [
  'image/*',
  'application/octet-stream',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
];

/** Networks of machines and offices, none of the internet. */
const INSIDE = [
  '0.0.0.0',
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1',
  'fc00::/7',
  'fe80::/10',
];

/** Directus's environment. Its defaults are made for trying it out; what differs here says why. */
export function directusEnvironment(config: StackConfig, secrets: Secrets, extensionsPath: string): Record<string, string> {
  const https = config.publicUrl.startsWith('https:');
  return {
    ...plainEnvironment(process.env),
    TZ: 'Asia/Shanghai',
    HOST: '127.0.0.1',
    PORT: String(config.ports.directus),
    PUBLIC_URL: config.publicUrl,
    LOG_LEVEL: 'info',
    LOG_STYLE: 'raw',
    KEY: secrets.directusKey,
    SECRET: secrets.directusSecret,
    ADMIN_EMAIL: config.adminEmail,
    ADMIN_PASSWORD: secrets.adminPassword,
    PROJECT_NAME: '驻点 Zhudian',
    ACCEPT_TERMS: 'true',

    DB_CLIENT: 'pg',
    DB_HOST: '127.0.0.1',
    DB_PORT: String(config.ports.postgres),
    DB_DATABASE: 'directus',
    DB_USER: 'directus',
    DB_PASSWORD: databasePassword(secrets, 'directus'),
    // The records of what was provisioned are no collections.
    DB_EXCLUDE_TABLES:
      'spatial_ref_sys,sysdiagrams,zhudian_migrations,zhudian_provisioned,zhudian_heartbeats,zhudian_clock,zhudian_restores,zhudian_alerts,zhudian_installation,' +
      'delivery_messages,document_parts,document_inputs,reminders_sent,outbox_consumers,outbox_places,handover_faults,' +
      'statistics_visits,statistics_hazards,statistics_marks,statistics_visits_now,statistics_hazards_now',
    DB_POOL__MIN: '2',
    DB_POOL__MAX: '20',

    EXTENSIONS_PATH: extensionsPath,
    EXTENSIONS_AUTO_RELOAD: 'false',
    // Without our extension nobody would check a rule: better not to serve at all.
    EXTENSIONS_MUST_LOAD: 'true',
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: join(config.dataDir, 'uploads'),
    EMAIL_TRANSPORT: 'smtp',
    // One sender: a relay that takes mail of its own account alone refuses any other.
    EMAIL_FROM: config.handedOn['ZHUDIAN_MAIL_FROM'] ?? INVENTED_SENDER,
    EMAIL_TEMPLATES_PATH: join(extensionsPath, 'zhudian', 'mail'),
    ...mailRelay(config),
    EMAIL_VERIFY_SETUP: 'false',

    // Default true: anybody could claim any address in X-Forwarded-For.
    IP_TRUST_PROXY: config.trustedProxy,
    TELEMETRY: 'false',
    MCP_ENABLED: 'false',
    AI_ENABLED: 'false',
    // Default true, to strangers too: the whole model with a single question.
    GRAPHQL_INTROSPECTION: 'false',
    // Default unlimited.
    QUERY_LIMIT_MAX: '10000',
    MAX_BATCH_MUTATION: '1000',
    // Default 1 MB: a mail handed over with its Word document and photos is larger.
    MAX_PAYLOAD_SIZE: '32mb',
    FILES_MIME_TYPE_ALLOW_LIST: UPLOADS.join(','),
    FILES_MAX_UPLOAD_SIZE: '50mb',
    FILES_MAX_UPLOAD_CONCURRENCY: '50',
    // What Directus fetches for somebody is not to come from inside. 0.0.0.0 stands for this machine's own addresses.
    IMPORT_IP_DENY_LIST: INSIDE.join(','),
    WEBSOCKETS_ENABLED: 'false',
    // Log-ins are limited by the extension, for one account from one place. A whole office comes from one address: this is against floods only.
    RATE_LIMITER_ENABLED: String(config.production),
    RATE_LIMITER_POINTS: '300',
    RATE_LIMITER_DURATION: '1',
    // Default 500 ms and 99 %: a month-end's load on a small machine would answer inspectors with 503.
    PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY: '3000',
    PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION: 'false',
    REFRESH_TOKEN_COOKIE_SECURE: String(https),
    REFRESH_TOKEN_COOKIE_SAME_SITE: 'strict',
    SESSION_COOKIE_SECURE: String(https),
    // Not strict: links in mails lead to documents, which the browser opens with the cookie.
    SESSION_COOKIE_SAME_SITE: 'lax',
    // Schema snapshots are cached per process; ours change only while it is stopped.
    CACHE_ENABLED: 'false',
    // Each request would copy the whole of it otherwise, a third of all processor time.
    CACHE_SCHEMA_FREEZE_ENABLED: 'true',
    // A request under way is a save under way; the default of one second cuts it off.
    SERVER_SHUTDOWN_TIMEOUT: '5000',
    // Default 5 s: a proxy that keeps an idle connection longer (Caddy: two minutes) would send a save into one that is just being closed.
    SERVER_KEEP_ALIVE_TIMEOUT: '125000',
    // Questions that come every second without end, from the senders of events and whatever watches: 27 MB of log a day that say nothing.
    LOG_HTTP_IGNORE_PATHS: '/zhudian/events/claim,/server/ping',
    // Default off: who saw and changed what would be kept for ever, and grow past all else. Three years, as long as inspections ask back.
    RETENTION_ENABLED: 'true',
    RETENTION_SCHEDULE: '30 3 * * *',
    ACTIVITY_RETENTION: '1095d',
    REVISIONS_RETENTION: '1095d',
    FLOW_LOGS_RETENTION: '90d',

    // Everything goes to the mail catcher until somebody names a relay on purpose.
    ZHUDIAN_SMTP_HOST: '127.0.0.1',
    // A relay that was named without a port is on the port of mail, not on the catcher's.
    ZHUDIAN_SMTP_PORT: config.handedOn['ZHUDIAN_SMTP_HOST'] === undefined ? String(config.ports.smtp) : '25',
    ZHUDIAN_SMTP_SECURE: 'false',
    ZHUDIAN_ACKNOWLEDGE_SECRET: secrets.acknowledgeSecret,
    ...withoutHalfRelay(config.handedOn),
  };
}

const OF_RELAY = new Set(['ZHUDIAN_SMTP_PORT', 'ZHUDIAN_SMTP_SECURE', 'ZHUDIAN_SMTP_PLAIN', 'ZHUDIAN_SMTP_USER', 'ZHUDIAN_SMTP_PASSWORD']);

/** Where no relay is named, its port and login say nothing: a drill that empties the host alone would hand real mail to whatever listens there on this machine. */
function withoutHalfRelay(handedOn: StackConfig['handedOn']): StackConfig['handedOn'] {
  if (handedOn['ZHUDIAN_SMTP_HOST'] !== undefined) return handedOn;
  return Object.fromEntries(Object.entries(handedOn).filter(([name]) => !OF_RELAY.has(name)));
}

/** Directus's own mail (password resets) takes the same way as the official one. */
function mailRelay(config: StackConfig): Record<string, string> {
  const {
    ZHUDIAN_SMTP_HOST: host,
    ZHUDIAN_SMTP_PORT: port,
    ZHUDIAN_SMTP_SECURE: secure,
    ZHUDIAN_SMTP_USER: user,
    ZHUDIAN_SMTP_PASSWORD: password,
  } = config.handedOn;
  if (host === undefined) {
    return { EMAIL_SMTP_HOST: '127.0.0.1', EMAIL_SMTP_PORT: String(config.ports.smtp), EMAIL_SMTP_SECURE: 'false', EMAIL_SMTP_IGNORE_TLS: 'true' };
  }
  return {
    EMAIL_SMTP_HOST: host,
    EMAIL_SMTP_PORT: port ?? '25',
    EMAIL_SMTP_SECURE: secure ?? 'false',
    ...(user === undefined ? {} : { EMAIL_SMTP_USER: user, EMAIL_SMTP_PASSWORD: password ?? '' }),
  };
}
