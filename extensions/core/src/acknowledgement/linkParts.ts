/** Patterns of the parts of a confirmation link. */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
export const NUMBER = '[0-9a-z]{1,9}';

/** Where the confirmation page is; the token follows. */
export const CONFIRMATION_PATH = '/zhudian/acknowledge/';

/** @param base where people reach the system, `https://zhudian.example.org` */
export const confirmationAddress = (token: string, base: string): string => new URL(`${CONFIRMATION_PATH}${token}`, base).href;
