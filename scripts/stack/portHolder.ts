import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { refusalTexts } from '../texts/startTexts.ts';

/** Who listens on a local port, in words for a person ("process 4711 (node server.js)"), or undefined when that cannot be seen. */
export function portHolder(port: number): string | undefined {
  try {
    return process.platform === 'linux' ? linuxHolder(port) : listedHolder(port);
  } catch {
    return undefined; // not allowed to look: the message does without
  }
}

function linuxHolder(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${hex}`) && fields[3] === '0A')
    .map((fields) => `socket:[${fields[9] ?? ''}]`);
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => holdsOne(name, sockets));
  // The command line, not the name: Node calls itself "MainThread".
  return pid && refusalTexts.holder(pid, readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 80));
}

function holdsOne(pid: string, sockets: string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((handle) => {
      try {
        return sockets.includes(readlinkSync(`/proc/${pid}/fd/${handle}`));
      } catch {
        return false; // closed in between
      }
    });
  } catch {
    return false; // another user's process
  }
}

function listedHolder(port: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  const [pid, name] = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return pid && name && refusalTexts.holder(pid.slice(1), name.slice(1));
}
