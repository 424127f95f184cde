/** Nodes that no workflow has, by what they would reach. n8n does not load them: a workflow that names one cannot be published. */
const REACH = {
  // The machine: its shell, its files, other machines through it.
  machine: ['executeCommand', 'ssh', 'ftp', 'git', 'npm', 'localFileTrigger'],
  files: ['readWriteFile', 'readBinaryFile', 'readBinaryFiles', 'writeBinaryFile'],
  // Code that runs in n8n's own process.
  code: ['function', 'functionItem'],
  // The database and the queue of this system, past Directus and its rules; the Postgres trigger sends whole rows by NOTIFY and can abort a save.
  databases: [
    ...[
      'postgres',
      'postgresTrigger',
      'mySql',
      'microsoftSql',
      'mongoDb',
      'redis',
      'redisTrigger',
      'questDb',
      'timescaleDb',
      'crateDb',
      'oracleDatabase',
    ],
    ...['rabbitmq', 'rabbitmqTrigger', 'kafka', 'kafkaTrigger', 'mqtt', 'mqttTrigger', 'amqp', 'amqpTrigger', 'ldap'],
  ],
  // Mail: what is official goes through the ledger.
  mail: ['emailSend', 'emailReadImap'],
  // n8n itself: its workflows and credentials.
  n8n: ['n8n', 'n8nTrigger'],
} as const;

export const excludedNodes = Object.values(REACH)
  .flat()
  .map((node) => `n8n-nodes-base.${node}`);
