import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChoiceRequest, GenerateRequest, LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../../../src/tasks/runners/native/runner.ts';
import { bigramModel } from '../../../support/bigram-model.ts';

/** What lm-evaluation-harness asked and scored for the same tasks: written by lm-eval/golden.py. */
interface Golden {
  readonly lm_eval: string;
  readonly tasks: readonly (readonly {
    readonly context: string;
    readonly continuations?: readonly string[];
    readonly log_likelihoods?: readonly number[];
    readonly answer?: string;
    readonly scores: Readonly<Record<string, number>>;
  }[])[];
}

const FOLDER = join(import.meta.dirname, 'lm-eval');
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const golden: Golden = read('golden.json');
const tasks: Record<string, unknown>[] = read('tasks.json');
const CHAT = '{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}[assistant]';

/** The one difference: where all choices are equally likely, the harness takes the first, and we none. */
function ofAll({ log_likelihoods: likelihoods = [], scores }: Golden['tasks'][number][number]) {
  const isTie = likelihoods.length > 0 && new Set(likelihoods).size === 1;
  return isTie ? { ...scores, acc: { unscored: 'all choices are equally likely' } } : scores;
}

describe(`the native runner beside lm-evaluation-harness ${golden.lm_eval}`, () => {
  test.each(
    tasks.map((options, index) => [JSON.stringify(options), options, golden.tasks[index] ?? []] as const),
  )('%s', async (_, options, expected) => {
    const requests: (ChoiceRequest | GenerateRequest)[] = [];
    const answered = () => expected[requests.length - 1];
    const model: LoadedModel = {
      ...bigramModel({ chatTemplate: CHAT }),
      async scoreChoices(request) {
        requests.push(request);
        const likelihoods = answered()?.log_likelihoods ?? [];
        const scores = likelihoods.map((logLikelihood) => ({ logLikelihood, isGreedy: false, tokens: 1 }));
        return { scores, promptTokens: 1, truncatedTokens: 0 };
      },
      async generate(request) {
        requests.push(request);
        return { text: answered()?.answer ?? '', promptTokens: 1, outputTokens: 1, finish: 'stop' };
      },
    };
    const task = nativeTask.parse({ ...options, dataset: 'rows.jsonl' });
    const prepared = await nativeRunner.prepare('golden', task, FOLDER);
    const scores: unknown[] = [];
    await prepared.run({
      pending: prepared.samples,
      model,
      seed: 1,
      write: async (sample) => void scores.push(sample.scores),
      signal: new AbortController().signal,
    });
    expect(
      requests.map((request) =>
        'prompt' in request
          ? { context: request.prompt }
          : { context: request.context, continuations: request.continuations },
      ),
    ).toEqual(
      expected.map(({ context, continuations }) =>
        continuations ? { context, continuations } : { context },
      ),
    );
    expect(scores).toMatchObject(expected.map(ofAll));
    expect(scores.length).toBeGreaterThan(0);
  });
});
