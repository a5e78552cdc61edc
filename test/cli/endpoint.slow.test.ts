import { describe, expect, test } from 'vitest';
import { CHOICE, project, SAMPLES } from '../support/endpoint-project.ts';
import type { Asked, Imitation, Wrong } from '../support/openai-server.ts';
import { readSide } from '../support/read-side.ts';

/** Changes what is said of a question, and leaves the probe alone. */
const onQuestions =
  (wrong: (asked: Asked, right: Right) => Wrong | undefined): NonNullable<Imitation['hostile']> =>
  (asked, right) => {
    const { prompt = '' } = asked.body;
    const text = typeof prompt === 'string' ? prompt : String.fromCodePoint(...prompt);
    return /the (cat|mat|man|hat|dog|food)\d+ /.test(text) && asked.body.echo === true
      ? wrong(asked, right)
      : undefined;
  };
type Right = Parameters<NonNullable<Imitation['hostile']>>[1];

const everyFourth = (change: (values: (number | null)[]) => unknown) =>
  onQuestions(({ count }, right) => {
    const [choice] = right.choices;
    if (choice?.logprobs == null || count % 4 !== 0) return undefined;
    const { token_logprobs: values } = choice.logprobs;
    return {
      body: {
        ...right,
        choices: [{ ...choice, logprobs: { ...choice.logprobs, token_logprobs: change(values) } }],
      },
    };
  });

describe('a hostile server never makes a pass', () => {
  test.each<[string, NonNullable<Imitation['hostile']>, RegExp]>([
    ['that never answers a question', onQuestions(() => 'hang'), /no answer within 10 s/],
    ['that hangs up', onQuestions(() => 'hang up'), /the request failed/],
    [
      'that sends half an answer',
      onQuestions((_, right) => ({ half: JSON.stringify(right).slice(0, 100) })),
      /the request failed/,
    ],
    [
      'that sends half an answer as a whole one',
      onQuestions((_, right) => ({ body: JSON.stringify(right).slice(0, 100) })),
      /not JSON/,
    ],
    ['that sends a page', onQuestions(() => ({ body: '<html>' })), /not JSON/],
    [
      'that sends NaN',
      onQuestions((_, right) => ({ body: JSON.stringify(right).replace(/-\d\.\d+/, 'NaN') })),
      /not JSON/,
    ],
    ['that sends texts for numbers', everyFourth((values) => values.map(String)), /log-likelihoods of 0 of/],
    [
      'that sends an infinite body',
      onQuestions(() => ({ body: 'x'.repeat(34 * 1024 ** 2) })),
      /larger than|no answer within/,
    ],
    ['that sends another form', onQuestions(() => ({ body: { choices: [] } })), /not as expected/],
    [
      'that sends two choices',
      onQuestions((_, right) => ({ body: { ...right, choices: [...right.choices, ...right.choices] } })),
      /not as expected/,
    ],
    [
      'whose choice has another index',
      onQuestions((_, right) => ({ body: { ...right, choices: [{ ...right.choices[0], index: 1 }] } })),
      /not as expected/,
    ],
    [
      'that answers as another model',
      onQuestions(({ count }, right) => (count < 60 ? undefined : { body: { ...right, model: 'other' } })),
      /answered as "other"/,
    ],
    [
      'that counts fewer tokens than it was sent',
      onQuestions((_, right) => ({ body: { ...right, usage: { prompt_tokens: 3, completion_tokens: 1 } } })),
      /log-likelihoods of \d+ of 4 tokens/,
    ],
    [
      'that fails',
      onQuestions(() => ({ status: 500, body: 'out of memory' })),
      /answered 500: out of memory/,
    ],
    ['that has had enough', onQuestions(() => ({ status: 429, body: '' })), /answered 429/],
    [
      'that refuses',
      onQuestions(() => ({ status: 400, body: { error: 'maximum context length' } })),
      /answered 400: .*maximum context/,
    ],
  ])('%s', async (_, hostile, says) => {
    const { run, out } = await project({ tuned: { hostile } });
    const { exitCode, text, verdict } = await run();
    expect([exitCode, verdict?.verdict], text).toEqual([3, 'invalid']);
    expect(JSON.stringify(verdict) + text).toMatch(says);
    const [stored] = await readSide(out, 'candidate');
    expect(stored?.record.status.state).not.toBe('complete');
  });

  test.each<[string, (values: (number | null)[]) => unknown]>([
    ['null for some tokens', (values) => values.map((value, i) => (i === values.length - 2 ? null : value))],
    ['probabilities above 1', (values) => values.map((value) => (value === null ? null : -value))],
  ])('one with %s has samples without a score, which are counted', async (_, change) => {
    const { run, out } = await project({ tuned: { hostile: everyFourth(change) } });
    const { exitCode, verdict } = await run();
    expect([exitCode, verdict?.verdict]).toEqual([3, 'invalid']);
    const [stored] = await readSide(out, 'candidate');
    const unscored = [...(stored?.samples ?? [])].filter(({ scores }) => typeof scores.acc === 'object');
    expect(unscored.length).toBeGreaterThan(5);
    expect(unscored[0]?.scores.acc).toEqual({
      unscored: expect.stringMatching(/log-likelihood of choice \d is not a number/),
    });
  });

  test('one with every fault now and then loses nothing and counts nothing twice', async () => {
    const faults: (Wrong | undefined)[] = [
      { status: 503, body: '' },
      undefined,
      'hang up',
      undefined,
      { body: '{' },
      undefined,
      undefined,
      { half: '{"a":' },
      undefined,
      { status: 429, headers: { 'retry-after': '0' }, body: '' },
    ];
    const hostile = onQuestions(({ count }) => faults[count % faults.length]);
    const task = `${CHOICE}, limit: 8`;
    const troubled = await project({
      ...{ task, tuned: { hostile } },
      engine: ', attempts: 10, budget: { requests: 100000 }, price: { prompt: 1, output: 1 }',
    });
    const { exitCode, text, verdict } = await troubled.run();
    expect(verdict?.tasks[0], text).toMatchObject({ task: 'facts' });
    expect(exitCode).not.toBe(3);
    const quiet = await project({ task });
    await quiet.run();
    const samples = async (out: string) =>
      [...((await readSide(out, 'candidate'))[0]?.samples ?? [])].map(({ id, scores, choices, usage }) => ({
        id,
        scores,
        choices,
        usage,
      }));
    expect(await samples(troubled.out)).toEqual(await samples(quiet.out));
  });
});

