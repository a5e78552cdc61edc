import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { CHOICE, project, SAMPLES, WRITE } from '../support/endpoint-project.ts';
import { type Imitation, openAiServer } from '../support/openai-server.ts';
import { readSide } from '../support/read-side.ts';

describe('two served models are compared', () => {
  test.each([
    ['by log-likelihoods', CHOICE],
    ['by what they write', WRITE],
  ])('%s', async (_, task) => {
    const { run, out } = await project({ task });
    const { exitCode, text, verdict } = await run();
    expect([exitCode, verdict?.verdict], text).toEqual([0, 'pass']);
    for (const side of ['baseline', 'candidate'] as const) {
      const [stored] = await readSide(out, side);
      expect(stored).toMatchObject({
        incomplete: null,
        record: { planned: SAMPLES, fingerprint: { engine: 'openai' } },
      });
      expect(stored?.samples).toHaveLength(SAMPLES);
      expect([...(stored?.samples ?? [])].every(({ usage }) => (usage?.prompt_tokens ?? 0) > 0)).toBe(true);
    }
  });

  test('and what one server knows, the other answers alike: each sample has the same numbers from two kinds', async () => {
    const { run, out } = await project({ base: { is: 'plain' }, tuned: { is: 'plain' } });
    await run();
    const other = await project();
    await other.run();
    const numbers = async (folder: string) =>
      [...((await readSide(folder, 'candidate'))[0]?.samples ?? [])]
        .map(({ id, choices }) => [id, choices])
        .sort();
    expect(await numbers(out)).toEqual(await numbers(other.out));
  });
});

describe('a server that cannot score', () => {
  test('is refused before anything is asked, with two ways out', async () => {
    const { run, left } = await project({ base: { is: 'silent' } });
    const { exitCode, text, verdict } = await run();
    expect(exitCode).toBe(4);
    expect(verdict).toBeNull();
    expect(text).toMatch(
      /gives no log-likelihoods of given texts: echo: [\s\S]*let the model write the letter[\s\S]*vLLM, SGLang or llama-server/,
    );
    expect(left.completions().length).toBeLessThan(20);
  });

  test('writes all the same', async () => {
    const { run } = await project({ base: { is: 'silent' }, tuned: { is: 'silent' }, task: WRITE });
    expect(await run()).toMatchObject({ exitCode: 0, verdict: { verdict: 'pass' } });
  });
});

describe('a reference that somebody serves', () => {
  const BOTH = `${CHOICE} }, says: { role: behaviour, ${WRITE}`;
  const beside = async (more: string) => project({ task: BOTH, more });
  let known: VerdictFile | null = null;
  const alone = async () => {
    known ??= (await (await project({ task: BOTH })).run()).verdict;
    return known;
  };
  const servedBy = async (imitation: Imitation) =>
    `reference: { url: "${(await openAiServer(imitation)).url}", model: large }`;
  const deciding = (verdict: VerdictFile | null) => [verdict?.verdict, verdict?.exitCode, verdict?.gates];

  test('is asked once the candidate was, and decides nothing', async () => {
    const { run, out } = await beside(await servedBy({ models: ['large'] }));
    const { verdict, text } = await run();
    expect(verdict?.reference?.unlike).toEqual([]);
    expect(verdict?.reference?.metrics.map(({ task, metric, pairs }) => [task, metric, pairs])).toEqual(
      expect.arrayContaining([
        ['facts', 'acc', SAMPLES],
        ['says', 'regex', SAMPLES],
      ]),
    );
    const [stored] = await readSide(out, 'reference');
    expect(stored?.record.side).toBe('reference');
    expect(text.indexOf('reference ')).toBeGreaterThan(text.lastIndexOf('candidate  '));
    expect(deciding(verdict)).toEqual(deciding(await alone()));
  });

  test('writes what it can, where it gives no likelihoods', async () => {
    const { run } = await beside(await servedBy({ is: 'silent', models: ['large'] }));
    const { verdict, text } = await run();
    expect(text).toMatch(/the reference is not shown beside the candidate: [\s\S]*no log-likelihoods/);
    expect(verdict?.reference?.metrics.map(({ task }) => task)).toEqual(['says']);
    expect(deciding(verdict)).toEqual(deciding(await alone()));
  });

  test.each([
    ['a server that is not there', 'reference: { url: "http://127.0.0.1:9/v1", model: large }'],
    ['a file that is none', 'reference: large.gguf'],
  ])('that is %s costs a warning', async (_, more) => {
    const { run } = await beside(more);
    const { verdict, text } = await run();
    expect(text).toContain('the reference is not shown beside the candidate');
    expect(verdict?.reference?.metrics).toEqual([]);
    expect(verdict?.reference?.unlike[0]?.reason).toContain('no results of the reference');
    expect(deciding(verdict)).toEqual(deciding(await alone()));
  });
});

describe('what the config says of endpoints', () => {
  test('a side may leave out what the engine says', async () => {
    const { run, folder, left } = await project();
    const text = readFileSync(join(folder, 'w.yml'), 'utf8')
      .replace(/candidate: .*/, `candidate: { model: tiny }`)
      .replace(/baseline: .*/, `baseline: { url: "${left.url}" }`)
      .replace('type: openai', `type: openai, model: tiny, url: "${left.url}"`);
    writeFileSync(join(folder, 'w.yml'), `${text}`);
    expect((await run()).text).not.toContain('an endpoint needs');
  });

  test.each([
    ['candidate: { url: "http://127.0.0.1:1/v1" }', /an endpoint needs the name of its model/],
    ['candidate: { model: tiny }', /an endpoint needs its address/],
  ])('%s is half of one', async (candidate, says) => {
    const { run, folder } = await project();
    const text = readFileSync(join(folder, 'w.yml'), 'utf8').replace(/candidate: .*/, candidate);
    writeFileSync(join(folder, 'w.yml'), text);
    const { exitCode, text: said } = await run();
    expect(exitCode).toBe(4);
    expect(said).toMatch(says);
  });

  test('serve needs the permission of the base branch', async () => {
    const { run } = await project({ engine: ', serve: { command: [llama-server] }' });
    const { exitCode, text } = await run();
    expect(exitCode).toBe(4);
    expect(text).toMatch(
      /the engine runs code of its own: the command of serve[\s\S]*allow: \[unsafe_code\]/,
    );
  });

  const SERVE = 'serve: { command: [llama-server, "{checkpoint}", "{port}"] }';
  test('a key beside a server of its own is refused', async () => {
    const { run } = await project({ engine: `, api_key_env: A_KEY, ${SERVE}` });
    expect(await run()).toMatchObject({
      exitCode: 4,
      text: expect.stringContaining('could read the key of another'),
    });
  });

  test.each([
    [', budget: { cost: 1 }', /needs to know what a token costs/],
    [
      ', serve: { command: [vllm, serve, "{checkpoint}"] }',
      /does not say where the checkpoint and the port go/,
    ],
  ])('%s is refused', async (engine, says) => {
    const { run } = await project({ engine });
    const { exitCode, text } = await run();
    expect(exitCode).toBe(4);
    expect(text).toMatch(says);
  });

  test('without an engine for endpoints a native task says how to get one', async () => {
    const { run, folder } = await project();
    const text = readFileSync(join(folder, 'w.yml'), 'utf8').replace(/engine: .*/, '');
    writeFileSync(join(folder, 'w.yml'), text);
    expect((await run()).text).toContain('add `engine: { type: openai }`');
  });
});
