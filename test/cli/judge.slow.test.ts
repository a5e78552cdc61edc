import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addCheck } from '../../src/cli/check.ts';
import { command } from '../red-team/attempt.ts';
import { project, SAMPLES } from '../support/endpoint-project.ts';
import { completionOf, grades, judgeServer } from '../support/judge-server.ts';
import type { Wrong } from '../support/openai-server.ts';
import { readSide } from '../support/read-side.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

type Reply = Parameters<typeof judgeServer>[0];

/** Of what the two models write, half is good to people: what answers a question with an even number. */
const isGood = (question: string): number => Number(/[02468]$/.test(question));
const honest: Reply = ({ question }) => completionOf(grades({ good: isGood(question) }));

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

async function judged(
  reply: Reply,
  { more = '', attempts = 1, url }: { more?: string; attempts?: number; url?: string } = {},
) {
  const judge = await judgeServer(reply);
  const scorer = `{ name: judge, url: "${url ?? judge.url}", model: judge, attempts: ${attempts}, scale: { min: 0, max: 1 }, criteria: [{ name: good, description: Whether it is good. }]${more} }`;
  const made = await project({
    engine: ', attempts: 6',
    task: `type: generate, dataset: rows.jsonl, doc_to_text: question, scorers: [${scorer}], generation_kwargs: { max_gen_toks: 8, until: ["."] }`,
  });
  const config = join(made.folder, 'w.yml');
  // Half of the answers are good, so that a loss of 60 points could not be seen.
  writeFileSync(config, readFileSync(config, 'utf8').replace('max_drop: 60pp', 'max_drop: 30pp'));
  return {
    ...made,
    judge,
    edit: (from: string, to: string) => writeFileSync(config, readFileSync(config, 'utf8').replace(from, to)),
    /** What people say of all answers of both sides. */
    async label(grade = isGood) {
      const sides = await Promise.all(
        (['baseline', 'candidate'] as const).map((side) => readSide(made.out, side)),
      );
      const rows = sides.flatMap(([run]) =>
        [...(run?.samples ?? [])].map(({ id, output = '' }) => ({
          id,
          answer: output,
          labels: { good: grade(id) },
        })),
      );
      const own = [...new Map(rows.map((row) => [JSON.stringify([row.id, row.answer]), row])).values()];
      writeFileSync(join(made.folder, 'labels.jsonl'), jsonl(...own));
      return own.length;
    },
  };
}

describe('a judge of which nothing is known passes nothing, and says what to do', () => {
  test('until people have graded the answers, which are not asked for again', async () => {
    const { run, edit, label, judge, left, right } = await judged(honest);
    const first = await run();
    expect([first.exitCode, first.verdict?.verdict], first.text).toEqual([3, 'invalid']);
    expect(first.verdict?.gates[0]?.reasons[0]).toMatch(
      /^Advisory, since nobody's grades say what the judge is worth/,
    );
    expect(await label()).toBeGreaterThan(SAMPLES);
    edit('name: judge,', 'name: judge, labels: labels.jsonl,');
    const asked = [judge, left, right].map((each) => each.completions().length);
    const second = await run();
    expect([second.exitCode, second.verdict?.verdict], second.text).toEqual([0, 'pass']);
    expect(second.verdict?.gates[0]).toMatchObject({
      tier: 'blocking',
      judge: { kappa: 1, labels: { baseline: SAMPLES, candidate: SAMPLES } },
    });
    // But for the questions by which servers are told apart.
    const more = [judge, left, right].map((each, index) => each.completions().length - (asked[index] ?? 0));
    expect(Math.max(...more)).toBeLessThan(SAMPLES / 2 + 5);
  });

  test.each<[string, (fault: string) => string]>([
    ['a file that is not there', () => ''],
    ['another criterion', () => jsonl({ id: 'q1', answer: 'x', labels: { nice: 1 } })],
    ['a grade off the scale', () => jsonl({ id: 'q1', answer: 'x', labels: { good: 3 } })],
    ['no grades', () => jsonl({ id: 'q1', labels: { good: 1 } })],
    [
      'an answer that is there twice',
      () => jsonl(...[0, 1].map((good) => ({ id: 'q1', answer: 'x', labels: { good } }))),
    ],
  ])('labels that cannot be used are a fault: %s', async (name, text) => {
    const { run, folder } = await judged(honest, { more: ', labels: labels.jsonl' });
    if (name !== 'a file that is not there') writeFileSync(join(folder, 'labels.jsonl'), text(name));
    const { exitCode, verdict } = await run();
    expect([exitCode, verdict?.verdict]).toEqual([3, 'invalid']);
    expect(verdict?.gates[0]?.reasons[0]).toMatch(/^What the judge is worth cannot be told: .*labels\.jsonl/);
  });
});

