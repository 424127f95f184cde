import { periodFault } from '@zhudian/core/calendar/periodFault.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { isHandedIn } from '@zhudian/core/reports/isHandedIn.ts';
import { reportSteps, reportWords } from '@zhudian/core/reports/reportSteps.ts';
import { filledFaults, frozenFaults, validateReport } from '@zhudian/core/reports/validateReport.ts';
import { validateSubmittedReport } from '@zhudian/core/reports/validateSubmittedReport.ts';
import { givenReasonFaults } from '@zhudian/core/states/givenReasonFaults.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { periodBounds } from '../settings/periodBounds.ts';
import { today } from '../clock/today.ts';
import { changeOfState, firstState } from '../access/checkSteps.ts';
import { readBeside } from './readBeside.ts';
import { readGaps } from './readGaps.ts';
import type { Payload } from '../runtime/Payload.ts';
import { standing } from '../runtime/standing.ts';
import { countyOf } from '../runtime/countyOf.ts';
import { PERIOD } from '@zhudian/core/calendar/period.ts';

/** Checks a monthly report that is about to be created. */
export async function checkNewReport(payload: Payload, { accountability, database }: Caller): Promise<void> {
  const faults = [
    ...firstState(reportWords, ['draft', 'submitted'], payload.status),
    ...givenReasonFaults(reportWords, 'returned', null, payload),
    ...validateReport(payload),
    ...(await monthFaults(payload.period, database)),
    ...filledFaults(payload, await today(database)),
  ];
  // A county's officer need not name the county: it is preset, but only after this.
  const county = keyOf(payload.county) ?? (await countyOf(accountability?.user, database));
  if (county && typeof payload.period === 'string') {
    const other: unknown = await database('monthly_reports')
      .whereRaw('county = zhudian_uuid(?)', [county])
      .where({ period: payload.period })
      .first('id');
    if (other) faults.push({ field: 'period', rule: 'report.period.once', message: `${payload.period} 的月调度报告已经建立；请打开原来的那一份` });
  }
  if (!county) faults.push({ field: 'county', rule: 'report.county.required', message: '请选择县（市、区）' });
  if (county) faults.push(...(await contactFaults(payload.contact, county, database)));
  if (payload.status === 'submitted' && county) faults.push(...(await submissionFaults({ ...payload, county }, database)));
  throwFaults('monthly_reports', faults);
}

/** What keeps a report from being handed in, as it would stand. */
async function submissionFaults(report: Payload, database: Caller['database']): Promise<FieldFault[]> {
  const county = keyOf(report.county);
  if (!county || !PERIOD.test(String(report.period))) return [];
  const period = String(report.period);
  const [gaps, beside, day] = await Promise.all([readGaps(county, period, database), readBeside(county, period, database), today(database)]);
  return validateSubmittedReport(report, gaps, day, beside);
}

/** Whoever stands below annex 4 is one of the county's own contacts. */
async function contactFaults(contact: unknown, county: unknown, database: Caller['database']): Promise<FieldFault[]> {
  const id = keyOf(contact);
  if (
    !id ||
    (await database('contacts')
      .whereRaw('id = zhudian_uuid(?) AND county = zhudian_uuid(?)', [id, keyOf(county)])
      .first('id'))
  )
    return [];
  return [{ field: 'contact', rule: 'report.contact.own', message: '联系人须是本县（市、区）登记的联系人；请重新选择，或先在“联系人”中登记' }];
}

/** Checks monthly reports as they would stand after a change. */
export async function checkChangedReports(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const day = await today(caller.database);
  const rows = await standing('monthly_reports', ['filled_on'], keys, caller.database);
  for (const row of rows) {
    const faults = [
      ...changeOfState(reportSteps, reportWords, row, change, caller),
      ...givenReasonFaults(reportWords, 'returned', row, change),
      ...validateReport({ ...row, ...change }),
    ];
    if ('period' in change && change.period !== row.period) faults.push(...(await monthFaults(change.period, caller.database)));
    faults.push(...filledFaults(change, day));
    if ('contact' in change && change.contact !== row.contact) faults.push(...(await contactFaults(change.contact, row.county, caller.database)));
    const still = isHandedIn(row.status);
    if (still) faults.push(...frozenFaults(row, change));
    if (change.status === 'submitted' && !still) faults.push(...(await submissionFaults({ ...row, ...change }, caller.database)));
    throwFaults('monthly_reports', faults);
  }
}

/** A report is of a month that has begun, and of which statistics are kept. */
async function monthFaults(period: unknown, database: Caller['database']): Promise<FieldFault[]> {
  const fault = periodFault(period, await periodBounds(database, period));
  // Its shape is told already.
  return fault && fault.rule !== 'shape' ? [{ field: 'period', rule: `report.period.${fault.rule}`, message: fault.message }] : [];
}
