import { defineHook } from '@directus/extensions-sdk';
import type { EventContext } from '@directus/types';
import type { Application, Request } from 'express';
import { checkDeletions, KEPT } from '../../access/checkDeletions.ts';
import { checkLocation } from '../../access/checkLocation.ts';
import { checkFileRow } from '../../access/checkFileRow.ts';
import { checkFile } from '../../access/checkFiles.ts';
import { checkPicture } from '../../access/checkPictures.ts';
import { checkReferences } from '../../access/checkReferences.ts';
import { checkParent, PARENTS } from '../../access/checkParents.ts';
import { checkSystemFields } from '../../access/checkSystemFields.ts';
import { closeDoors } from '../../access/closeDoors.ts';
import { keepTestRuns } from '../../events/testRuns.ts';
import { knowLogin } from '../../access/knowLogin.ts';
import { refuseEnded } from '../../access/refuseEnded.ts';
import { refuseGiven } from '../../access/refuseGiven.ts';
import { keepSocket } from '../../access/keepSocket.ts';
import { sendSafely } from '../../access/sendSafely.ts';
import { surviveUploads } from '../../access/surviveUploads.ts';
import { finishBodies } from '../../access/finishBodies.ts';
import { refuseRehearsal } from '../background/refuseRehearsal.ts';
import { hideTokens } from '../../hazards/acknowledge/hideTokens.ts';
import { startBackground, type Background } from '../background/background.ts';
import { checkChangedTaskLists, checkNewTaskList } from '../../visits/checklist/checkTaskLists.ts';
import { readConfig } from '@zhudian/host/config.ts';
import { openDoors } from '../../access/openDoors.ts';
import { OWNED, ownChangedRows, ownNewRow } from '../../access/ownRows.ts';
import { guardQueries } from '../../access/sight/guardQueries.ts';
import { limitAnswers, limitQuestions } from '../../access/size/limitAnswers.ts';
import { startAtWorkbench } from '../../access/startAtWorkbench.ts';
import { requireOwnFiles } from '../../access/requireOwnFiles.ts';
import { requireOwnFileName } from '../../access/requireOwnFileName.ts';
import { requireRight } from '../../access/requireRight.ts';
import { requireVisible } from '../../access/requireVisible.ts';
import { checkChangedDocuments, checkNewDocument } from '../../documents/requests/checkDocuments.ts';
import { documentDoor } from '../../documents/requests/documentDoor.ts';
import { withPresets } from '../../access/withPresets.ts';
import { explainRefusal } from '../../errors/explainRefusal.ts';
import { explainAnswer, type ToldError } from '../../errors/explainAnswer.ts';
import { explainFaults } from '../../errors/explainFaults.ts';
import { explainUpload } from '../../pictures/explainUpload.ts';
import { ASKED, requiredFaults } from '@zhudian/core/requests/requiredFaults.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import { checkChangedHazards, checkNewHazard } from '../../hazards/checkHazards.ts';
import { nameMail } from '../../mail/nameMail.ts';
import { watchMentions } from '../../mail/watchMentions.ts';
import { checkPassword } from '../../people/checkPassword.ts';
import { noteChosen } from '../../people/noteChosen.ts';
import { checkMember } from '../../people/checkMember.ts';
import { checkChangedPeople, checkNewPerson, PEOPLE } from '../../people/checkPeople.ts';
import { checkEvaluation } from '../../evaluations/checkEvaluation.ts';
import { checkChangedReports, checkNewReport } from '../../reports/checkReports.ts';
import { checkBalance } from '../../statistics/checkBalance.ts';
import { watchUploads } from '../../pictures/watchUploads.ts';
import { exportedRows } from '../../settings/exportedRows.ts';
import { checkReportPeriod } from '../../reports/checkReportPeriod.ts';
import { checkSettings } from '../../settings/checkSettings.ts';
import { checkSuspicion } from '../../suspicions/checkSuspicion.ts';
import { checkChangedTeams, checkNewTeam } from '../../people/checkTeams.ts';
import { checkChangedTemplates, checkNewTemplate } from '../../documents/templates/checkTemplates.ts';
import { checkChangedVisitItems, checkNewVisitItem } from '../../visits/checkVisitItems.ts';
import { checkSignature } from '../../visits/checkSignature.ts';
import { checkChangedVisits, checkNewVisit } from '../../visits/checkVisits.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { normalTexts } from '../../runtime/normalTexts.ts';
import { unreadableTexts } from '../../runtime/unreadableTexts.ts';
import type { Payload } from '../../runtime/Payload.ts';

