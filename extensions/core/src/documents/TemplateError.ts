import type { Office } from './Office.ts';
import type { TemplateFault } from './TemplateFault.ts';

const SHOWN = 20;

/**
 * A Word or Excel template cannot be used. All its faults are in one error, so that its author mends them in one go;
 * the message lists the first twenty, one a line, in Chinese.
 */
export class TemplateError extends Error {
  readonly code = 'ZHUDIAN_TEMPLATE_FAULTY';
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[], { office = 'Word', ...options }: ErrorOptions & { readonly office?: Office } = {}) {
    const lines = faults.slice(0, SHOWN).map((fault, index) => `${index + 1}. ${fault.message}`);
    if (faults.length > SHOWN) lines.push(`……另有 ${faults.length - SHOWN} 处。`);
    super(`${office} 模板有 ${faults.length} 处问题：\n${lines.join('\n')}`, options);
    this.name = 'TemplateError';
    this.faults = faults;
  }
}
