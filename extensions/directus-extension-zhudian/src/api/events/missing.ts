/** Why an event is not done although its run succeeded, and where a maintainer looks. */
export const missing = (what: string, where: string): string => `运行成功，但${what}。请检查 n8n 流程：${where}是否停用、断开或被改动`;
