import { existsSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { endWithParent } from './endWithParent.ts';
import type { PartSpec } from './PartSpec.ts';
import { plainEnvironment } from './plainEnvironment.ts';
import type { StackConfig } from './StackConfig.ts';
import { partTexts } from '../texts/partTexts.ts';
import { startTexts } from '../texts/startTexts.ts';

/** The mail catcher (maildev): takes every mail, sends none on, shows them on a page and at `GET /email`. */
export function mailSpec(config: StackConfig): PartSpec {
  const mailbox = join(config.dataDir, 'mail');
  return {
    name: 'mail',
    title: startTexts.roles.mail(),
    command: process.execPath,
    args: [...endWithParent, join(import.meta.dirname, 'mailCatcher.ts'), String(config.ports.smtp), String(config.ports.mail), mailbox],
    env: { ...plainEnvironment(process.env), TZ: 'Asia/Shanghai' },
    cwd: config.dataDir,
    stopSignal: 'SIGTERM',
    stopPatience: 5_000,
    startPatience: 120_000,
    prepare: async () => {
      if (!existsSync(mailbox)) mkdirSync(mailbox, { recursive: true, mode: 0o700 });
    },
    probe: async () => {
      const answer = await fetch(`${config.urls.mail}/healthz`, { signal: AbortSignal.timeout(2_000) });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      await greeting(config.ports.smtp);
    },
    remedy: () => partTexts.mailbox(join(config.dataDir, 'logs', 'mail.log'), mailbox),
  };
}

/** Waits for the "220" an SMTP server greets with. */
async function greeting(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 });
    socket.once('data', (data) => {
      socket.end('QUIT\r\n');
      if (data.toString('latin1').startsWith('220')) resolve();
      else reject(new Error(partTexts.smtpGreeting(data.toString('latin1').trim())));
    });
    socket.once('timeout', () => socket.destroy(new Error(partTexts.smtpSilent())));
    socket.once('error', reject);
  });
}
