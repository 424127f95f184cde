/** Notes a fault in a cell, in the terms of `templateFaults`. */
export type ReportFault = (address: string, fault: { readonly id: string; readonly [property: string]: string }) => void;
