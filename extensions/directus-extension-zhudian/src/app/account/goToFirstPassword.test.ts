import { expect, it } from 'vitest';
import { goToFirstPassword } from './goToFirstPassword.ts';

function goes(pathname: string, user: unknown): string[] {
  const went: string[] = [];
  goToFirstPassword({ location: { pathname, replace: (to: string | URL) => void went.push(String(to)) } }, user);
  return went;
}

it('leads whoever has a given password to the page of the first one, from every page of the panel, wherever the panel stands', () => {
  const given = { password_chosen_at: null };
  expect(goes('/admin/login', given)).toEqual(['/admin/zhudian/first-password']);
  expect(goes('/admin/content/hazards', given)).toEqual(['/admin/zhudian/first-password']);
  expect(goes('/office/admin/users/admin', given)).toEqual(['/office/admin/zhudian/first-password']);
});

it('leads nobody who is there already, has chosen, or of whom it is not known', () => {
  expect(goes('/admin/zhudian/first-password', { password_chosen_at: null })).toEqual([]);
  expect(goes('/admin/login', { password_chosen_at: '2026-11-24T01:00:00Z' })).toEqual([]);
  expect(goes('/admin/login', {})).toEqual([]);
  expect(goes('/admin/login', null)).toEqual([]);
});
