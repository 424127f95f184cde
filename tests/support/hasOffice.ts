import { spawnSync } from 'node:child_process';

/** Whether LibreOffice is on this machine; asked once, before there are connections that the seconds it may take would let go stale. */
const isThere = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

export const hasOffice = (): boolean => isThere;
