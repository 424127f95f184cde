/** A person as official papers name them. */
export interface PersonFacts {
  readonly name: string;
  readonly level: 'city' | 'county';
  readonly organisation: string | null;
  readonly position: string | null;
  readonly phone: string | null;
  readonly is_lead: boolean;
}

/** A picture that belongs to the hazard; the bytes are fetched by its file id. */
export interface PhotoFacts {
  readonly file: string;
  readonly filename: string;
  /** When it was taken, or else uploaded; UTC. */
  readonly taken_at?: string | null;
  /** How many pixels its longer side has in the document; the usual number where it is not told. */
  readonly side?: number;
}

/**
 * Everything a major hazard report is composed from, gathered once by Directus and read alike by the n8n
 * workflow and by the watchdog. Dates are ISO 8601: `YYYY-MM-DD` for days, UTC instants for moments.
 * Source: notice, section three (重大事故隐患要直报) and the five elements (五落实).
 */
export interface HazardFacts {
  readonly event: {
    /** Idempotency key of the mail, the same for whoever composes it. */
    readonly key: string;
    readonly topic: 'hazard.major' | 'hazard.unacknowledged';
    readonly raised_at: string;
    /** 0 for the first report; n for the n-th step of the escalation plan. */
    readonly step: number;
  };
  readonly hazard: {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly place: string | null;
    readonly severity: 'general' | 'major';
    readonly status: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void';
    readonly found_on: string;
    readonly deadline: string | null;
    readonly measures: string | null;
    readonly responsible_person: string | null;
    readonly funds: string | null;
    readonly plan: string | null;
    readonly reported_at: string | null;
    readonly acknowledged_at: string | null;
    readonly acknowledged_by: string | null;
  };
  readonly enterprise: {
    readonly id: string;
    readonly name: string;
    readonly uscc: string | null;
    readonly address: string | null;
    readonly legal_representative: string | null;
    readonly safety_manager: string | null;
    readonly phone: string | null;
  };
  readonly county: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly office: string | null;
    readonly email: string | null;
  };
  /** The visit the hazard was found on; null when it was reported without one. */
  readonly visit: { readonly id: string; readonly visited_on: string } | null;
  /** Who found it: the inspectors of the visit, else the person who recorded it. */
  readonly found_by: readonly PersonFacts[];
  /** The team in force at the enterprise on the day the hazard was found. */
  readonly team: readonly PersonFacts[];
  /** Those that a document can show, in the order taken. */
  readonly photos: readonly PhotoFacts[];
  /** How many are there besides, which cannot be drawn: kept before uploads were looked at. */
  readonly photos_unreadable?: number;
  /** How many are there besides, which no mail has room for. */
  readonly photos_left_out?: number;
  readonly office: { readonly name: string; readonly timezone: string };
  readonly recipients: { readonly to: readonly string[]; readonly cc: readonly string[] };
  /** Of the page on which the city office confirms that it has seen the report; unsigned: each recipient's mail gets a link of its own in its place. */
  readonly acknowledge_url: string;
  /** The hazard in the admin panel. */
  readonly panel_url: string;
}
