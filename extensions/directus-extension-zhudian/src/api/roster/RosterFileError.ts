import { createError } from '@directus/errors';

/** A file that cannot be read as a roster: what it is and what to do about it. */
export const RosterFileError = createError<{ message: string }>('ZHUDIAN_ROSTER_FILE', ({ message }) => message, 400);

/** A roster with faults, or with questions that nobody has answered: nothing of it is written. */
export const RosterFaultsError = createError<{ faults: number; rows: readonly unknown[]; questions: readonly unknown[] }>(
  'ZHUDIAN_ROSTER_FAULTS',
  ({ faults, questions }) => {
    const parts = [...(faults > 0 ? [`有 ${faults} 行需要更正`] : []), ...(questions.length > 0 ? [`有 ${questions.length} 处需要确认`] : [])];
    return `名单中${parts.join('，')}，没有写入任何数据；请按提示修改后重新导入`;
  },
  400,
);
