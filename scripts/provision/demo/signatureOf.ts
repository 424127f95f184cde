import { seedId } from '../seedId.ts';

/** The file with the signature of an inspector of the demo. */
export const signatureOf = (inspector: string): string => seedId('demo', 'signature', inspector);
