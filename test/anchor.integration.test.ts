import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeResults } from '../src/app/judge.ts';
import { renderAgain } from '../src/app/verdict-file.ts';
import type { VerdictFile } from '../src/core/domain/decision.ts';
import { COMMENT_BYTES, renderMarkdown } from '../src/report/markdown.ts';
import { CONTEXT } from './report/examples.ts';
import { writeRun } from './support/run-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const SAMPLES = 2000;
/** Right answers that each merge loses: 0.4 points. */
const LOST = 8;
const MERGES = 10;

/** A model that went through so many merges: the first answers are gone, 60 % of the others are right. */
const modelAfter = (merges: number) => (index: number) =>
  index >= merges * LOST && (index % 5 < 3 || index < 200);

const config = (anchor: string, limit: string) => `version: 1
anchor: { model: ${anchor}, max_drop: { facts/acc: ${limit} } }
gates: [{ metric: facts/acc, max_drop: 1pp }]
`;

const gateOf = ({ gates }: VerdictFile, id: string) => gates.find((gate) => gate.id === id);

describe('ten merges of a little each', () => {
  async function judged(folder: string, limit: string, from = 1): Promise<VerdictFile[]> {
    const sides = Array.from({ length: MERGES + 1 }, (_, merges) =>
      writeRun(join(folder, `step-${merges}`), 'candidate', SAMPLES, modelAfter(merges)),
    );
    const file = join(folder, 'weighbridge.yml');
    writeFileSync(file, config('step-0/candidate', limit));
    const verdicts: VerdictFile[] = [];
    for (const [merges, candidate] of sides.entries()) {
      const baseline = sides[merges - 1];
      if (baseline === undefined || merges < from) continue;
      const out = join(folder, `verdict-${merges}`);
      const folders = { baseline, candidate };
      verdicts.push(await judgeResults({ configPath: file, overrides: {}, out, folders }));
    }
    return verdicts;
  }

  test('each passes against its baseline, and the tenth is blocked by the anchor', async () => {
    const folder = temporaryFolder();
    const verdicts = await judged(folder, '3.8pp');
    expect(verdicts.map((file) => gateOf(file, 'facts/acc:max_drop')?.verdict)).toEqual(
      Array.from({ length: MERGES }, () => 'pass'),
    );
    expect(verdicts.map(({ blocked }) => blocked)).toEqual([
      ...Array.from({ length: MERGES - 1 }, () => false),
      true,
    ]);
    const last = verdicts.at(-1);
    if (last === undefined) throw new Error('ten merges, no verdict');
    expect(last.verdict).toBe('regression');
    expect(last.exitCode).toBe(1);
    expect(gateOf(last, 'facts/acc:max_drop@anchor')).toMatchObject({
      ...{ against: 'anchor', verdict: 'regression', blocks: true, flips: { regressed: 80, improved: 0 } },
    });
    expect(last.summary).toContain('facts/acc@anchor fell by 4.0 pp');
    const { markdown } = renderMarkdown(last, CONTEXT, COMMENT_BYTES);
    expect(markdown).toContain('since the anchor');
    expect(markdown).toContain('**Anchor**');
    // The file can be read again, by the schema that readers rely on.
    expect(await renderAgain(join(folder, 'verdict-10'))).toEqual(last);
  });

  test('without an anchor nobody would have seen it', async () => {
    const last = await judged(temporaryFolder(), '50pp', MERGES);
    expect(last.map(({ blocked }) => blocked)).toEqual([false]);
  });
});

test('an anchor of the weights that are judged bounds nothing, and the first words say so', async () => {
  const folder = temporaryFolder();
  const written = (name: string, digest: string) => {
    const side = writeRun(join(folder, name), 'candidate', SAMPLES, modelAfter(0));
    const file = join(side, 'facts', 'run.json');
    const record = JSON.parse(readFileSync(file, 'utf8')) as { model: object };
    writeFileSync(file, JSON.stringify({ ...record, model: { ...record.model, digest } }));
    return side;
  };
  const [baseline, candidate] = [written('base', 'sha256:a'), written('new', 'sha256:b')];
  written('copy', 'sha256:b');
  const file = join(folder, 'weighbridge.yml');
  writeFileSync(file, config('copy/candidate', '3pp'));
  const out = join(folder, 'verdict');
  const folders = { baseline, candidate };
  const verdict = await judgeResults({ configPath: file, overrides: {}, out, folders });
  expect(verdict.verdict).toBe('pass');
  expect(verdict.summary).toContain('Candidate and anchor are the same weights.');
});

describe('an anchor that says nothing is not a pass', () => {
  async function verdictWith(prepare: (folder: string) => string): Promise<VerdictFile> {
    const folder = temporaryFolder();
    const baseline = writeRun(join(folder, 'base'), 'baseline', SAMPLES, modelAfter(0));
    const candidate = writeRun(join(folder, 'next'), 'candidate', SAMPLES, modelAfter(0));
    const file = join(folder, 'weighbridge.yml');
    writeFileSync(file, config(prepare(folder), '4pp'));
    return judgeResults({
      ...{ configPath: file, overrides: {}, out: join(folder, 'out') },
      folders: { baseline, candidate },
    });
  }

  test('with the anchor in place the same pair passes', async () => {
    const file = await verdictWith((folder) => {
      writeRun(join(folder, 'release'), 'anchor', SAMPLES, modelAfter(0));
      return 'release';
    });
    expect(file).toMatchObject({ verdict: 'pass', blocked: false });
  });

  test.each([
    ['results that are not there', () => 'nowhere'],
    ['a checkpoint that nobody evaluated', () => 'release.gguf'],
    [
      'another dataset',
      (folder: string) => {
        writeRun(join(folder, 'release'), 'anchor', SAMPLES, modelAfter(0), {
          dataset: 'd0',
          seed: 1,
          limit: null,
        });
        return 'release';
      },
    ],
    [
      'half of the samples',
      (folder: string) => {
        writeRun(join(folder, 'release'), 'anchor', SAMPLES / 2, modelAfter(0));
        return 'release';
      },
    ],
  ])('%s', async (_, prepare) => {
    const file = await verdictWith(prepare);
    expect(file).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(gateOf(file, 'facts/acc:max_drop@anchor')?.verdict).toBe('invalid');
    expect(gateOf(file, 'facts/acc:max_drop')?.verdict).toBe('pass');
    expect([...file.reasons, ...file.gates.flatMap(({ reasons }) => reasons)].join('\n')).toContain('anchor');
  });
});

test('a baseline that cannot be compared is invalid though a gate on the same task names the anchor', async () => {
  const folder = temporaryFolder();
  const other = { dataset: 'd0', seed: 1, limit: null };
  const baseline = writeRun(join(folder, 'base'), 'baseline', SAMPLES, modelAfter(0), other);
  const candidate = writeRun(join(folder, 'next'), 'candidate', SAMPLES, modelAfter(0));
  writeRun(join(folder, 'release'), 'anchor', SAMPLES, modelAfter(0));
  const file = join(folder, 'weighbridge.yml');
  writeFileSync(
    file,
    `version: 1\nanchor: { model: ${resolve(folder, 'release')}, max_drop: { facts: 4pp } }\n`,
  );
  const verdict = await judgeResults({
    ...{ configPath: file, overrides: {}, out: join(folder, 'out') },
    folders: { baseline, candidate },
  });
  expect(gateOf(verdict, 'facts/acc:max_drop@anchor')?.verdict).toBe('pass');
  expect(verdict).toMatchObject({ verdict: 'invalid', blocked: true });
});
