import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { assertPurpose } from '../production/assertPurpose.ts';
import { assertDiskSpace } from './assertDiskSpace.ts';
import { assertOurFolder } from './assertOurFolder.ts';
import { assertOwnFolder } from './assertOwnFolder.ts';
import { assertPortsFree } from './assertPortsFree.ts';
import { databasePassword } from './databasePassword.ts';
import type { DatabaseName } from './databasePassword.ts';
import { directusSpec } from './directusSpec.ts';
import { keepPrivate } from './keepPrivate.ts';
import { loadSecrets } from './loadSecrets.ts';
import { mailSpec } from './mailSpec.ts';
import { n8nSpec } from './n8nSpec.ts';
import { Part } from './Part.ts';
import type { PartSpec } from './PartSpec.ts';
import { postgresBinaries } from './postgresBinaries.ts';
import { postgresSpec } from './postgresSpec.ts';
import { ProcessLedger } from './ProcessLedger.ts';
import { runCommand } from './runCommand.ts';
import type { CommandResult } from './runCommand.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';

/**
 * PostgreSQL, mail catcher, Directus and n8n of one data folder. Only one process at a time has a folder open.
 * `openStack` takes the folder; `startStack` starts and provisions everything; each part can be handled alone.
 */
export class Stack {
  readonly config: StackConfig;
  readonly secrets: Secrets;
  readonly postgres: Part;
  readonly mail: Part;
  readonly directus: Part;
  /** Directus without our extension, for as long as the schema is pushed. */
  readonly directusProvisioning: Part;
  readonly n8n: Part;
  readonly #ledger: ProcessLedger;
  readonly #more: Part[] = [];
  readonly #closing = new AbortController();

  private constructor(config: StackConfig, secrets: Secrets, ledger: ProcessLedger, postgres: Part) {
    this.config = config;
    this.secrets = secrets;
    this.#ledger = ledger;
    this.postgres = postgres;
    this.mail = new Part(mailSpec(config), config.dataDir, ledger);
    this.directus = new Part(directusSpec(config, secrets, 'serve'), config.dataDir, ledger);
    this.directusProvisioning = new Part(directusSpec(config, secrets, 'provision'), config.dataDir, ledger);
    this.n8n = new Part(n8nSpec(config, secrets), config.dataDir, ledger);
  }

  /** Takes the data folder, ends what a killed start left running, and checks disk and ports. Starts nothing. */
  static async open(config: StackConfig, { postgres: whose = 'ours' }: { postgres?: 'ours' | 'runs already' } = {}): Promise<Stack> {
    assertOurFolder(config.dataDir);
    assertPurpose(config);
    mkdirSync(config.dataDir, { recursive: true });
    assertOwnFolder(config.dataDir);
    const ledger = new ProcessLedger(config.dataDir);
    await ledger.take();
    try {
      keepPrivate(config.dataDir);
      await assertDiskSpace(config.dataDir);
      const { postgres: port, ...ports } = config.ports;
      await assertPortsFree(whose === 'ours' ? { ...ports, postgres: port } : ports);
      const secrets = loadSecrets(config.dataDir);
      const postgres = new Part(postgresSpec(config, secrets, await postgresBinaries()), config.dataDir, ledger);
      return new Stack(config, secrets, ledger, postgres);
    } catch (error) {
      ledger.release();
      throw error;
    }
  }

  /** In the order of a clean stop: who asks before who answers. */
  get parts(): Part[] {
    return [this.n8n, this.directusProvisioning, this.directus, this.mail, this.postgres];
  }

  /** What was joined to it, running or not. */
  get joined(): readonly Part[] {
    return this.#more;
  }

  /** Stops everything and gives the data folder back. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.n8n, this.directusProvisioning, this.directus, ...this.#more].map((part) => part.retire()));
    await Promise.all([this.mail.retire(), this.postgres.retire()]);
    this.#ledger.release();
  }

  /** Kills everything and gives the data folder back: for data that nobody needs any more. PostgreSQL alone is stopped: killed it leaves shared memory behind. */
  async discard(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.n8n, this.directusProvisioning, this.directus, this.mail, ...this.#more].map((part) => part.kill()));
    await this.close();
  }

  /** One more Directus on the same database and files, as behind a load balancer; not started yet, closed with the stack. */
  anotherDirectus(port: number, variant: 'serve' | 'provision' = 'serve'): Part {
    const { config } = this;
    const own = { ...config, ports: { ...config.ports, directus: port }, urls: { ...config.urls, directus: `http://127.0.0.1:${port}` } };
    return this.join({ ...directusSpec(own, this.secrets, variant), name: `directus-${port}` });
  }

  /** One more part of the data folder; not started yet, closed with the stack. */
  join(spec: PartSpec): Part {
    const part = new Part(spec, this.config.dataDir, this.#ledger);
    this.#more.push(part);
    return part;
  }

  /** A connected client of a database, as its owner (`postgres`: the superuser); the caller ends it. */
  async connect(database: DatabaseName): Promise<pg.Client> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.config.ports.postgres,
      user: database,
      password: databasePassword(this.secrets, database),
      database,
      application_name: 'zhudian-scripts',
    });
    client.on('error', () => undefined); // the query under way rejects with the same error
    await client.connect();
    return client;
  }

  /** Runs a program of `node_modules` to its end, in the surroundings of a part; recorded like one, its output in logs/<name>.log. */
  async run(name: string, args: string[], part: Part): Promise<CommandResult> {
    await part.spec.prepare?.();
    return runCommand({
      name,
      args,
      env: part.spec.env,
      cwd: part.spec.cwd,
      dataDir: this.config.dataDir,
      ledger: this.#ledger,
      closing: this.#closing.signal,
    });
  }
}
