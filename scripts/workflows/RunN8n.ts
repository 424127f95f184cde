/** Runs one n8n command with an installation's environment and returns what it printed; rejects when it fails. */
export type RunN8n = (args: readonly string[]) => Promise<string>;
