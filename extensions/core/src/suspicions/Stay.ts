/** An inspector's time at an enterprise. Times are the office's own, `YYYY-MM-DD HH:MM`. */
export interface Stay {
  readonly visit: string;
  readonly county: string;
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly inspector: { readonly id: string; readonly name: string };
  readonly arrived: string;
  readonly left: string;
}
