import { readWorkflowFiles } from '../workflows/readWorkflowFiles.ts';
import { WorkflowFile } from '../workflows/WorkflowFile.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { query } from './query.ts';
import { checkNames, servicesTexts } from '../texts/doctorTexts.ts';

/** n8n itself, and whether each workflow of the repository is there and published. */
export async function checkN8n(patient: Patient): Promise<Finding[]> {
  const answer = await fetch(`${patient.config.urls.n8n}/healthz/readiness`, { signal: AbortSignal.timeout(5_000) });
  const found: Finding[] = [
    answer.ok
      ? { check: checkNames.n8n(), ok: true, detail: patient.config.urls.n8n }
      : { check: checkNames.n8n(), ok: false, detail: `HTTP ${answer.status}`, remedy: servicesTexts.readN8nLog(patient.config.dataDir) },
  ];
  const rows = await query<{ id: string; published: boolean }>(
    patient,
    'n8n',
    'select id, "activeVersionId" is not null as published from workflow_entity',
  );
  const published = new Map(rows.map((row) => [row.id, row.published]));
  for (const text of (await readWorkflowFiles()).values()) {
    const { id = '', name } = WorkflowFile.parse(JSON.parse(text));
    const state = published.get(id);
    const detail = state === undefined ? servicesTexts.notThere() : state ? servicesTexts.published() : servicesTexts.notPublished();
    const check = checkNames.workflow(name);
    found.push(
      state === true
        ? { check, ok: true, detail }
        : {
            check,
            ok: false,
            detail,
            remedy: state === false ? servicesTexts.publish() : servicesTexts.push(),
          },
    );
  }
  const there = await query<{ there: boolean }>(patient, 'n8n', "select to_regclass('zhudian_workflows') is not null as there");
  const asked =
    there[0]?.there === true ? await query<{ name: string }>(patient, 'n8n', 'select name from zhudian_workflows where asked is not null') : [];
  const names = asked.map(({ name }) => name).join(', ');
  return [
    ...found,
    asked.length === 0
      ? { check: checkNames.workflows(), ok: true, detail: servicesTexts.workflowsWell() }
      : {
          check: checkNames.workflows(),
          ok: false,
          detail: servicesTexts.workflowsAsked(names),
          remedy: servicesTexts.workflowsRemedy(),
        },
  ];
}
