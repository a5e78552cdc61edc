import { describe, expect, test } from 'vitest';
import type { StoredRun } from '../../../../src/results/store/reader.ts';
import {
  answersTo,
  plannedDocuments,
  samplesArgument,
} from '../../../../src/tasks/runners/lm-eval/documents.ts';
import { plan, sample } from '../../../support/stored-run.ts';

type Sample = StoredRun['samples'][number];

const run = (samples: readonly Sample[], task = 'mmlu', fingerprint = {}): StoredRun => ({
  folder: '',
  incomplete: null,
  samples,
  record: {
    ...plan({ task, fingerprint: { harness: 'lm-evaluation-harness', ...fingerprint } }),
    ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: null },
  },
});
const of = (leaf: string, index: number, more: Partial<Sample> = {}): Sample => {
  const { group: _, cluster: _c, weight: _w, filter: _f, ...plain } = sample(index);
  return { ...plain, id: `${leaf}/hash${index}`, index, group: leaf, ...more };
};

const BASELINE = run([of('law', 0, { weight: 2 }), of('law', 1), of('law', 5), of('art', 0), of('art', 7)]);

describe('documents before the candidate has seen them', () => {
  test('are those of the baseline, by leaf', () => {
    const documents = plannedDocuments(BASELINE, 'mmlu');
    expect(documents).toMatchObject([
      { id: 'law/hash0', leaf: 'law', index: 0, group: 'law', weight: 2 },
      { leaf: 'law', index: 1 },
      { leaf: 'law', index: 5 },
      { leaf: 'art', index: 0 },
      { leaf: 'art', index: 7 },
    ]);
  });

  test.each([
    [null, /no whole run/],
    [{ ...BASELINE, incomplete: 'stopped' }, /no whole run/],
    [run([of('law', 0)], 'mmlu', { harness: 'weighbridge native' }), /not run with lm-evaluation-harness/],
    [run([of('law', 0)], 'mmlu', { limit: 10 }), /limit/],
    [run([of('law', 0, { filter: 'a' }), of('law', 0, { filter: 'b' })]), /several filters/],
  ])('are not known, and why: %#', (baseline, obstacle) => {
    expect(plannedDocuments(baseline, 'mmlu')).toMatchObject({ obstacle: expect.stringMatching(obstacle) });
  });
});

describe('a batch', () => {
  const documents = plannedDocuments(BASELINE, 'mmlu');
  if ('obstacle' in documents) throw new Error(documents.obstacle);
  const [law0, law1, law5, art0] = documents;

  test('is asked for by sorted ids, and no leaf is left out or empty', () => {
    const batch = [law5, law0].flatMap((each) => each ?? []);
    expect(samplesArgument(batch, documents)).toEqual({ law: [0, 5], art: [0] });
  });

  const batch = [law5, art0, law0].flatMap((each) => each ?? []);
  const answer = [of('law', 0), of('law', 5, { weight: 9 }), of('art', 0), of('art', 7)];

  test('is answered in the order of the plan, with the weights of the baseline and without fillers', () => {
    const answers = answersTo(batch, [run(answer)], 'mmlu');
    expect(answers.map(({ id }) => id)).toEqual(['law/hash5', 'art/hash0', 'law/hash0']);
    expect(answers.map(({ weight }) => weight)).toEqual([undefined, undefined, 2]);
  });

  test('may come leaf by leaf, and number equal documents anew', () => {
    const { group: _, ...plain } = of('law', 1);
    const leaf = run([{ ...plain, id: 'hash1#2' }], 'law');
    expect(
      answersTo(
        [law1].flatMap((each) => each ?? []),
        [leaf],
        'mmlu',
      ),
    ).toMatchObject([{ id: 'law/hash1' }]);
  });

  test.each([
    ['an answer that is missing', answer.slice(1), /document 0 of law was asked for/],
    ['another document', [of('law', 0, { id: 'law/other' }), ...answer.slice(1)], /not that of the baseline/],
  ])('%s is refused', (_, answers, message) => {
    expect(() => answersTo(batch, [run(answers)], 'mmlu')).toThrow(message);
  });
});
