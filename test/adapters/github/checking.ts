import type { CheckPlace } from '../../../src/adapters/github/check.ts';
import { type CheckText, CheckWriter } from '../../../src/adapters/github/check-writer.ts';
import type { GitHubClient } from '../../../src/adapters/github/client.ts';

export interface Check extends Partial<CheckPlace>, Partial<CheckText> {
  /** Number of the check that waits. */
  readonly own?: number | null;
}

export const PLACE: CheckPlace = {
  ...{
    repository: { owner: 'o', name: 'r' },
    headSha: 'a'.repeat(40),
    key: 'facts',
    job: null,
    by: { run: 42, attempt: 1 },
  },
  detailsUrl: 'https://github.com/o/r/actions/runs/42',
};

export const writerOf = ({ own = null, ...given }: Check = {}): CheckWriter =>
  new CheckWriter(
    { ...PLACE, ...given },
    { verdict: 'pass', blocked: false, title: 'Pass', summary: 'the report', ...given },
    own,
  );

/** Writes a check and looks at it once more. */
export async function writeCheck(client: GitHubClient, given: Check = {}): Promise<CheckWriter> {
  const writer = writerOf(given);
  await writer.write(client);
  await writer.confirm(client, async () => {});
  return writer;
}
