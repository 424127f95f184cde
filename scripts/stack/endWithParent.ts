/** Arguments for Node that stop a process when the one that started it is gone. Windows keeps no parent to look at; there the next start ends it. */
export const endWithParent: readonly string[] =
  process.platform === 'win32' ? [] : ['--import', new URL('./endWithParent.mjs', import.meta.url).href];
