import { hashSync } from 'bcryptjs';
import { isIP, isIPv6 } from 'node:net';
import { join } from 'node:path';
import { excludedNodes } from './excludedNodes.ts';
import { databasePassword } from './databasePassword.ts';
import { plainEnvironment } from './plainEnvironment.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';

/** n8n's environment: its own database, our nodes, nothing sent to its makers, no file or shell access for workflows. */
export function n8nEnvironment(config: StackConfig, secrets: Secrets): Record<string, string> {
  return {
    ...plainEnvironment(process.env),
    TZ: 'Asia/Shanghai',
    GENERIC_TIMEZONE: 'Asia/Shanghai',
    NODE_ENV: 'production',
    N8N_USER_FOLDER: join(config.dataDir, 'n8n'),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_PORT: String(config.ports.n8n),
    N8N_EDITOR_BASE_URL: config.urls.n8n,
    WEBHOOK_URL: config.urls.n8n,
    N8N_PROXY_HOPS: '0',
    // Plain HTTP on this machine only: a secure cookie would never be sent.
    N8N_SECURE_COOKIE: 'false',
    N8N_ENCRYPTION_KEY: secrets.n8nEncryptionKey,
    N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
    N8N_INSTANCE_OWNER_EMAIL: config.adminEmail,
    N8N_INSTANCE_OWNER_FIRST_NAME: '驻点',
    N8N_INSTANCE_OWNER_LAST_NAME: '管理员',
    N8N_INSTANCE_OWNER_PASSWORD_HASH: hashSync(secrets.n8nOwnerPassword, 10),
    N8N_CUSTOM_EXTENSIONS: join(config.repository, 'build', 'n8n-nodes'),
    N8N_COMMUNITY_PACKAGES_ENABLED: 'false',

    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: '127.0.0.1',
    DB_POSTGRESDB_PORT: String(config.ports.postgres),
    DB_POSTGRESDB_DATABASE: 'n8n',
    DB_POSTGRESDB_USER: 'n8n',
    DB_POSTGRESDB_PASSWORD: databasePassword(secrets, 'n8n'),
    DB_POSTGRESDB_POOL_SIZE: '10',

    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_AI_ENABLED: 'false',
    N8N_PUBLIC_API_DISABLED: 'true',
    N8N_LOG_LEVEL: 'info',
    N8N_LOG_FORMAT: 'text',

    N8N_RUNNERS_MODE: 'internal',
    N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
    N8N_RUNNERS_BROKER_PORT: String(config.ports.broker),
    N8N_BLOCK_ENV_ACCESS_IN_NODE: 'true',
    N8N_BLOCK_FILE_ACCESS_TO_N8N_FILES: 'true',
    N8N_RESTRICT_FILE_ACCESS_TO: join(config.dataDir, 'n8n', 'files'),
    NODES_EXCLUDE: JSON.stringify(excludedNodes),
    // What a request of a workflow must not ask inside the network: the metadata of a cloud, the office's other machines. Directus it may.
    N8N_SSRF_PROTECTION_ENABLED: 'true',
    ...allowedHost(new URL(config.automationUrl).hostname),

    // What nobody here uses, and what would call n8n's makers.
    N8N_DISABLED_MODULES: [
      'insights,external-secrets,community-packages,oauth-server,mcp,provisioning,source-control,dynamic-credentials,chat-hub',
      'sso-oidc,sso-saml,log-streaming,ldap,quick-connect,token-exchange,n8n-packages,mcp-registry,instance-ai,workflow-reviews',
      'otel,workflow-builder,breaking-changes',
    ].join(','),
    // With the default the version before the last went on running for some seconds after a start.
    N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false',
    // Expressions run isolated; the pool and the cache take most of its cost away.
    N8N_EXPRESSION_ENGINE: 'vm',
    N8N_EXPRESSION_ENGINE_POOL_SIZE: '8',
    N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
    N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true',
    N8N_EXPRESSION_ENGINE_OBSERVABILITY_ENABLED: 'false',
    N8N_PYTHON_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_HIDE_USAGE_PAGE: 'true',
    N8N_RUNNERS_TASK_TIMEOUT: '60',

    // A storm of events waits in the outbox, not in n8n's memory.
    N8N_CONCURRENCY_PRODUCTION_LIMIT: '20',
    N8N_PAYLOAD_SIZE_MAX: '32',
    N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
    EXECUTIONS_DATA_PRUNE: 'true',
    EXECUTIONS_DATA_MAX_AGE: '336',
    EXECUTIONS_DATA_PRUNE_MAX_COUNT: '20000',
  };
}

/** n8n looks at names and at addresses one by one. */
function allowedHost(host: string): Record<string, string> {
  const plain = host.replace(/^\[|\]$/g, '');
  return isIP(plain) ? { N8N_SSRF_ALLOWED_IP_RANGES: `${plain}/${isIPv6(plain) ? 128 : 32}` } : { N8N_SSRF_ALLOWED_HOSTNAMES: plain };
}
