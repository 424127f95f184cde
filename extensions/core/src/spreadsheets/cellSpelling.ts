import type ExcelJS from 'exceljs';
import type { KnownTags } from '../documents/KnownTags.ts';
import { partName } from '../documents/partName.ts';
import { spellingFaults } from '../documents/spellingFaults.ts';
import type { TemplateFault } from '../documents/TemplateFault.ts';
import { escapeHtml } from '../text/escapeHtml.ts';
import { cellText } from './cellText.ts';

/** Tags of a sheet that are not written as tags are here, each with its cell. */
export function cellSpelling(sheet: ExcelJS.Worksheet, known: KnownTags): TemplateFault[] {
  const faults: TemplateFault[] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master.address !== cell.address) return;
      const part = `${sheet.name}!${cell.address}`;
      for (const { id, tag, message } of spellingFaults(escapeHtml(cellText(cell) ?? ''), known))
        faults.push({ id, tag, part, message: `${partName(part)}：${message}` });
    });
  });
  return faults;
}
