import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GitHubAccess } from '../../../src/action/github-access.ts';
import { lockedSplits, recordRound } from '../../../src/action/report/record-round.ts';
import { RetryBudget } from '../../../src/adapters/github/retry-budget.ts';
import {
  historyArtifactName,
  readArtifactHistory,
  writeArtifactHistory,
} from '../../../src/app/history/artifacts.ts';
import { openHistory, withLine } from '../../../src/app/history.ts';
import type { RecordedNote } from '../../../src/core/domain/history.ts';
import { QUICK } from '../../action/published.ts';
import { connect } from '../../adapters/github/commenting.ts';
import { REGRESSION } from '../../report/examples.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { runtimeToken } from '../../simulator/runtime-token.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { zip } from '../../support/zip.ts';

const AT = { name: 'tickets', branch: 'main' };

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url).stubEnv('GITHUB_SERVER_URL', 'https://github.com');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await github.stop();
});

/** However busy the machine is: nothing here is about time. */
const remote = () => ({ client: connect(github, 60_000), repository: { owner: 'o', name: 'r' } });
const read = () => readArtifactHistory(remote(), AT);
const note = (run: number): RecordedNote => ({
  ...{ kind: 'note', schemaVersion: 2, run: String(run).padStart(12, '0'), by: null, text: `round ${run}` },
  date: new Date(Date.UTC(2026, 0, 1, 0, run)).toISOString(),
});

/** What a run leaves that knew of what was there before it. */
async function leave(before: Awaited<ReturnType<typeof read>>, run: number, more = {}) {
  const text = withLine(before.text, note(run), null, 'tickets');
  const files = await writeArtifactHistory(temporaryFolder(), { ...before, text });
  const entries = files.map((file) => ({ name: basename(file), content: readFileSync(file) }));
  return github.addArtifact(historyArtifactName('tickets', 1), zip(entries), { runId: 100 + run, ...more });
}

const notesIn = (text: string) =>
  new Set(text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).text])));
const downloads = () => github.requests.filter(({ call }) => call === 'actions/download-artifact').length;

describe('a history of artifacts', () => {
  test('of runs one after the other is that of the newest alone', async () => {
    for (let run = 1; run <= 12; run++) await leave(await read(), run);
    const before = downloads();
    const { text, artifacts } = await read();
    expect([notesIn(text).size, artifacts.length, downloads() - before]).toEqual([12, 12, 1]);
  });

  test('of ten runs beside each other loses none', async () => {
    await leave(await read(), 0);
    const known = await Promise.all(Array.from({ length: 10 }, read));
    for (const [index, before] of known.entries()) await leave(before, index + 1);
    expect(notesIn((await read()).text).size).toBe(11);
    await leave(await read(), 11);
    const before = downloads();
    expect([notesIn((await read()).text).size, downloads() - before]).toEqual([12, 1]);
  });

  test('outlives the artifacts that it was made of', async () => {
    const first = await leave(await read(), 1);
    await leave(await read(), 2);
    github.artifacts.splice(github.artifacts.indexOf(first), 1);
    expect(notesIn((await read()).text)).toEqual(new Set(['round 1', 'round 2']));
  });

  test.each([
    ['another branch', { headBranch: 'tickets' }],
    ['a branch of the same name in a fork', { headRepositoryId: 2 }],
    ['another attempt than are looked at', { expired: true }],
  ])('has nothing of %s', async (_what, more) => {
    await leave(await read(), 1, more);
    expect(await read()).toEqual({ text: '', artifacts: [] });
  });

  test('that is none is a fault', async () => {
    github.addArtifact(
      historyArtifactName('tickets', 1),
      zip([{ name: 'merged.json', content: '{"artifacts":["all"]}' }]),
    );
    await expect(read()).rejects.toThrow();
  });
});

