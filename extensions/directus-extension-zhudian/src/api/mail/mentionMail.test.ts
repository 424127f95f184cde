import { expect, it } from 'vitest';
import { mentionMail } from './mentionMail.ts';

it('says who and where, and nothing of what was written', () => {
  const data = {
    recipient: 'r',
    sender: 's',
    collection: 'visits',
    item: '7/8?x',
    subject: 'x',
    message: '> # 立即转账\n> <a href="http://evil.example">点击</a>',
  };
  const mail = mentionMail(data, '示例员', 'https://zhudian.example');
  expect(mail.message).toBe('示例员在系统的一条评论中提到了您。评论内容请登录系统查看：\n\n<https://zhudian.example/admin/content/visits/7%2F8%3Fx>');
  expect(mail).toMatchObject({ recipient: 'r', sender: 's', subject: '您在一条评论中被提到' });
});

it('takes no markup out of a name', () => {
  expect(mentionMail({ collection: 'visits', item: '1' }, '[张三](http://evil.example) <b>', 'https://zhudian.example').message).toMatch(
    /^张三httpevil\.example b在系统/,
  );
  expect(mentionMail({ collection: 'visits', item: '1' }, '  ', 'https://zhudian.example').message).toMatch(/^有人在/);
});
