import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PlanFile } from '../../src/action/plan-file.ts';
import { INCONCLUSIVE, PASS, REGRESSION } from '../report/examples.ts';
import { FakeGitHub, type Recorded } from '../simulator/fake-github.ts';
import { runtimeToken } from '../simulator/runtime-token.ts';
import { config, HEAD } from '../simulator/simulate.ts';
import { CALLS, FAULTS, INTRODUCTION, isUpload, LIMITS } from './fault-cases.ts';
import { report } from './published.ts';

/** Every fault on every call of every kind of run: what is published may suffer, what was decided may not. */

const VERDICTS = { pass: PASS, regression: REGRESSION, inconclusive: INCONCLUSIVE };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-faults-'));
});
afterAll(() => rm(folder, { recursive: true }));

const NAMES = Object.keys(VERDICTS) as (keyof typeof VERDICTS)[];
/** Judged by what the base branch says, so that its check is the one that can be required. */
const POLICY: PlanFile['policy'] = {
  ...{
    base: { revision: 'b'.repeat(40), config: config('pass') },
    waivers: [],
    waiverPermission: 'maintain',
  },
};
const RUN_URL = 'https://github.com/o/r/actions/runs/42';

interface Case {
  readonly number: number;
  readonly call: string;
  readonly fault: string | null;
  readonly verdict: keyof typeof VERDICTS;
}

interface Result extends Case {
  readonly outputs: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** Calls that were made. */
  readonly calls: ReadonlySet<string>;
  readonly lost: readonly string[];
  readonly milliseconds: number;
}

const cases = [null, ...Object.keys(FAULTS)]
  .flatMap((fault) =>
    Object.keys(CALLS).flatMap((call) => NAMES.map((verdict) => ({ fault, call, verdict }))),
  )
  .map((each, number): Case => ({ ...each, number: number + 1 }));

const tokenOf = (number: number) => `t${number}`;
const keyOf = (number: number) => `case${number}`;

/** Which case a request is of: by its token, or where the service knows none by the name of the artifact. */
function numberOf(token: string | null, path: string, body: unknown): number {
  const { name = '' } = (body ?? {}) as { name?: string };
  const named = /weighbridge-case(\d+)-/.exec(`${path} ${name}`)?.[1];
  return Number(named ?? token?.slice(1));
}

type Requested = Pick<Recorded, 'call' | 'path' | 'body'>;

/** As the table names it: the page is uploaded by the same calls as the samples. */
function rowOf({ call, path, body }: Requested): string {
  const { name = '' } = (body ?? {}) as { name?: string };
  return isUpload(call) && /\.html$/.test(name || path) ? `${call} of the page` : call;
}

async function runCase(github: FakeGitHub, given: Case): Promise<Result> {
  const { number, call, verdict } = given;
  const hiding = /minimize/.test(call);
  const inputs = {
    ...{ 'github-token': tokenOf(number), 'comment-key': keyOf(number) },
    // With a check the comments are asked for together with it.
    check: call === 'issues/list-comments' ? 'off' : 'on',
    comment: hiding ? 'on-failure' : 'always',
    // The slowest of all, and the first: what comes later cannot touch it.
    artifact: isUpload(call) ? 'on' : 'off',
  };
  const shared = { folder, apiUrl: github.url, inputs, issue: number, policy: POLICY, limits: LIMITS };
  if (CALLS[call] !== 'nothing there') {
    const env = { GITHUB_RUN_ID: '41' };
    const token = `earlier${number}`;
    await report({
      ...shared,
      env,
      verdict: REGRESSION,
      inputs: { ...inputs, artifact: 'off', 'github-token': token },
      // No fault is put to it: what it needs is time, on a busy machine.
      limits: { ...LIMITS, totalMs: 120_000, requestMs: 60_000 },
    });
    const [comment] = github.comments.filter(({ issue }) => issue === number);
    if (comment === undefined) throw new Error('the earlier run wrote no comment');
    if (CALLS[call] === 'a folded comment') comment.minimized = 'outdated';
    else github.addComment(comment.body, undefined, undefined, number);
  }
  const waits = { id: github.nextId(), name: `weighbridge (${keyOf(number)})`, head_sha: HEAD };
  const own = CALLS[call] === 'nothing there' ? {} : { check: waits.id };
  if (CALLS[call] !== 'nothing there')
    github.checks.push({
      ...waits,
      external_id: `weighbridge:${keyOf(number)}@42.1`,
      status: 'in_progress',
      app: github.app,
    });
  const started = performance.now();
  const { outputs, annotations } = await report({ ...shared, ...own, verdict: VERDICTS[verdict] });
  const milliseconds = performance.now() - started;
  const requests = github.requests.filter(({ token, path, body }) => numberOf(token, path, body) === number);
  // A job may have 500.
  github.artifacts.length = 0;
  const commented = github.comments.find(({ issue }) => issue === number);
  const head = github.checks.findLast(({ name }) => name === `weighbridge (${keyOf(number)})`);
  const lost = [
    ...(outputs['comment-url'] === '' ? ['comment'] : []),
    ...(inputs.artifact === 'on' && outputs['report-url'] === RUN_URL ? ['artifact'] : []),
    ...(inputs.artifact === 'on' && !commented?.body.includes('[Full report]') ? ['page'] : []),
    ...(inputs.check === 'off' || (head?.details_url === RUN_URL && head.status === 'completed')
      ? []
      : ['check']),
  ];
  const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  return {
    ...given,
    outputs,
    warnings,
    lost,
    milliseconds,
    calls: new Set(requests.map(rowOf)),
  };
}

