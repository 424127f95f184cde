interface SystemMail {
  readonly subject?: unknown;
  readonly template?: { readonly name?: unknown };
}

/** Subjects of the mails that Directus sends by itself; their texts are in `mail/` of this extension. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'user-invitation': '【驻点监督】邀请您登录系统',
  'password-reset': '【驻点监督】重设密码',
  'user-registration': '【驻点监督】确认邮箱',
};

/** Gives an invitation or a reset its subject in the language of its text; other mails stay as they are. */
export function nameMail<Mail extends SystemMail>(mail: Mail): Mail {
  const { template } = mail;
  const subject = typeof template?.name === 'string' ? SUBJECTS[template.name] : undefined;
  return subject === undefined ? mail : { ...mail, subject };
}
