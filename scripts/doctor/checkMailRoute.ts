import { connect } from 'node:net';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

/** Whether the relay that official mail is handed to answers. */
export async function checkMailRoute({ config }: Patient): Promise<Finding[]> {
  const named = config.handedOn['ZHUDIAN_SMTP_HOST'];
  const host = named ?? '127.0.0.1';
  const port = Number(config.handedOn['ZHUDIAN_SMTP_PORT'] ?? (named === undefined ? config.ports.smtp : 25));
  const check = 'Mail route';
  const where = `${host}:${port}${host === '127.0.0.1' && port === config.ports.smtp ? ' (the mail catcher: nothing leaves this machine)' : ''}`;
  const fault = await reach(host, port);
  if (fault === undefined) return [{ check, ok: true, detail: where }];
  return [
    {
      check,
      ok: false,
      detail: `${where}: ${fault}`,
      remedy:
        'Check ZHUDIAN_SMTP_HOST and ZHUDIAN_SMTP_PORT, and that a firewall lets this machine reach the relay. Mail waits in the ledger meanwhile.',
    },
  ];
}

async function reach(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    socket.once('connect', () => {
      socket.end('QUIT\r\n');
      resolve(undefined);
    });
    socket.once('timeout', () => socket.destroy(new Error('no answer within 5 s')));
    socket.once('error', (error) => {
      resolve(error.message);
    });
  });
}