describe('the report step', () => {
  const warning = vi.fn();
  interface Run {
    readonly id: number;
    readonly pull?: boolean;
    readonly config?: string;
    readonly file?: typeof REGRESSION;
  }
  const used = async (config: string, file: typeof REGRESSION) => {
    const { access, plan } = stepOf({ id: 100, config });
    return lockedSplits(access, plan, { file });
  };
  const record = async (run: Run) => {
    const { access, plan } = stepOf(run);
    await recordRound(access, plan, { file: run.file ?? REGRESSION }, temporaryFolder());
    return warning.mock.calls;
  };
  const stepOf = (run: Run) => {
    warning.mockClear();
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken(run.id));
    const path = join(
      temporaryFolder({
        'weighbridge.yml':
          run.config ??
          'version: 1\nrecord: { artifact: tickets }\ngates: [{ metric: facts/acc, max_drop: 2pp }]\n',
      }),
      'weighbridge.yml',
    );
    const access = {
      runtime: { env: { GITHUB_REF_NAME: 'main' }, core: { warning } },
      run: {
        ...{
          repository: { owner: 'o', name: 'r' },
          attempt: 1,
          apiUrl: github.url,
          runUrl: 'https://github.com/o/r',
        },
        event: { pullRequest: run.pull === true ? {} : null },
      },
      ...{ token: 't', budget: () => new RetryBudget(QUICK) },
    } as unknown as GitHubAccess;
    const plan = { config: { path, sha256: '' }, overrides: {} };
    return { access, plan };
  };

  test('leaves a line a push, which the command reads', async () => {
    for (const id of [101, 102]) expect(await record({ id })).toEqual([]);
    expect(github.artifactNames()).toEqual([
      'weighbridge-tickets-history-1',
      'weighbridge-tickets-history-1',
    ]);
    vi.stubEnv('GITHUB_REPOSITORY', 'o/r').stubEnv('GITHUB_TOKEN', 't').stubEnv('GITHUB_API_URL', github.url);
    const { runs, faults } = await openHistory({ kind: 'artifacts', at: AT });
    expect(faults).toEqual([]);
    expect(runs.map(({ verdict }) => verdict)).toEqual(['regression', 'regression']);
  });

  test('leaves none of a pull request, and none that nobody asked for', async () => {
    expect(await record({ id: 101, pull: true })).toEqual([]);
    expect(
      await record({ id: 102, config: 'version: 1\ngates: [{ metric: facts/acc, max_drop: 2pp }]\n' }),
    ).toEqual([]);
    expect(github.artifactNames()).toEqual([]);
  });

  test('counts in what is kept how often a locked split decided', async () => {
    const [gate] = REGRESSION.gates;
    const task = gate?.task ?? '';
    const config = (record: string) =>
      `version: 1\nbaseline: b\ncandidate: c\n${record}tasks: { ${task}: { role: general, type: multiple_choice, dataset: d.jsonl, split: locked } }\ngates: [{ metric: ${task}/acc, max_drop: 2pp }]\n`;
    const fingerprints = { [task]: { baseline: null, candidate: { dataset: 'sha256:d' } } };
    const file = {
      ...REGRESSION,
      provenance: { ...REGRESSION.provenance, fingerprints },
    } as typeof REGRESSION;
    const kept = config('record: { artifact: tickets }\n');
    expect(await used(kept, file)).toEqual([
      { task, alpha: 0.05, before: { rounds: 0, most: 0.05, independent: expect.closeTo(0.05, 10) } },
    ]);
    for (const id of [101, 102]) expect(await record({ id, config: kept, file })).toEqual([]);
    expect(await used(kept, file)).toMatchObject([
      { task, before: { rounds: 2, most: expect.closeTo(0.15, 10) } },
    ]);
    expect(await used(config(''), file)).toMatchObject([{ task, before: null }]);
    expect(await used(kept.replace(', split: locked', ''), file)).toEqual([]);
  });

  test('warns where it cannot, and changes nothing', async () => {
    github.fault = ({ call }) => (call === 'actions/list-artifacts-for-repo' ? 403 : undefined);
    expect(await record({ id: 101 })).toEqual([
      [expect.stringContaining('The round was not recorded, which changes no verdict'), expect.anything()],
    ]);
    expect(github.artifactNames()).toEqual([]);
  });
});

test('the command says what it needs', async () => {
  vi.stubEnv('GITHUB_REPOSITORY', '').stubEnv('GITHUB_TOKEN', '').stubEnv('GH_TOKEN', '');
  await expect(openHistory({ kind: 'artifacts', at: AT })).rejects.toThrow('nobody says of which repository');
});
