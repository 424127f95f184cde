/** The one credential of all workflows; its id is fixed, so that workflow files can name it. Provisioning fills in the data. */
export const automationCredential = {
  id: 'zhudianApi000001',
  name: '驻点系统（Directus 自动化账号）',
  type: 'zhudianApi',
} as const;
