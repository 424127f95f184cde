import path from 'node:path';

/** Where workflow files live. */
export const workflowFolder = path.resolve(import.meta.dirname, '../../workflows');
