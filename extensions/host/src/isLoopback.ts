/** Whether a relay's host is this machine itself: what is handed to it does not leave. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}