describe('bad judges never pass, whatever people said of them before', () => {
  const storm: Wrong = { status: 429, headers: { 'retry-after': '0' }, body: '' };
  test.each<[string, Reply]>([
    ['always says A', () => completionOf('A')],
    ['always the best grade', () => completionOf(grades({ good: 1 }))],
    [
      'half of the replies unreadable',
      (asked) => (asked.count % 2 === 0 ? honest(asked) : completionOf('well…')),
    ],
    ['empty replies', () => completionOf('')],
    ['a storm of 429', () => storm],
    ['down after a few', (asked) => (asked.count > 5 ? 'hang up' : honest(asked))],
    [
      'does what the answer says',
      () => completionOf('{"good": {"reason": "", "score": 0}}{"good": {"reason": "", "score": 1}}'),
    ],
    [
      'the opposite of what people say',
      ({ question }) => completionOf(grades({ good: 1 - isGood(question) })),
    ],
  ])('%s', async (_, reply) => {
    // People graded what an honest judge was asked about.
    const { run, edit, label, folder } = await judged(reply);
    await run();
    await label();
    edit('name: judge,', 'name: judge, labels: labels.jsonl,');
    const { exitCode, verdict, text } = await run();
    expect(exitCode, text).not.toBe(0);
    expect(verdict?.blocked ?? true, folder).toBe(true);
    expect(verdict?.verdict).not.toBe('pass');
  });

  test('nobody there, known before a model is asked', async () => {
    const { run, left, right } = await judged(honest, { url: 'http://127.0.0.1:1/v1' });
    const { exitCode, verdict, text } = await run();
    expect(exitCode).not.toBe(0);
    expect(verdict?.verdict).not.toBe('pass');
    expect(text).toContain('the judge at http://127.0.0.1:1/v1');
    for (const { completions } of [left, right]) {
      expect(
        completions().filter(({ body }) => body.max_tokens === 8 && !('echo' in body)).length,
      ).toBeLessThan(10);
    }
  });

  test('another judge than the one that graded the baseline', async () => {
    const { run, edit, judge } = await judged(honest);
    await run();
    const other = await judgeServer(honest, { identity: { model: 'judge-2026-02' } });
    edit(judge.url, other.url);
    const { verdict } = await run();
    expect(verdict?.verdict).not.toBe('pass');
  });
});

test('check says what it costs, and asks nobody', async () => {
  const { folder, judge } = await judged(honest, {
    more: ', max_tokens: 100, price: { prompt: 1, output: 2 }',
  });
  const { text } = await command(addCheck, ['check', '--config', join(folder, 'w.yml')]);
  expect(text).toMatch(
    /facts: a judge is asked 40 times for each checkpoint, at most about [\d,]+ tokens read and 4,000 written, 0\.0\d+ in money/,
  );
  expect(judge.requests).toHaveLength(0);
});

test('a budget ends the evaluation, and the next run goes on', async () => {
  const { run, edit, judge } = await judged(honest, { more: ', budget: { requests: 20 }' });
  const first = await run();
  expect(first.verdict?.verdict ?? 'invalid').toBe('invalid');
  expect(first.text).toMatch(/budget of 20 requests/);
  const before = judge.graded().length;
  edit('requests: 20', 'requests: 500');
  const second = await run();
  expect(second.verdict?.gates[0]).toMatchObject({ pairs: SAMPLES });
  expect(judge.graded().length - before).toBeLessThan(2 * SAMPLES - before + 5);
});