/** The collections in which people write. */
const WRITTEN = [
  ...['counties', 'contacts', 'enterprises', 'inspectors', 'teams', 'task_lists', 'task_items', 'visits', 'visit_items', 'hazards'],
  ...['monthly_reports', 'report_periods', 'opening_balances', 'evaluations', 'settings', 'document_templates', 'suspicions'],
];

/** Registers the rules at every door of the data model, and what runs beside the requests. */
export default defineHook(({ filter, init, action }, { services, getSchema, database, logger, env }) => {
  const runtime = { services, getSchema, database, logger, config: readConfig(env) };

  limitAnswers({ filter }, runtime);
  guardQueries({ filter, action }, runtime);

  const caller = async (context: EventContext): Promise<Caller> => ({
    accountability: context.accountability,
    database: context.database,
    schema: context.schema ?? (await getSchema()),
    services,
  });
  const keysOf = (meta: Record<string, unknown>): string[] => meta.keys as string[];

  /** A rule of one collection at both of its doors; where it gives something back, that is what is written. */
  const rule = (
    collection: string,
    isNew: (payload: Payload, by: Caller) => unknown,
    isChanged: (change: Payload, keys: readonly string[], by: Caller) => unknown,
  ): void => {
    const given = (answer: unknown, payload: Payload): Payload => (answer as Payload | undefined) ?? payload;
    filter<Payload>(`${collection}.items.create`, async (payload, _, context) => given(await isNew(payload, await caller(context)), payload));
    filter<Payload>(`${collection}.items.update`, async (payload, meta, context) => {
      const by = await caller(context);
      await requireVisible(collection, keysOf(meta), by);
      return given(await isChanged(payload, keysOf(meta), by), payload);
    });
  };

  // Whether the caller may write here at all comes before every rule of every collection: these two are heard first.
  for (const action of ['create', 'update'] as const) {
    filter<Payload>(`items.${action}`, async (payload, meta, context) => {
      const by = await caller(context);
      const { collection } = meta;
      await requireRight(action, collection as string, payload, by);
      await checkFile(collection as string, payload, by);
      await checkPicture(collection as string, payload, action === 'create' ? [] : keysOf(meta), by);
      const open = await checkSystemFields(action, collection as string, payload, by);
      await checkReferences(collection as string, open, action === 'update' ? keysOf(meta) : [], by);
      checkLocation(collection as string, open, by.schema);
      const plain = normalTexts(collection as string, open, by.schema);
      return action === 'create' ? await withPresets(collection as string, plain, by) : plain;
    });
    filter<Payload>(`files.${action}`, (payload, _, { accountability }) => {
      if (accountability === null) return payload;
      requireOwnFileName(payload);
      return checkFileRow(payload, { accountability });
    });
  }

  filter<Payload>(
    'users.create',
    async (payload, _, context) => await noteChosen(await checkPassword(payload, [], database), [], await caller(context)),
  );
  filter<Payload>('users.update', async (payload, meta, context) => {
    const keys = keysOf(meta);
    return await noteChosen(await checkPassword(payload, keys, database), keys, await caller(context));
  });

  for (const kind of Object.keys(OWNED)) {
    filter<Payload>(`${kind}.create`, (payload, _, { accountability }) => ownNewRow(kind, payload, accountability));
    filter<Payload>(`${kind}.update`, async (change, meta, { accountability }) =>
      ownChangedRows(kind, change, keysOf(meta), accountability, database),
    );
  }

  // Whether a row may hang where it is hung comes first: what the other rules say would tell of rows that are not the caller's.
  for (const collection of Object.keys(PARENTS)) {
    filter<Payload>(`${collection}.items.create`, async (payload, _, context) => {
      await checkParent(collection, payload, await caller(context));
      return payload;
    });
    filter<Payload>(`${collection}.items.update`, async (payload, _, context) => {
      await checkParent(collection, payload, await caller(context));
      return payload;
    });
  }

  for (const collection of PEOPLE) {
    rule(
      collection,
      (payload, by) => checkNewPerson(collection, payload, by),
      (change, keys, by) => checkChangedPeople(collection, change, keys, by),
    );
  }
  rule('teams', checkNewTeam, checkChangedTeams);
  rule('team_members', (payload, by) => checkMember(payload, [], by), checkMember);
  rule('task_lists', checkNewTaskList, checkChangedTaskLists);
  rule('visits', checkNewVisit, checkChangedVisits);
  rule('visit_items', checkNewVisitItem, checkChangedVisitItems);
  rule('visit_inspectors', (payload, by) => checkSignature(payload, [], by), checkSignature);
  rule('hazards', checkNewHazard, checkChangedHazards);
  rule('monthly_reports', checkNewReport, checkChangedReports);
  rule('report_periods', (payload, by) => checkReportPeriod(payload, [], by), checkReportPeriod);
  rule('opening_balances', (payload, by) => checkBalance(payload, [], by), checkBalance);
  rule('document_templates', checkNewTemplate, checkChangedTemplates);
  rule('documents', (payload, by) => checkNewDocument(payload, by, runtime), checkChangedDocuments);
  rule('settings', checkSettings, (change, _, by) => checkSettings(change, by));
  rule('suspicions', () => undefined, checkSuspicion);
  rule('evaluations', (payload, by) => checkEvaluation(payload, [], by), checkEvaluation);

  // After a collection's own rules, which say it with what they know; before PostgreSQL, which would not name the field.
  for (const collection of ASKED) {
    for (const action of ['create', 'update'] as const)
      filter<Payload>(`${collection}.items.${action}`, (payload) => {
        throwFaults(collection, requiredFaults(collection, payload, action === 'create'));
        return payload;
      });
  }

  // Last, since a collection's own rules say it with the field's name.
  for (const collection of WRITTEN) {
    const tell = async (payload: Payload, by: Promise<Caller>): Promise<Payload> => {
      throwFaults(collection, unreadableTexts(collection, payload, (await by).schema));
      return payload;
    };
    for (const action of ['create', 'update'] as const)
      filter<Payload>(`${collection}.items.${action}`, async (payload, _, context) => await tell(payload, caller(context)));
  }

  for (const collection of Object.keys(KEPT)) {
    filter(collection === 'directus_files' ? 'files.delete' : `${collection}.items.delete`, async (keys, _, context) => {
      const by = await caller(context);
      await requireVisible(collection, keys as string[], by);
      if (collection === 'directus_files') await requireOwnFiles(keys as string[], by);
      await checkDeletions(collection, keys as string[], by);
      return keys;
    });
  }

  filter('authenticate', async (accountability, { req }) => {
    await openDoors(req as Request, String(env.SESSION_COOKIE_NAME), database);
    return accountability;
  });

  filter('items.read', async (rows, { query }) => exportedRows(rows, (query as { export?: unknown } | undefined)?.export, database));

  filter<Parameters<typeof nameMail>[0]>('email.send', (mail) => nameMail(mail));

  filter('database.error', (error) => explainRefusal(error));
  filter<ToldError[]>('request.error', (errors) => errors.map(explainUpload).map(explainAnswer));

  action('auth.login', ({ user, status }) => {
    if (status === 'success') startAtWorkbench(user as string | undefined, runtime).catch((error: unknown) => logger.warn(error));
  });

  init('middlewares.before', ({ app }) => {
    sendSafely(app as Application);
  });
  init('routes.custom.after', ({ app }) => {
    explainFaults(app as Application, logger);
  });
  init('routes.before', ({ app }) => {
    knowLogin(app as Application, database);
    refuseEnded(app as Application, String(env.SESSION_COOKIE_NAME));
    refuseGiven(app as Application);
    closeDoors(app as Application);
    limitQuestions(app as Application);
    keepTestRuns(app as Application);
    documentDoor(app as Application, runtime);
  });

  let background: Background | undefined;
  watchUploads(runtime);
  watchMentions(runtime);
  surviveUploads();
  init('app.before', ({ app }) => {
    keepSocket(app as Application);
    hideTokens(app as Application);
    finishBodies(app as Application);
    refuseRehearsal(runtime).catch((error: unknown) => logger.error(error));
  });
  init('app.after', () => {
    background = startBackground(runtime);
  });
  action('server.stop', () => void background?.stop());
});
