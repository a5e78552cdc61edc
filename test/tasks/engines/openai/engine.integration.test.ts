import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Unconfirmed } from '../../../../src/tasks/engines/engine.ts';
import { openAi } from '../../../../src/tasks/engines/openai/engine.ts';
import { openAiOptions } from '../../../../src/tasks/engines/openai/options.ts';
import { faultOf } from '../../../support/fault.ts';
import {
  type Asked,
  closedForm,
  type Imitation,
  openAiServer,
  type Wrong,
} from '../../../support/openai-server.ts';

async function opened(imitation: Imitation = {}, options: object = {}, model = 'tiny') {
  const server = await openAiServer(imitation);
  const said: string[] = [];
  const settings = openAiOptions.parse({ attempts: 2, timeout_seconds: 5, ...options });
  const abort = new AbortController();
  const source = { kind: 'endpoint', url: server.url, model } as const;
  const open = () => openAi.open(source, settings, { status: (line) => said.push(line) }, abort.signal);
  const loaded = await open();
  onTestFinished(() => loaded.close());
  return { ...server, model: loaded, said, open };
}

const { logLikelihood } = closedForm();
const exact = (context: string, text: string): number => {
  const whole = [...(context + text)];
  return [...text].reduce(
    (sum, letter, i) => sum + logLikelihood(whole[context.length + i - 1] ?? '', letter),
    0,
  );
};
const QUESTION = {
  context: 'the cat',
  continuations: [' sat', ' ate the mat', ' man'],
  truncation: 'refuse' as const,
};

describe('log-likelihoods of given texts are those of the closed form', () => {
  test.each<[string, Imitation]>([
    ['in the tokens that the server tells', { is: 'vllm' }],
    ['in texts, where it tells none', { is: 'plain' }],
  ])('%s', async (_, imitation) => {
    const { model } = await opened(imitation);
    const answer = await model.scoreChoices(QUESTION);
    expect(answer).toMatchObject({ truncatedTokens: 0 });
    const scores = 'scores' in answer ? answer.scores : [];
    expect(scores.map(({ tokens }) => tokens)).toEqual([4, 12, 4]);
    for (const [i, { logLikelihood: found }] of scores.entries()) {
      expect(found).toBeCloseTo(exact(QUESTION.context, QUESTION.continuations[i] ?? ''), 9);
    }
  });

  test('white space at the end of the context is part of what follows', async () => {
    const { model } = await opened();
    const answer = await model.scoreChoices({
      ...QUESTION,
      context: 'the cat ',
      continuations: ['sat', 'man'],
    });
    const [sat] = 'scores' in answer ? answer.scores : [];
    expect(sat?.logLikelihood).toBeCloseTo(exact('the cat', ' sat'), 9);
    expect(sat?.tokens).toBe(4);
  });

  test('of a whole text, after the token that stands before every text', async () => {
    const { model } = await opened();
    const { logLikelihood: found, tokens } = await model.rollingLogLikelihood('the cat sat');
    expect(tokens).toBe(11);
    expect(found).toBeCloseTo(exact('\u0002', 'the cat sat'), 9);
  });

  test('of a text that is longer than the context', async () => {
    const { model } = await opened({ contextSize: 16 });
    const text = 'the cat sat on the mat. the dog ate';
    expect((await model.rollingLogLikelihood(text)).logLikelihood).toBeCloseTo(exact('\u0002', text), 9);
  });

  test('by prompt_logprobs, where echo says nothing', async () => {
    const hostile = ({ body }: Asked, right: { choices: readonly object[] }): Wrong | undefined => {
      if (body.prompt_logprobs === undefined)
        return body.echo === true
          ? { body: { ...right, choices: [{ ...right.choices[0], logprobs: null }] } }
          : undefined;
      const ids = body.prompt as readonly number[];
      const text = String.fromCodePoint(...ids);
      const all = ids.map((id, i) =>
        i === 0
          ? null
          : { [id]: { logprob: logLikelihood(text[i - 1] ?? '', text[i] ?? '') }, 1: { logprob: -0.01 } },
      );
      return { body: { ...right, choices: [{ ...right.choices[0], prompt_logprobs: all }] } };
    };
    // The planted check wants a likeliest token, which this server's made-up one hides.
    const fault = await faultOf(async () => {
      const { model } = await opened({ hostile });
      throw model.withoutLikelihoods;
    });
    expect(fault.text).toContain('prompt_logprobs: what the model itself says was never its likeliest');
  });
});

