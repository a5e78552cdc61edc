import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addCheck } from '../../src/cli/check.ts';
import { command } from '../red-team/attempt.ts';
import { claimsServer, type Requested, soundJudge } from '../support/claims-server.ts';
import { project, SAMPLES } from '../support/endpoint-project.ts';
import { completionOf, grades } from '../support/judge-server.ts';
import type { Wrong } from '../support/openai-server.ts';
import { readSide } from '../support/read-side.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

/** To people the answer to a question with an even number is faithful. */
const isFaithful = (id: string) => /[02468]$/.test(id);
const asksFaithful = ({ text }: Requested) => isFaithful(/<question \w+>\n(.*)\n/.exec(text)?.[1] ?? '');

/** An answer is one claim, beside those by which a judge is known. */
function honest(requested: Requested): Wrong | undefined {
  if (requested.kind === 'parts') return completionOf(JSON.stringify({ claims: [requested.answer.trim()] }));
  return [...requested.parts.values()].some((part) => part.includes('Alden'))
    ? soundJudge(requested)
    : soundJudge(requested, () => asksFaithful(requested));
}

async function gated(reply: (requested: Requested) => Wrong | undefined, more = '') {
  const judge = await claimsServer(reply);
  const scorer = `{ name: faithfulness, url: "${judge.url}", model: judge, attempts: 1${more} }`;
  const made = await project({
    engine: ', attempts: 6',
    task: `type: generate, dataset: rows.jsonl, doc_to_text: question, doc_to_contexts: choices, scorers: [${scorer}], generation_kwargs: { max_gen_toks: 8, until: ["."] }`,
  });
  const config = join(made.folder, 'w.yml');
  const edit = (from: string, to: string) =>
    writeFileSync(config, readFileSync(config, 'utf8').replace(from, to));
  edit('metric: facts, max_drop: 60pp', 'metric: facts/faithfulness.strict, max_drop: 30pp');
  const label = async () => {
    const sides = await Promise.all(
      (['baseline', 'candidate'] as const).map((side) => readSide(made.out, side)),
    );
    const rows = sides.flatMap(([run]) =>
      [...(run?.samples ?? [])].map(({ id, output = '' }) => ({
        ...{ id, answer: output, labels: { faithful: Number(isFaithful(id)) } },
      })),
    );
    const own = new Map(rows.map((row) => [JSON.stringify([row.id, row.answer]), row]));
    writeFileSync(join(made.folder, 'labels.jsonl'), jsonl(...own.values()));
  };
  return { ...made, judge, edit, label };
}

describe('faithfulness, from the config to the verdict', () => {
  test('is advisory until people have labelled answers, and then passes', async () => {
    const { run, edit, label, judge } = await gated(honest);
    const first = await run();
    expect([first.exitCode, first.verdict?.verdict], first.text).toEqual([3, 'invalid']);
    await label();
    edit('name: faithfulness,', 'name: faithfulness, labels: labels.jsonl,');
    const asked = judge.asked().length;
    const second = await run();
    expect([second.exitCode, second.verdict?.verdict], second.text).toEqual([0, 'pass']);
    expect(second.verdict?.gates[0]).toMatchObject({
      tier: 'blocking',
      judge: { metric: 'faithfulness.strict', kappa: 1, labels: { baseline: SAMPLES, candidate: SAMPLES } },
    });
    // But for what a judge has to tell apart, once a side.
    expect(judge.asked().length).toBe(asked + 2);
  });

  test.each<[string, (requested: Requested) => Wrong | undefined]>([
    [
      'always says yes',
      (requested) =>
        requested.kind === 'parts'
          ? undefined
          : completionOf(grades(Object.fromEntries([...requested.parts.keys()].map((key) => [key, 1])))),
    ],
    ['always says A', () => completionOf('A')],
    ['is down', () => 'hang up'],
  ])('a judge that %s ends it before a model is asked', async (_, reply) => {
    const { run, left, right } = await gated(reply);
    const { exitCode, verdict } = await run();
    expect(exitCode).not.toBe(0);
    expect(verdict?.verdict).not.toBe('pass');
    for (const { completions } of [left, right])
      expect(
        completions().filter(({ body }) => body.max_tokens === 8 && !('echo' in body)).length,
      ).toBeLessThan(10);
  });

  test.each<[string, (requested: Requested) => Wrong | undefined]>([
    [
      'finds no claims',
      (requested) => (requested.kind === 'parts' ? completionOf('{"claims": []}') : undefined),
    ],
    [
      'is unreadable on half of the answers',
      (requested) =>
        requested.kind === 'parts' && asksFaithful(requested) ? completionOf('well…') : honest(requested),
    ],
  ])('one that %s leaves no verdict to pass by', async (_, reply) => {
    const { run, edit, label } = await gated(reply);
    await run();
    await label();
    edit('name: faithfulness,', 'name: faithfulness, labels: labels.jsonl,');
    const { exitCode, verdict } = await run();
    expect([exitCode, verdict?.verdict]).toEqual([3, 'invalid']);
  });
});

test('check says what both requests cost, and asks nobody', async () => {
  const { folder, judge } = await gated(honest, ', max_tokens: 100, price: { prompt: 1, output: 2 }');
  const { text } = await command(addCheck, ['check', '--config', join(folder, 'w.yml')]);
  expect(text).toMatch(/facts: a judge is asked 80 times for each checkpoint.* 8,000 written/);
  expect(judge.requests).toHaveLength(0);
});

test('contexts that are not named are an error of check', async () => {
  const { folder, edit } = await gated(honest);
  edit('doc_to_contexts: choices, ', '');
  const { exitCode, text } = await command(addCheck, ['check', '--config', join(folder, 'w.yml')]);
  expect([exitCode, text]).toEqual([
    4,
    expect.stringMatching(/faithfulness judges by contexts: name their field/),
  ]);
});
