import { beforeEach, expect, test, vi } from 'vitest';
import { evaluateSide } from '../../../../src/tasks/runners/evaluate.ts';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../../../src/tasks/runners/native/runner.ts';
import type { Progress } from '../../../../src/tasks/runners/progress.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { grades } from '../../../support/judge-server.ts';
import { readSide } from '../../../support/read-side.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';

/** What happened, in order. */
const events: string[] = [];
let dies = false;

vi.mock('../../../../src/tasks/engines/llama-cpp/assistant.ts', () => ({
  findAssistant: async () => ({
    inputs: ['sha256:judge'],
    chatTemplate: { template: '{{ messages[-1].content }}', bosToken: '', eosToken: '' },
    async complete() {
      events.push('judge asked');
      if (dies) throw new Error('out of memory');
      const counts = { promptTokens: 1, outputTokens: 1, shares: null };
      return { text: grades({ helpful: 4 }), finish: 'stop', ...counts };
    },
    close: async () => void events.push('judge closed'),
  }),
}));

beforeEach(() => {
  events.length = 0;
  dies = false;
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

async function evaluate(out: string, holdsMemory: boolean, progress: (of: Progress) => void = () => {}) {
  const directory = temporaryFolder({
    'asks.jsonl': jsonl(...[1, 2, 3].map((id) => ({ id, question: `the ${id} ` }))),
  });
  const options = nativeTask.parse({
    ...{ type: 'generate', dataset: 'asks.jsonl', doc_to_target: '', apply_chat_template: false },
    scorers: [
      { name: 'judge', checkpoint: 'j.gguf', criteria: [{ name: 'helpful', description: 'It helps.' }] },
    ],
  });
  const open = async () => {
    events.push('model opened');
    const model = bigramModel();
    return {
      ...model,
      ...(holdsMemory ? { holdsMemory: true as const } : {}),
      async generate(request: Parameters<typeof model.generate>[0]) {
        events.push('model asked');
        return model.generate(request);
      },
      close: async () => void events.push('model closed'),
    };
  };
  const config = { name: 'asks', role: 'general', primaryMetric: 'judge' } as const;
  const prepared = await nativeRunner.prepare('asks', options, directory);
  const { signal } = new AbortController();
  return evaluateSide({
    side: 'candidate',
    tasks: [{ config, prepared }],
    out,
    seed: 1,
    open,
    signal,
    progress,
  });
}

const samplesIn = async (out: string) => [...((await readSide(out, 'candidate'))[0]?.samples ?? [])];
const THREE = (event: string) => Array.from({ length: 3 }, () => event);

test('one model at a time is in memory: the judge is loaded when the evaluated one has left', async () => {
  const out = temporaryFolder();
  const told: string[] = [];
  await evaluate(out, true, ({ task, done, planned }) => told.push(`${task} ${done}/${planned}`));
  expect(events).toEqual([
    ...['judge asked', 'judge closed', 'model opened'],
    ...[...THREE('model asked'), 'model closed', ...THREE('judge asked'), 'judge closed'],
  ]);
  expect(told).toEqual([
    ...['asks 1/3', 'asks 2/3', 'asks 3/3'],
    ...['asks, scores 1/3', 'asks, scores 2/3', 'asks, scores 3/3'],
  ]);
  expect((await samplesIn(out)).map(({ scores }) => scores.judge)).toEqual([4, 4, 4]);
});

test('an endpoint stays open, since it holds no memory here', async () => {
  await evaluate(temporaryFolder(), false);
  expect(events.slice(-2)).toEqual(['judge closed', 'model closed']);
});

test('a judge that cannot be loaded costs no answer: the next run asks the judge alone', async () => {
  const out = temporaryFolder();
  let asked = 0;
  await evaluate(out, true, ({ done }) => {
    asked += 1;
    // After the answers, before the scores.
    if (done === 3) dies = true;
  });
  expect(asked).toBe(3);
  expect(await samplesIn(out)).toEqual([]);
  dies = false;
  events.length = 0;
  await evaluate(out, true);
  expect(events).not.toContain('model asked');
  expect(await samplesIn(out)).toHaveLength(3);
});