describe('what is generated', () => {
  test.each<[string, Imitation, object]>([
    ['by tokens', { is: 'vllm' }, {}],
    ['by a text', { is: 'plain' }, {}],
    ['in chat turns', { is: 'plain' }, { api: 'chat' }],
  ])('%s', async (_, imitation, options) => {
    const { model, completions } = await opened(imitation, options);
    const isChat = 'api' in options;
    const prompt = isChat ? JSON.stringify([{ role: 'user', content: 'a hat' }]) : 'a hat';
    const request = { prompt, specialTokens: isChat, temperature: 0, seed: 7, maxTokens: 12 };
    const whole = await model.generate({ ...request, stop: [] });
    expect(whole).toMatchObject({ finish: 'length', outputTokens: 12 });
    const text = 'text' in whole ? whole.text : '';
    expect(text).toHaveLength(12);
    const stop = [text.slice(4, 6)];
    const cut = await model.generate({ ...request, stop });
    expect(cut).toMatchObject({ finish: 'stop', text: text.slice(0, text.indexOf(stop[0] ?? '')) });
    expect(completions().at(-1)?.body).toMatchObject({
      temperature: 0,
      seed: 7,
      max_tokens: 12,
      model: 'tiny',
    });
  });

  test('a chat template of the server leaves the turns to it', async () => {
    const { model } = await opened({ is: 'plain' }, { api: 'chat' });
    expect(model.chatTemplate?.template).toContain('messages');
    const fault = await faultOf(() =>
      model.generate({
        prompt: 'a plain text',
        specialTokens: false,
        temperature: 0,
        seed: 1,
        maxTokens: 4,
        stop: [],
      }),
    );
    expect(fault.text).toMatch(/asks in chat turns[\s\S]*apply_chat_template: true/);
  });

  test('nothing of the checkpoint’s own sampling defaults is left in force', async () => {
    const { model, completions } = await opened();
    await model.generate({
      prompt: 'a',
      specialTokens: false,
      temperature: 1,
      seed: 1,
      maxTokens: 4,
      stop: [],
    });
    expect(completions().at(-1)?.body).toMatchObject({
      top_p: 1,
      top_k: -1,
      min_p: 0,
      repetition_penalty: 1,
    });
  });
});

test.each<[string, Imitation, object]>([
  ['completions', { is: 'vllm' }, {}],
  ['llama-server', { is: 'llama-server' }, {}],
])(
  'an answer says how long the request took, and the engine on what, by %s',
  async (_, imitation, options) => {
    const { model } = await opened(imitation, options);
    const request = {
      prompt: 'the cat',
      specialTokens: false,
      temperature: 0,
      seed: 1,
      maxTokens: 4,
      stop: [],
    };
    const answer = await model.generate(request);
    const { seconds = 0, firstTokenSeconds = 0 } = 'timing' in answer ? (answer.timing ?? {}) : {};
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(5);
    expect(firstTokenSeconds).toBeLessThanOrEqual(seconds);
    expect(model.machine).toMatch(/^127\.0\.0\.1, asked from (linux|darwin|win32) /);
  },
);

describe('what does not fit', () => {
  test('is an overflow in tokens, and never sent', async () => {
    const { model, completions } = await opened({ contextSize: 24 });
    const before = completions().length;
    const long = 'the cat sat on the mat.';
    expect(await model.scoreChoices({ ...QUESTION, context: long })).toMatchObject({
      overflow: { context: 24 },
    });
    const request = { prompt: long, specialTokens: false, temperature: 0, seed: 1, maxTokens: 4, stop: [] };
    expect(await model.generate({ ...request, prompt: long + long })).toMatchObject({
      overflow: { tokens: 48 },
    });
    expect(completions()).toHaveLength(before);
  });

  test('is cut from the left where the task says so', async () => {
    const { model } = await opened({ contextSize: 16 });
    const answer = await model.scoreChoices({
      context: 'the cat sat on the',
      continuations: [' mat'],
      truncation: 'left',
    });
    expect(answer).toMatchObject({ truncatedTokens: 7 });
  });

  test('a context that nobody tells has to be written', async () => {
    const fault = await faultOf(() => opened({ contextSize: null }));
    expect(fault.text).toMatch(/does not say how long its context is[\s\S]*engine.context_size/);
    const { model } = await opened({ contextSize: null }, { context_size: 100 });
    expect(model.contextSize).toBe(100);
  });
});

