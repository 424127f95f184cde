/** Whom to turn to when nobody has confirmed a major hazard, and how many minutes after the time to do so is over. */
export interface EscalationContact {
  readonly name: string;
  readonly email: string;
  readonly after_minutes: number;
}

/** The plan kept in the settings. */
export interface EscalationPlan {
  readonly contacts: readonly EscalationContact[];
  /** Minutes the office has to confirm; the plan begins when they are over. */
  readonly acknowledge_minutes: number;
  /** After the last contact, all are written to again each so many minutes. */
  readonly repeat_minutes: number;
  /** Steps until the plan is used up; 0 when there is none. */
  readonly max_steps: number;
}
