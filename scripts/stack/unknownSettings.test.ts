import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStackConfig } from './readStackConfig.ts';

const repository = resolve(import.meta.dirname, '../..');
const faultOf = (environment: Record<string, string>): string => {
  try {
    readStackConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a setting that nothing reads', () => {
  it.each([
    ['ZHUDIAN_EVN', 'ZHUDIAN_ENV'],
    ['zhudian_env', 'ZHUDIAN_ENV'],
    ['ZHUDAIN_ENV', 'ZHUDIAN_ENV'],
    ['ZHUDIAN_SMTP_PASWORD', 'ZHUDIAN_SMTP_PASSWORD'],
    ['ZHUDIAN_PUBLICURL', 'ZHUDIAN_PUBLIC_URL'],
    ['\uFEFFZHUDIAN_ENV', 'ZHUDIAN_ENV'],
  ])('is a fault that names the nearest one that is read: %s → %s', (written, meant) => {
    expect(faultOf({ [written]: 'production' })).toContain(`do you mean ${meant}?`);
  });

  it('is a fault as well where nothing is near, and when it is empty', () => {
    expect(faultOf({ ZHUDIAN_COLOUR_OF_THE_CARPET: '' })).toMatch(/ZHUDIAN_COLOUR_OF_THE_CARPET[^]*nothing reads it/);
  });

  it('is told together with all others', () => {
    expect(faultOf({ ZHUDIAN_EVN: 'production', ZHUDIAN_PORT_BASE: 'many' })).toMatch(/ZHUDIAN_PORT_BASE[^]*ZHUDIAN_EVN/);
  });

  it('is a fault where it counts for containers alone, which processes would pass over', () => {
    expect(faultOf({ ZHUDIAN_HOST: 'zhudian.city.example' })).toMatch(/ZHUDIAN_HOST[^]*containers[^]*ZHUDIAN_PUBLIC_URL/);
  });

  it('is none of the settings of somebody else', () => {
    expect(faultOf({ PATH: '/bin', HTTPS_PROXY: 'http://proxy.example', DIRECTUS_URL: 'http://127.0.0.1:1', LANG: 'C' })).toBe('');
  });
});

it('every setting that scripts and tests read is known', () => {
  const read = ['scripts', 'tests', 'extensions'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:m?ts|mjs)$/.test(file) && !file.includes('node_modules'))
      .flatMap((file) => [...readFileSync(join(repository, folder, file), 'utf8').matchAll(/process\.env(?:\.|\[')(ZHUDIAN_[A-Z_]+)/g)])
      .map(([, name]) => name ?? ''),
  );
  expect(read.length).toBeGreaterThan(5);
  expect(faultOf(Object.fromEntries([...new Set(read)].map((name) => [name, ''])))).toBe('');
});