describe('a server that cannot tell log-likelihoods is refused for them, with the reason and two ways out', () => {
  const broken =
    (
      change: (logprobs: { token_logprobs: (number | null)[] }, prompt: unknown) => object,
    ): NonNullable<Imitation['hostile']> =>
    ({ body }, right) => {
      const [choice] = right.choices;
      if (body.echo !== true || choice?.logprobs == null) return undefined;
      return {
        body: {
          ...right,
          choices: [{ ...choice, logprobs: { ...choice.logprobs, ...change(choice.logprobs, body.prompt) } }],
        },
      };
    };
  let noise = 0;
  test.each<[string, Imitation, RegExp]>([
    ['that ignores echo', { is: 'silent' }, /log-likelihoods of 1 of \d+ tokens/],
    [
      'of zeros',
      { is: 'plain', hostile: broken((l) => ({ token_logprobs: l.token_logprobs.map(() => 0) })) },
      /two different texts had the same/,
    ],
    [
      'of the same for every text',
      { is: 'plain', hostile: broken((l) => ({ token_logprobs: l.token_logprobs.map(() => -1) })) },
      /two different texts had the same/,
    ],
    [
      'without some',
      {
        is: 'plain',
        hostile: broken((l) => ({
          token_logprobs: l.token_logprobs.map((v, i) => (i % 5 === 4 ? null : v)),
        })),
      },
      /not every token has/,
    ],
    [
      'above 1',
      {
        is: 'plain',
        hostile: broken((l) => ({ token_logprobs: l.token_logprobs.map((v) => (v === null ? v : -v)) })),
      },
      /not every token has/,
    ],
    [
      'that says another number each time',
      {
        is: 'plain',
        hostile: broken((l) => {
          noise += 3;
          return { token_logprobs: l.token_logprobs.map((v) => (v === null ? v : v - noise)) };
        }),
      },
      /the same text had a log-likelihood of/,
    ],
    [
      'one short',
      { is: 'plain', hostile: broken((l) => ({ token_logprobs: l.token_logprobs.slice(1) })) },
      /log-likelihoods of \d+ of \d+ tokens/,
    ],
    [
      'of the reverse',
      {
        is: 'plain',
        hostile: broken((l) => ({ token_logprobs: l.token_logprobs.map((v) => (v === null ? v : -10 - v)) })),
      },
      /less likely than something else|never its likeliest/,
    ],
  ])('%s', async (_, imitation, reason) => {
    const { model } = await opened(imitation);
    expect(model.withoutLikelihoods?.message).toMatch(reason);
    expect(model.withoutLikelihoods?.fix).toMatch(/write the letter[\s\S]*or serve it with/);
  });

  test('of chat, whose texts are generated all the same', async () => {
    const { model } = await opened({ is: 'plain' }, { api: 'chat' });
    expect(model.withoutLikelihoods?.message).toContain('the chat API gives none');
  });
});

