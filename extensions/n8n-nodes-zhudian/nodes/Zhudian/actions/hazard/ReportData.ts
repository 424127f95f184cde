import type { HazardFacts } from '@zhudian/core/hazards/HazardFacts.ts';

/** The part of GET /zhudian/hazards/:id/report-data this node reads; the rest passes through. */
export interface ReportData {
	readonly facts: Pick<HazardFacts, 'photos'>;
}
