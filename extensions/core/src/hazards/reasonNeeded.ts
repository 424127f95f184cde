import { isBlank } from '../text/isBlank.ts';

/** What of a hazard as it stands is looked at; days are `YYYY-MM-DD`. */
export interface StandingHazard {
  readonly severity: string;
  readonly status: string;
  readonly enterprise: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly place: string | null;
  readonly found_on: string | null;
  readonly deadline: string | null;
  readonly rectified_on: string | null;
  readonly rectification: string | null;
  readonly verified_on: string | null;
  readonly verified_by: string | null;
  readonly verified_officer: string | null;
  readonly verification: string | null;
}
type Change = Readonly<Record<string, unknown>>;

const FACTS = ['enterprise', 'title', 'description', 'place', 'found_on'] as const;
/** What was claimed and what somebody else saw: it was looked at together. */
const SEEN = ['rectification', 'verified_on', 'verified_by', 'verified_officer', 'verification'] as const;

/**
 * Whether a change of a hazard has to say why: `always`, once its visit is handed in, or never (null). What a hazard is does not change without a
 * word: see the trigger of the same rule.
 *
 * @param change what is sent; what points at another row as a key
 * @param today `YYYY-MM-DD`
 */
export function reasonNeeded(hazard: StandingHazard, change: Change, today: string): 'always' | 'handed_in' | null {
  const lowered = hazard.severity === 'major' && change.severity !== undefined && change.severity !== 'major';
  if (lowered || putsOff(hazard, change, today) || seesOtherwise(hazard, change)) return 'always';
  const touched = FACTS.some((field) => field in change && hazard[field] !== null && change[field] !== hazard[field]);
  if (!touched) return null;
  return hazard.status === 'verified' ? 'always' : 'handed_in';
}

/** Overdue stays overdue, and a counted rectification stays in its month, unless somebody says why. */
function putsOff({ status, deadline, rectified_on }: StandingHazard, change: Change, today: string): boolean {
  const overdue = deadline !== null && deadline < today && (status === 'open' || status === 'rectifying');
  if (overdue && 'deadline' in change && (typeof change.deadline !== 'string' || change.deadline > deadline)) return true;
  const done = (state: unknown): boolean => state === 'rectified' || state === 'verified';
  return done(status) && done(change.status ?? status) && 'rectified_on' in change && change.rectified_on !== rectified_on;
}

/** What was verified stays as it was seen, unless somebody says why. Sent back to be rectified, it says nothing any more. */
function seesOtherwise(hazard: StandingHazard, change: Change): boolean {
  if (hazard.status !== 'verified' || (change.status ?? 'verified') !== 'verified') return false;
  return SEEN.some((field) => field in change && change[field] !== hazard[field] && !(isBlank(change[field]) && isBlank(hazard[field])));
}