describe('what the fingerprint says', () => {
  test('is what was found out, and the model is the identity’s', async () => {
    const { model, url, said } = await opened();
    expect(model.fingerprint).toMatchObject({
      engine: 'openai',
      engine_version: 'vllm 0.28.0, greedy repeats equal',
      engine_settings: 'context 512, api completions, log-likelihoods by echo, BOS one',
    });
    expect(model.identity.source).toBe(`tiny at ${url} (weights not identified)`);
    expect(said[0]).toContain('log-likelihoods by echo, greedy repeats equal, context 512');
  });

  test('another model behind the same name is another identity', async () => {
    const [one, other] = [await opened(), await opened({ corpus: 'a bad bag had a bat. ' })];
    expect(one.model.identity.digest).not.toBe(other.model.identity.digest);
    const again = await one.open();
    expect(again.identity).toEqual(one.model.identity);
    expect(again.fingerprint).toEqual(one.model.fingerprint);
    await again.close();
  });

  test('a server that loads another model meanwhile is noticed', async () => {
    const models: NonNullable<Imitation['models']>[number][] = ['tiny', 'other'];
    const { model } = await opened({ models });
    await model.assertUnchanged?.();
    models.shift();
    models.push('tiny');
    await model.assertUnchanged?.();
    models.splice(0, 2, { id: 'tiny', root: '/models/new' });
    await expect(model.assertUnchanged?.()).rejects.toThrow('changed during the evaluation');
  });

  test('one that no longer says what it serves is neither the same nor another', async () => {
    const models: NonNullable<Imitation['models']>[number][] = ['tiny'];
    const { model } = await opened({ models });
    models.splice(0, 1, 'another');
    const gone = await model.assertUnchanged?.().catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(Unconfirmed);
    expect(String(gone)).toMatch(/still serves the same is not known: .*has no model "tiny"/);
    models.splice(0, 1, 'tiny');
    await model.assertUnchanged?.();
    await model.close();
    await expect(model.assertUnchanged?.()).rejects.toThrow('it was not asked any more');
  });

  test('what a server says of itself is cut, and steers no terminal', async () => {
    const hostile = '\u001b]0;mine\u0007\u001b[2J\r\n::error::x\u202e\u009b';
    const { model, said } = await opened({ version: `1.0 ${hostile}${'9'.repeat(10_000)}` });
    for (const text of [model.fingerprint.engine_version, ...said]) {
      expect(text).toMatch(/^vllm 1\.0 /);
      expect(text.length).toBeLessThan(300);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  test('a server whose greedy answers differ says so', async () => {
    const hostile: NonNullable<Imitation['hostile']> = ({ count, body }, right) =>
      body.echo === true
        ? undefined
        : { body: { ...right, choices: [{ ...right.choices[0], text: `${count}` }] } };
    const { model } = await opened({ is: 'silent', hostile });
    expect(model.fingerprint.engine_version).toContain('greedy repeats differ');
  });
});

describe('faults of the address', () => {
  test.each<[string, Imitation, object, string, RegExp, string]>([
    ['a model that is not there', { models: ['a', 'b'] }, {}, 'c', /no model "c"[\s\S]*"a", "b"/, 'config'],
    [
      'a key that is refused',
      { hostile: () => ({ status: 401, body: { error: 'no' } }) },
      {},
      'tiny',
      /answered 401[\s\S]*api_key_env/,
      'config',
    ],
    [
      'a route that is not there',
      { hostile: () => ({ status: 404, body: {} }) },
      {},
      'tiny',
      /answered 404/,
      'config',
    ],
  ])('%s', async (_, imitation, options, model, says, kind) => {
    const fault = await faultOf(() => opened(imitation, options, model));
    expect(fault).toMatchObject({ kind, text: expect.stringMatching(says) });
  });

  test('nobody there', async () => {
    const source = { kind: 'endpoint', url: 'http://127.0.0.1:1/v1', model: 'x' } as const;
    const fault = await faultOf(() =>
      openAi.open(source, openAiOptions.parse({}), { status: () => {} }, new AbortController().signal),
    );
    expect(fault).toMatchObject({
      kind: 'engine',
      text: expect.stringContaining('nobody at http://127.0.0.1:1/v1 lists models'),
    });
  });

  test('the key goes with every request', async () => {
    vi.stubEnv('THE_KEY', 'sesame');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { requests } = await opened({}, { api_key_env: 'THE_KEY' });
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sesame']));
  });

  test('the key of the engine’s server goes to no other', async () => {
    vi.stubEnv('THE_KEY', 'sesame');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const server = await openAiServer();
    const options = openAiOptions.parse({ api_key_env: 'THE_KEY', url: 'http://127.0.0.1:1/v1' });
    const source = { kind: 'endpoint', url: server.url, model: 'tiny' } as const;
    const fault = await faultOf(() =>
      openAi.open(source, options, { status: () => {} }, new AbortController().signal),
    );
    expect(fault.text).toContain('the key in THE_KEY is for http://127.0.0.1:1, and not for');
    expect(server.requests).toEqual([]);
  });

  test('a model that is another in the middle', async () => {
    const { model } = await opened({
      hostile: ({ count }, right) => (count > 30 ? { body: { ...right, model: 'another' } } : undefined),
    });
    const fault = await faultOf(async () => {
      for (let i = 0; i < 30; i++) await model.scoreChoices(QUESTION);
    });
    expect(fault.text).toContain('answered as "another", and at first as "tiny"');
  });
});
