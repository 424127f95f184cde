import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take minutes, the longest first, so that no worker is left with one of them at the end. The first four have a stack of their own: begun first,
 * none of them ends one that others share.
 */
const LONG = [
  'integration/updates',
  'integration/backup',
  'integration/workflowUpdates',
  'integration/upkeep',
  'integration/escalation',
  'integration/watching',
  'integration/permissions',
  'integration/halfYear',
  'integration/relay',
  'journeys/newOffice',
  'e2e/forms',
  'journeys/month',
  'journeys/visitLife',
  'journeys/majorHazard',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

/** The order of vitest, but for the files above. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    // A worker belongs to one project.
    return projects.flatMap((one) => sorted.filter(({ project }) => project === one).sort((a, b) => placeOf(a) - placeOf(b)));
  }
}
