/** How something that is watched is now. */
export interface Watched {
  /** What it is told under in `zhudian_alerts`. */
  readonly key: string;
  readonly isTrouble: boolean;
  /** Which trouble it is, where there are several: another one is told at once. */
  readonly about?: string;
  /** Minutes between two messages about the same trouble. */
  readonly repeatMinutes: number;
  /** What is said of it: of the trouble, or that it is over. */
  readonly text: string;
  /** What a mail to the operations address is called; without it only the robot tells. */
  readonly subject?: string;
}