describe('an evaluation that ends before it is through', () => {
  test.each([
    [', budget: { requests: 120 }', /the budget of 120 requests ends the evaluation/],
    [', budget: { tokens: 1200 }', /the budget of 1200 tokens ends the evaluation/],
    [
      ', price: { prompt: 1000, output: 1000 }, budget: { cost: 1.2 }',
      /the budget of 1.2 in money ends the evaluation/,
    ],
    [', task_deadline_seconds: 0.01', /the task took longer than 0.01 s/],
  ])('by %s is no pass', async (engine, says) => {
    const { run } = await project({ engine });
    const { exitCode, text, verdict } = await run();
    expect([exitCode, verdict?.verdict], text).toEqual([3, 'invalid']);
    expect(JSON.stringify(verdict) + text).toMatch(says);
  });

  test('is gone on with, and no sample is asked twice', async () => {
    let isDown = true;
    const hostile = onQuestions(({ count }) =>
      isDown && count > 90 ? { status: 400, body: 'down' } : undefined,
    );
    const { run, out, right } = await project({ tuned: { hostile } });
    expect((await run()).exitCode).toBe(3);
    const done = (await readSide(out, 'candidate'))[0]?.samples.length ?? 0;
    expect(done).toBeGreaterThan(5);
    isDown = false;
    const before = right.completions().length;
    expect(await run()).toMatchObject({ exitCode: 0, verdict: { verdict: 'pass' } });
    const asked = right
      .completions()
      .slice(before)
      .filter(({ body }) => body.echo === true).length;
    // Three choices of each sample that was left, and the probe.
    expect(asked).toBeLessThanOrEqual(3 * (SAMPLES - done) + 15);
  });
});
