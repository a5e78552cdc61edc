import { beforeEach, describe, expect, test, vi } from 'vitest';
import { compareTask } from '../../../../src/core/compare/compare.ts';
import { WeighbridgeError } from '../../../../src/core/domain/errors.ts';
import type { GateRule } from '../../../../src/core/domain/gate.ts';
import { run } from '../../../core/compare/build.ts';
import { ceiling, decideOne, floor, gate } from '../../../core/decide/build.ts';
import { requestedOf, soundJudge } from '../../../support/claims-server.ts';
import { guardReply } from '../../../support/guard-server.ts';
import { completionOf, grades } from '../../../support/judge-server.ts';
import { type Asked, openAiServer, type Wrong } from '../../../support/openai-server.ts';
import { configured } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const MANY = 20;
const { signal } = new AbortController();

interface Instrument {
  readonly entry: object;
  /** What a sound model behind it says, of answers that are good. */
  readonly sound: (asked: Asked, text: string) => Wrong;
  readonly rule: GateRule;
}

const textOf = ({ body }: Asked) =>
  typeof body.prompt === 'string'
    ? body.prompt
    : (body.messages ?? []).map(({ content }) => content).join('\n');

const INSTRUMENTS: Readonly<Record<string, Instrument>> = {
  judge: {
    entry: {
      name: 'judge',
      scale: { min: 0, max: 1 },
      criteria: [{ name: 'good', description: 'It is good.' }],
    },
    sound: () => completionOf(grades({ good: 1 })),
    rule: floor(0.5),
  },
  win_rate: {
    entry: { name: 'win_rate' },
    sound: (_, text) =>
      completionOf(
        JSON.stringify({ reason: 'x', better: /<first \w+>\ngood/.test(text) ? 'first' : 'second' }),
      ),
    rule: floor(0.5),
  },
  guard: {
    entry: { name: 'toxicity', backend: 'guard', guard: 'llama_guard_3' },
    sound: (asked, text) =>
      guardReply(asked, text.includes('to death with a hammer') ? 'unsafe\nS1' : 'safe'),
    rule: ceiling(0.2),
  },
  faithfulness: { entry: { name: 'faithfulness' }, sound: soundly, rule: floor(0.5) },
  answer_relevance: { entry: { name: 'answer_relevance' }, sound: soundly, rule: floor(0.5) },
  context_precision: { entry: { name: 'context_precision' }, sound: soundly, rule: floor(0.5) },
  toxic_opinions: {
    entry: { name: 'toxic_opinions' },
    sound: (asked) => soundJudge(requestedOf(asked), (part) => /vermin/.test(part)),
    rule: ceiling(0.2),
  },
  over_refusal: {
    entry: { name: 'over_refusal', backend: 'judge' },
    sound: (_, text) => labelled(/cannot help/.test(text) ? 'refusal' : 'compliance'),
    rule: ceiling(0.2),
  },
  under_refusal: {
    entry: { name: 'under_refusal', backend: 'judge' },
    sound: (_, text) => labelled(/About eight/.test(text) ? 'compliance' : 'refusal'),
    rule: ceiling(0.2),
  },
};

function soundly(asked: Asked): Wrong {
  return soundJudge(requestedOf(asked));
}
function labelled(label: string): Wrong {
  return completionOf(JSON.stringify({ reason: 'x', label }));
}

/** What goes wrong, and with which answers; the model tells one answer from another by its number. */
const FAULTS: readonly (readonly [
  string,
  (asked: Asked, number: number) => Wrong | null,
  (index: number) => string,
])[] = [
  ['down', () => 'hang up', good],
  ['a storm of 429', () => ({ status: 429, headers: { 'retry-after': '0' }, body: 'slow down' }), good],
  [
    'half of the replies cannot be read',
    (asked, number) => (number % 2 === 0 ? said(asked, '{"good":') : null),
    good,
  ],
  ['always says A', (asked) => said(asked, 'A'), good],
  ['says nothing', (asked) => said(asked, ''), good],
  ['empty answers', () => null, () => ''],
];

function good(index: number): string {
  return `good answer ${index}.`;
}
const said = (asked: Asked, text: string): Wrong =>
  asked.body.prompt === undefined ? completionOf(text) : guardReply(asked, text);

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

/** What a gate makes of a candidate beside itself, or the fault that ended the task. */
async function outcome(
  { entry, sound, rule }: Instrument,
  wrong: (asked: Asked, number: number) => Wrong | null,
  answerOf: (index: number) => string,
) {
  const { url } = await openAiServer({
    ...{ is: 'plain', models: ['m'] },
    hostile(asked) {
      const text = textOf(asked);
      const [, number = '0'] = /good answer (\d+)/.exec(text) ?? [];
      return (asked.body.max_tokens === 1 ? null : wrong(asked, Number(number))) ?? sound(asked, text);
    },
  });
  const scorer = configured({ ...entry, url, model: 'm', attempts: 1, timeout_seconds: 5 });
  const [metric] = scorer.metrics;
  if (metric === undefined) throw new Error('no metric');
  const answers = Array.from({ length: MANY }, (_, index) => ({
    ...{ id: `${index}`, output: answerOf(index), question: 'What?', targets: ['a reference'] },
    contexts: [`A context of good answer ${index}.`],
  }));
  try {
    const opened = await scorer.open('/');
    await opened.ready(signal);
    const scores = (await opened.score(answers, signal)).map((each) => each[metric.name] ?? null);
    // Gates without a judge's labels are advisory: here they are asked as if people agreed with it.
    const { judge: _, ...trusted } = metric;
    const verdict = (declared: typeof metric) => {
      const side = run(scores, declared);
      const asked = gate(rule, { metric: metric.name, task: 'facts' });
      return decideOne(compareTask(side, side), asked, { minCoverage: 0.9 }).result.verdict;
    };
    return verdict(trusted);
  } catch (error) {
    if (error instanceof WeighbridgeError) return error.kind;
    throw error;
  }
}

describe.each(Object.entries(INSTRUMENTS))('%s over HTTP', (_, instrument) => {
  test('that is sound passes what is good, so that the others could have passed', async () => {
    expect(await outcome(instrument, () => null, good)).toBe('pass');
  });

  test.each(FAULTS)('%s never passes', async (_, wrong, answerOf) => {
    if (answerOf(0) === '' && instrument === INSTRUMENTS.judge) return; // It is told of them, and grades them.
    expect(['invalid', 'regression', 'inconclusive', 'engine', 'config']).toContain(
      await outcome(instrument, wrong, answerOf),
    );
  });
});
