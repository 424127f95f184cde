import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];

/** The program of a browser playwright-core can drive: ZHUDIAN_CHROMIUM, else what is installed. */
export function findBrowser(): string | undefined {
  const named = process.env['ZHUDIAN_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  return PLACES.find((path) => existsSync(path)) ?? NAMES.map(which).find((path) => path !== undefined);
}

function which(name: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // not installed
  }
}
