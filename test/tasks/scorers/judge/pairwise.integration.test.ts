import { beforeEach, describe, expect, test, vi } from 'vitest';
import { completionOf } from '../../../support/judge-server.ts';
import { openAiServer, type Wrong } from '../../../support/openai-server.ts';
import { answer, configured, issuesOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

// Pins win_rate, win_rate.flipped.

const { signal } = new AbortController();
const entry = (url: string, options: object = {}) => ({
  ...{ name: 'win_rate', url, model: 'judge', timeout_seconds: 5, attempts: 2, ...options },
});
const says = (better: string) => completionOf(JSON.stringify({ reason: 'because', better }));

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

/** A judge that is shown two answers. */
async function comparing(reply: (first: string, second: string) => Wrong) {
  return openAiServer({
    ...{ is: 'plain', models: ['judge'] },
    hostile({ body }) {
      const said = body.messages?.at(-1)?.content ?? '';
      const [, mark = ''] = /<first (\w+)>/.exec(said) ?? [];
      const block = (name: string) =>
        said.split(`<${name} ${mark}>\n`)[1]?.split(`\n</${name} ${mark}>`)[0] ?? '';
      return body.max_tokens === 1 ? says('tie') : reply(block('first'), block('second'));
    },
  });
}

async function scored(url: string, output: string, reference: string) {
  const opened = await configured(entry(url)).open('/');
  const [scores] = await opened.score([{ ...answer(output, reference), question: 'What?' }], signal);
  return scores;
}

const longer = (first: string, second: string) =>
  says(first.length === second.length ? 'tie' : first.length > second.length ? 'first' : 'second');

describe('a judge that compares', () => {
  test.each([
    ['a better answer wins', 'a long answer', 'short', { win: 1, flipped: 0 }],
    ['a worse one loses', 'short', 'a long answer', { win: 0, flipped: 0 }],
    ['equals tie', 'equal', 'alike', { win: 0.5, flipped: 0 }],
  ])('%s, in both orders', async (_, output, reference, { win, flipped }) => {
    const { url, completions } = await comparing(longer);
    expect(await scored(url, output, reference)).toEqual({
      win_rate: win,
      'win_rate.length_controlled': { parts: [win, output.length - reference.length] },
      'win_rate.flipped': flipped,
    });
    expect(completions().filter(({ body }) => body.max_tokens !== 1)).toHaveLength(2);
  });

  test('one that always says the first has ties alone, all of which turned', async () => {
    const { url } = await comparing(() => says('first'));
    expect(await scored(url, 'good', 'bad')).toMatchObject({ win_rate: 0.5, 'win_rate.flipped': 1 });
  });

  test('an empty answer loses, and nobody is asked', async () => {
    const { url, completions } = await comparing(() => says('tie'));
    expect(await scored(url, ' \n', 'a reference')).toMatchObject({ win_rate: 0, 'win_rate.flipped': 0 });
    // But for who the judge is.
    expect(completions()).toHaveLength(1);
  });

  test.each([
    ['A, always', completionOf('A')],
    ['a verdict of its own', says('both')],
    ['two verdicts', completionOf('{"reason":"x","better":"first"}{"reason":"x","better":"second"}')],
    ['a key twice', completionOf('{"reason":"x","better":"first","better":"second"}')],
    ['nothing', completionOf('')],
  ])('%s leaves the answer unscored, never a tie', async (_, wrong) => {
    const { url } = await comparing((first) => (first === 'good' ? wrong : says('first')));
    const unscored = { unscored: expect.stringMatching(/the reply of the judge/) };
    expect(await scored(url, 'good', 'bad')).toEqual({
      ...{ win_rate: unscored, 'win_rate.length_controlled': unscored, 'win_rate.flipped': unscored },
    });
  });
});

test('is advisory without labels, by its own agreement for both of its rates', () => {
  const { metrics, labels } = configured(entry('http://127.0.0.1:9', { labels: 'people.jsonl' }));
  const judge = { min: 0, max: 1, step: 0.5, of: ['win_rate'] };
  expect(metrics).toMatchObject([
    { name: 'win_rate', unit: 'rate', judge },
    { name: 'win_rate.length_controlled', kind: 'corpus', aggregate: 'win_rate_length_controlled', judge },
    { name: 'win_rate.flipped', direction: 'lower_is_better' },
  ]);
  expect(labels?.metrics).toEqual(new Map([['better', 'win_rate']]));
});

test.each([
  ['no model', { url: undefined, model: undefined }, 'set url and model'],
  ['a template beside a criterion', { template: 'mt_bench', criterion: 'Shorter is better.' }, 'leave one'],
  ['an unknown template', { template: 'arena' }, 'template'],
])('%s is refused', (_, options, message) => {
  expect(issuesOf(entry('http://127.0.0.1:9', options))).toContain(message);
});

test.each([[[]], [['']], [['a', 'b']]])('references %j are refused', (targets) => {
  expect(configured(entry('http://127.0.0.1:9')).checkTargets(targets)).toMatch(/one reference/);
});