const ABREAST = 24;

async function runAll(): Promise<readonly Result[]> {
  const github = await new FakeGitHub().start();
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken());
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  github.fault = (request) => {
    const { token, path, body } = request;
    const found = cases[numberOf(token, path, body) - 1];
    return found !== undefined && found.fault !== null && found.call === rowOf(request)
      ? FAULTS[found.fault]
      : undefined;
  };
  try {
    const results: Result[] = [];
    const waiting = [...cases];
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        results.push(await runCase(github, next));
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, worker));
    return results.sort((a, b) => a.number - b.number);
  } finally {
    vi.unstubAllEnvs();
    await github.stop();
  }
}

describe('every fault on every call', () => {
  let results: readonly Result[] = [];
  beforeAll(async () => {
    results = await runAll();
  }, 300_000);

  const untroubled = (verdict: string) =>
    results.find((each) => each.fault === null && each.verdict === verdict);

  test('the table has every call that is made, and no other', () => {
    const made = new Set(results.filter(({ fault }) => fault === null).flatMap(({ calls }) => [...calls]));
    expect([...made].sort()).toEqual(Object.keys(CALLS).sort());
  });

  // red-team 10: any fault of the platform
  test.each(NAMES)('%s: verdict, exit code and blocked are what they are without a fault', (verdict) => {
    const decided = (result: Result | undefined) => {
      const { verdict, blocked, summary, enforce, 'exit-code': exitCode } = result?.outputs ?? {};
      return { verdict, blocked, summary, enforce, exitCode };
    };
    const expected = decided(untroubled(verdict));
    expect(expected.verdict).toBe(verdict);
    for (const result of results.filter((each) => each.verdict === verdict)) {
      expect(decided(result), `${result.fault} on ${result.call}`).toEqual(expected);
    }
  });

  test('whatever is lost, a warning says so', () => {
    for (const { fault, call, verdict, lost, warnings } of results) {
      const said = `${fault} on ${call}, ${verdict}: ${warnings.join(' ')}`;
      if (lost.length > 0) expect(warnings, said).not.toEqual([]);
      for (const warning of warnings) expect(warning, said).toContain('The verdict is not affected');
      if (fault === '403' && lost.some((what) => what === 'comment' || what === 'check')) {
        expect(warnings.join('\n'), said).toMatch(
          /permissions:\n {2}contents: read\n {2}(?:pull-requests|checks): write/,
        );
      }
    }
  });

  test('no fault costs more than the time there is', () => {
    const most = 3 * LIMITS.totalMs + 2 * LIMITS.uploadMs;
    for (const { milliseconds } of results) expect(milliseconds).toBeLessThan(most + 10_000);
  });

  test('docs/reference/faults.md says what comes of each', async () => {
    const worst = (fault: string, call: string) => {
      const found = results.filter((each) => each.fault === fault && each.call === call);
      const lost = new Set(found.flatMap((each) => each.lost));
      const warned = found.some(({ warnings }) => warnings.length > 0);
      return lost.size > 0 ? [...lost].join(', ') : warned ? 'warning only' : '–';
    };
    const calls = Object.keys(CALLS);
    const rows = calls.map((call) => [
      `\`${call}\``,
      ...Object.keys(FAULTS).map((fault) => worst(fault, call)),
    ]);
    const table = markdownTable([['call', ...Object.keys(FAULTS)], ...rows], { alignDelimiters: false });
    await expect(`${INTRODUCTION}\n${table}\n`).toMatchFileSnapshot('../../docs/reference/faults.md');
  });
});
