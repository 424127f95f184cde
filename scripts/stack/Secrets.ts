/** What is made once per data folder and never printed in a log. */
export interface Secrets {
  databasePassword: string;
  directusKey: string;
  directusSecret: string;
  adminPassword: string;
  n8nEncryptionKey: string;
  n8nOwnerPassword: string;
  /** Static token of automation@zhudian.example.org: what n8n signs its requests with. */
  automationToken: string;
  /** Signs the links of acknowledgement mails. */
  acknowledgeSecret: string;
  demoPasswords: { city: string; county: string; inspector: string; auditor: string };
}
