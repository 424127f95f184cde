/** The relay offers no TLS, so nobody logs in to it; in the words of the mail ledger, where whoever looks for the reason finds it. */
export class PlainRelayError extends Error {
  constructor(host: string) {
    super(
      `邮件中继 ${host} 不提供 TLS 加密（STARTTLS），为避免用户名、密码和报告明文传输，没有登录。` +
        '请让中继启用 TLS，或改用 465 端口并设置 ZHUDIAN_SMTP_SECURE=true；确属可信内网的，设置 ZHUDIAN_SMTP_PLAIN=true 后重新启动，邮件自动补发。',
    );
  }
}
