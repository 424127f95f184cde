import { quoted } from './quoted.ts';
import type { RosterChoice, RosterQuestion } from './RosterQuestion.ts';

type Asked = Omit<RosterQuestion, 'answer' | 'sheet' | 'cell' | 'row'> & Partial<Pick<RosterQuestion, 'sheet' | 'cell' | 'row'>>;

/** Gathers the questions of a file, each once, and knows what has been answered. */
export class Asker {
  readonly #answers: ReadonlyMap<string, string>;
  readonly #asked = new Map<string, RosterQuestion>();

  constructor(answers: ReadonlyMap<string, string>) {
    this.#answers = answers;
  }

  /** What somebody has answered to a question; undefined when nobody has. */
  answer(id: string): string | undefined {
    return this.#answers.get(id);
  }

  /** Asks, and gives the answer; undefined when there is none, or one that the question does not offer. */
  ask(question: Asked): string | undefined {
    const given = this.#answers.get(question.id);
    const valid = given !== undefined && (question.free || question.choices.some(({ value }) => value === given)) ? given : undefined;
    const before = this.#asked.get(question.id);
    if (before === undefined || (question.required && !before.required))
      this.#asked.set(question.id, { sheet: '', cell: null, row: null, ...question, answer: valid ?? null });
    return valid;
  }

  get questions(): readonly RosterQuestion[] {
    return [...this.#asked.values()];
  }
}

/** Texts that a cell may have as the choices of a question. */
export const textChoices = (texts: readonly string[]): RosterChoice[] =>
  [...new Set(texts)].map((text) => ({ value: text, label: text === '' ? '留空' : quoted(text) }));
