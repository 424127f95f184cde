import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironmentFile } from './readEnvironmentFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = "# 市化工专项行动办\nZHUDIAN_ENV=production\nZHUDIAN_DATA_DIR='/srv/zhu dian'\n\nexport ZHUDIAN_SMTP_PASSWORD='pa$$#word'\n";
const SETTINGS = { ZHUDIAN_ENV: 'production', ZHUDIAN_DATA_DIR: '/srv/zhu dian', ZHUDIAN_SMTP_PASSWORD: 'pa$$#word' };
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** As the program of that name saves it. */
const SAVED: Readonly<Record<string, Buffer>> = {
  'an editor of Linux': Buffer.from(TEXT),
  'Notepad, “UTF-8”': Buffer.from(crlf(TEXT)),
  'Notepad, “带有 BOM 的 UTF-8”': Buffer.from(`\uFEFF${crlf(TEXT)}`),
  'Notepad, “UTF-16 LE”': Buffer.from(`\uFEFF${crlf(TEXT)}`, 'utf16le'),
  'Notepad, “UTF-16 BE”': Buffer.from(`\uFEFF${crlf(TEXT)}`, 'utf16le').swap16(),
  'an old Mac': Buffer.from(TEXT.replaceAll('\n', '\r')),
};

function saved(bytes: Buffer | string): string {
  const file = join(folder, '.env');
  writeFileSync(file, bytes);
  return file;
}

describe('.env', () => {
  it.each(Object.entries(SAVED))('is read as %s saves it', (_, bytes) => {
    expect(readEnvironmentFile(saved(bytes))).toEqual(SETTINGS);
  });

  it('with a first line that is no comment is read the same', () => {
    expect(readEnvironmentFile(saved('\uFEFFZHUDIAN_ENV=production\r\n'))).toEqual({ ZHUDIAN_ENV: 'production' });
  });

  it('in an encoding that nobody can read is refused by its name, not read in part', () => {
    // 市 in GBK, as Notepad's “ANSI” writes it on a Chinese Windows.
    const gbk = Buffer.concat([Buffer.from('# '), Buffer.from([0xca, 0xd0]), Buffer.from('\r\nZHUDIAN_ENV=production\r\n')]);
    expect(() => readEnvironmentFile(saved(gbk))).toThrow(/\.env is not saved in UTF-8/);
    const unmarked = Buffer.from(TEXT, 'utf16le');
    expect(() => readEnvironmentFile(saved(unmarked))).toThrow(/\.env is not saved in UTF-8/);
  });

  it('with lines that say nothing is refused, and each is named', () => {
    const text = 'ZHUDIAN_ENV production\n# a comment\nZHUDIAN_DEMO＝false\nZHUDIAN_SMTP_PORT=25\n';
    expect(() => readEnvironmentFile(saved(text))).toThrow(/line 1: ZHUDIAN_ENV production\n[^]*line 3: ZHUDIAN_DEMO＝false/);
    expect(() => readEnvironmentFile(saved(`ZHUDIAN_SMTP_PORT=25\n\uFEFFZHUDIAN_ENV=production\n`))).toThrow(/line 2/);
  });

  it('may have a value of several lines between quotes', () => {
    expect(readEnvironmentFile(saved('ZHUDIAN_SMTP_PASSWORD="one\r\ntwo"\r\nZHUDIAN_SMTP_PORT=25\r\n'))).toEqual({
      ZHUDIAN_SMTP_PASSWORD: 'one\ntwo',
      ZHUDIAN_SMTP_PORT: '25',
    });
  });
});
