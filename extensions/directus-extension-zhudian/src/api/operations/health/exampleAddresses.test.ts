import { expect, it } from 'vitest';
import { exampleAddresses } from './exampleAddresses.ts';

const real = 'office@city-office.cn';
const plan = (email: string) => [{ name: '值班室', email, after_minutes: 0 }];

it('an office that hears of major hazards by a real address is not told that nobody does', () => {
  const found = exampleAddresses(
    { city_office_emails: [real], operations_email: 'yunwei@city.example', escalation_plan: plan('zhiban@city.example') },
    [
      { name: '任城区', email: `${real}, huagong@rencheng.example` },
      { name: '兖州区', email: real },
    ],
  );
  expect(found.city).toEqual([]);
  expect(found.others).toEqual([
    expect.stringContaining('值班室 zhiban@city.example'),
    expect.stringContaining('yunwei@city.example'),
    expect.stringMatching(/^任城区：/),
  ]);
});

it('one example among the addresses of the city office is told as what it is', () => {
  const found = exampleAddresses({ city_office_emails: [real, 'anquan@city.example'], operations_email: null, escalation_plan: plan(real) }, []);
  expect(found).toEqual({ city: ['重大隐患直报邮箱 anquan@city.example 是示例地址，没有人会收到报告；请改为真实地址（系统设置）'], others: [] });
});
