/** What a column of a roster is about. */
export type Kind =
  | 'number'
  | 'county'
  | 'enterprise'
  | 'uscc'
  | 'enterprise_type'
  | 'risk_level'
  | 'address'
  | 'legal_representative'
  | 'safety_manager'
  | 'enterprise_phone'
  | 'status'
  | 'remarks'
  | 'person'
  | 'person_phone'
  | 'level'
  | 'organisation'
  | 'position';

/** A column as its headings tell it. */
export interface Column {
  readonly kind: Kind;
  /** Of people, who sends them; null where the headings do not say, or say both. */
  readonly level: 'city' | 'county' | null;
  /** Which of several people: 1, 2, lead, member; null where the headings tell no difference. */
  readonly slot: string | null;
}
