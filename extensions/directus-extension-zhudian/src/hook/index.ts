import { defineHook } from '@directus/extensions-sdk';
import type { EventContext } from '@directus/types';
import { checkParent, PARENTS } from '../access/checkParents.ts';
import { startBackground, type Background } from '../background/background.ts';
import { readConfig } from '../config.ts';
import { checkChangedHazards, checkNewHazard } from '../hazards/checkHazards.ts';
import { checkChangedVisitItems, checkChangedVisits, checkNewVisit, checkNewVisitItem } from '../visits/checkVisits.ts';
import type { Caller } from './Caller.ts';

type Payload = Record<string, unknown>;

/** Registers the rules at every door of the data model, and what runs beside the requests. */
export default defineHook(({ filter, init, action }, { services, getSchema, database, logger, env }) => {
  const runtime = { services, getSchema, database, logger, config: readConfig(env) };

  const caller = async (context: EventContext): Promise<Caller> => ({
    accountability: context.accountability,
    database: context.database,
    schema: context.schema ?? (await getSchema()),
    services,
  });
  const keysOf = (meta: Record<string, unknown>): string[] => meta.keys as string[];

  filter<Payload>('hazards.items.create', async (payload, _, context) => await checkNewHazard(payload, await caller(context)));
  filter<Payload>('hazards.items.update', async (payload, meta, context) => {
    await checkChangedHazards(payload, keysOf(meta), await caller(context));
    return payload;
  });
  filter<Payload>('visits.items.create', async (payload, _, context) => await checkNewVisit(payload, await caller(context)));
  filter<Payload>('visits.items.update', async (payload, meta, context) => {
    await checkChangedVisits(payload, keysOf(meta), await caller(context));
    return payload;
  });
  filter<Payload>('visit_items.items.create', (payload) => {
    checkNewVisitItem(payload);
    return payload;
  });
  filter<Payload>('visit_items.items.update', async (payload, meta, context) => {
    await checkChangedVisitItems(payload, keysOf(meta), await caller(context));
    return payload;
  });

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

  let background: Background | undefined;
  init('app.after', () => {
    background = startBackground(runtime);
  });
  action('server.stop', () => void background?.stop());
});
