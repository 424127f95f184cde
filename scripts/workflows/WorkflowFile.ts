import { z } from 'zod/v4';

const node = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  type: z.string(),
  position: z.tuple([z.number(), z.number()]),
  parameters: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.looseObject({ id: z.string().nullish() })).optional(),
});

/** A workflow as n8n exports it: what we read of it; the rest passes through. */
export const WorkflowFile = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  nodes: z.array(node),
  connections: z.record(z.string(), z.looseObject({ main: z.array(z.array(z.looseObject({ node: z.string() })).nullish()).optional() })),
  settings: z.record(z.string(), z.unknown()).default({}),
});

export type WorkflowFile = z.infer<typeof WorkflowFile>;
