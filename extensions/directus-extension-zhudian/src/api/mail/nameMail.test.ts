import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { nameMail } from './nameMail.ts';

it.each(['user-invitation', 'password-reset', 'user-registration'])('%s has a subject in Chinese, and a text of ours', (name) => {
  const mail = { to: 'a@city.example', subject: "You've been invited", template: { name, data: { url: 'https://zhudian.example' } } };
  expect(nameMail(mail)).toEqual({ ...mail, subject: expect.stringMatching(/^【驻点监督】/) as string });
  expect(existsSync(resolve(import.meta.dirname, `../../../mail/${name}.liquid`))).toBe(true);
});

it('leaves what an office sends from a flow of its own', () => {
  for (const mail of [{ subject: '月度通知' }, { subject: '月度通知', template: { name: 'base', data: {} } }]) expect(nameMail(mail)).toBe(mail);
});
