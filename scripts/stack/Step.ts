/** One thing a start does; told to people while it runs. Either `run` or `steps`. */
export interface Step {
  title: string;
  /** `say` shows what is being done right now. A returned text is shown beside the finished step ("unchanged"). */
  run?(say: (text: string) => void): Promise<string | undefined>;
  steps?: Step[];
  /** Whether `steps` run side by side. */
  concurrent?: boolean;
}
