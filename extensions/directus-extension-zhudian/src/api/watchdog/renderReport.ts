import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { renderWord } from '@zhudian/core/documents/renderWord.ts';
import type { HazardFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { builtInTemplate, templateInForce, type Template } from '../documents/templates/templateInForce.ts';
import { photoBytes } from '../documents/photoBytes.ts';

/** A mail takes attachments of 20 MiB; a template brings its own pictures along. */
const MOST_BYTES = 19 * 1024 * 1024;

export interface RenderedReport {
  readonly content: Buffer;
  readonly version: string;
}

/**
 * The Word report without n8n: with the template in force, else with the one that came with the system, else none.
 * Nothing about a document may keep a major hazard's mail from going out.
 */
export async function renderReport(facts: HazardFacts, runtime: Runtime): Promise<RenderedReport | null> {
  const images = await photoBytes(facts.photos, runtime).catch(() => ({}));
  const attempts: (() => Promise<Template>)[] = [() => templateInForce('major_hazard_report', runtime), () => builtInTemplate('major_hazard_report')];
  for (const attempt of attempts) {
    try {
      const template = await attempt();
      const content = Buffer.from(renderWord(template.content, DOCUMENT_DATA.major_hazard_report(facts), images));
      if (content.length > MOST_BYTES) throw new Error(`the report has ${content.length} bytes, more than a mail takes`);
      return { content, version: template.version };
    } catch (error) {
      runtime.logger.error(error, 'zhudian: the report cannot be made with this template');
    }
  }
  return null;
}
