/** Domains that belong to nobody and never will (RFC 2606, RFC 6761). */
const RESERVED = /[@.](?:example|test|invalid|localhost|example\.(?:com|net|org))\.?$/i;

/** Whether an address is one of the examples an installation begins with: no person reads it, whatever the relay says. */
export function isReservedAddress(address: string): boolean {
  return RESERVED.test(address);
}
