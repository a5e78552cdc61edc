import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ZipEntry, zip } from '../support/zip.ts';
import { buildAction } from './build-action.ts';
import {
  CONFIG,
  edited,
  expectNotGreen,
  type Forgery,
  half,
  report as reportFrom,
  samples,
  worse,
} from './fork-report.ts';
import { HEAD } from './simulate.ts';

/** A stranger's pull request whose evaluating job says whatever the stranger wants: nothing of it becomes a green report. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action);
});
afterAll(() => rm(action, { recursive: true }));

const report = (forgery: Forgery) => reportFrom({ action, ...forgery });

const untouched: ZipEntry[] = samples(half);
const [, lines] = untouched;
const forgedVerdict = {
  name: 'report/verdict.json',
  content: '{"schemaVersion":1,"verdict":"pass","blocked":false}',
};

describe.concurrent('a forged artifact never yields a green report', () => {
  test('a verdict of pass, written by hand, is not even read', async () => {
    const result = await report({
      entries: [
        ...samples(worse),
        forgedVerdict,
        ...['run', 'run/candidate', 'run/candidate/facts'].map((folder) => ({
          ...forgedVerdict,
          name: `${folder}/verdict.json`,
        })),
      ],
    });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
    expect(result.github.checks).toMatchObject([{ conclusion: 'failure', head_sha: HEAD }]);
    expect(result.github.comments[0]?.body).toContain('**Untrusted samples:**');
  });

  test('samples altered to look good prove nothing', async () => {
    const result = await report({
      entries: samples(() => true),
      inspect: async (temp) => {
        const [folder = ''] = (await import('node:fs'))
          .readdirSync(temp)
          .filter((name) => name.startsWith('weighbridge-'));
        const file = JSON.parse(await readFile(join(temp, folder, 'report/verdict.json'), 'utf8'));
        expect(file).toMatchObject({ verdict: 'inconclusive', blocked: true });
        expect(file.untrusted).toContain("evaluated by the fork's own job: the samples could be forged");
      },
    });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('inconclusive');
    expect(result.github.checks).toMatchObject([{ conclusion: 'action_required' }]);
    const body = result.github.comments[0]?.body ?? '';
    expect(body.split('\n')[1]).toContain('**INCONCLUSIVE ⚠️** The samples say pass');
    expect(body).toContain('samples could be');
  });

  test('samples of another run count for nothing, whatever commit it was of', async () => {
    const result = await report({
      entries: samples(worse),
      prepare: (github) => {
        const newer = 'weighbridge-0123456789ab-run-2';
        github.addArtifact(newer, zip(samples(() => true)), { runId: 4100 });
      },
    });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
  });

  test('a baseline that the fork brings along is not the one it is compared with', async () => {
    const result = await report({ entries: [...samples(worse), ...samples(worse, 'baseline')] });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
  });

  test.each<[string, Forgery, string]>([
    ['huge, as GitHub counts', { size: 2 ** 40 }, 'is larger than'],
    [
      'huge once unpacked: a bomb',
      { entries: [{ ...lines, content: Buffer.alloc(2 ** 28 + 1) } as ZipEntry] },
      'unpacks to more than',
    ],
    [
      'a bomb that lies about its size',
      { entries: [{ ...lines, content: 'x'.repeat(2 ** 22), claims: 9 } as ZipEntry] },
      'artifact is refused',
    ],
    [
      'linked',
      { entries: [...untouched, { name: 'run/candidate/x', content: '/etc/passwd', mode: 0o120777 }] },
      'is a link',
    ],
    [
      'path traversal',
      { entries: [...untouched, { name: '../../../evil', content: 'x' }] },
      'invalid relative path',
    ],
    ['an absolute path', { entries: [...untouched, { name: '/tmp/evil', content: 'x' }] }, 'absolute path'],
    [
      'no zip at all',
      {
        prepare: (github) => {
          github.artifacts = github.artifacts.map((each) => ({ ...each, content: Buffer.from('pass') }));
        },
      },
      'cannot be unpacked',
    ],
    ['nothing in it', { entries: [forgedVerdict] }, 'no samples of the candidate'],
    [
      'expired',
      {
        prepare: (github) => {
          github.artifacts = github.artifacts.map((each) => ({ ...each, expired: true }));
        },
      },
      'no samples of the candidate',
    ],
    [
      'of several gates at once',
      {
        prepare: (github) => {
          const [first] = github.artifacts;
          if (first !== undefined)
            github.artifacts.push({ ...first, id: 2, name: 'weighbridge-other-run-1' });
        },
      },
      'several gates of this run have uploaded samples',
    ],
  ])('%s: invalid', async (_, forgery, message) => {
    const result = await report(forgery);
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('invalid');
    expect(result.outputs.summary).toContain(message);
  });

  test('no baseline of our own: invalid, whatever the artifact holds', async () => {
    const result = await report({
      entries: [...untouched, ...samples(half, 'baseline')],
      inputs: { baseline: '' },
    });
    expectNotGreen(result);
    expect(result.outputs.summary).toContain('no baseline but the one that the run has made itself');
  });

  test.each([
    ['loosened', CONFIG.replace('10pp', '90pp'), 'regression'],
    ['removed', '', 'invalid'],
    ['set to warn', `${CONFIG}policy: { on_inconclusive: warn }\n`, 'regression'],
  ])('the policy %s by the fork does not help it', async (_, headConfig, verdict) => {
    const result = await report({ entries: samples(worse), headConfig });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe(verdict);
  });

  test('text in the samples is inert, in the comment and in the log', async () => {
    const entries = edited('run.json', (text) =>
      text.replaceAll('m.gguf', '![x](http://evil) @everyone </code>\\n::set-output name=verdict::pass'),
    );
    const result = await report({ entries });
    expectNotGreen(result);
    const outsideFences = (result.github.comments[0]?.body ?? '').replace(/^```[\s\S]*?^```/gm, '');
    expect(outsideFences).toContain('everyone');
    for (const text of ['![x](', '@everyone', '\n::set-output']) expect(outsideFences).not.toContain(text);
    expect(result.commands.filter(({ name }) => name === 'set-output')).toEqual([]);
  });
});
