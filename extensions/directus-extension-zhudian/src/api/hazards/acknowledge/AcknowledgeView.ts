/** What the confirmation page shows. */
export type AcknowledgeView =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired' }
  /** The hazard was lowered or raised again since the link was sent. */
  | { readonly kind: 'superseded' }
  /** The city office did not confirm with the links sent until now: only later ones count. */
  | { readonly kind: 'disputed' }
  | {
      readonly kind: 'open' | 'done';
      readonly title: string;
      readonly description: string;
      readonly place: string | null;
      readonly enterprise: string;
      readonly county: string;
      readonly found_on: string;
      readonly deadline: string | null;
      readonly acknowledged_by: string | null;
      readonly acknowledged_at: string | null;
      /** Confirmed in the panel, with a login, and not by the link of a mail. */
      readonly in_system: boolean;
      /** The address that the link was sent to; null where it does not say so. */
      readonly sent_to: string | null;
      /** What is wrong with what was entered; null when nothing is. */
      readonly fault: string | null;
      /** The name that was entered with the fault; blank otherwise. */
      readonly typed: string;
    };
