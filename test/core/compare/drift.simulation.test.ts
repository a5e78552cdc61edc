import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DriftRequest, driftOf } from '../../../src/core/compare/drift.ts';
import type { MeasuredDrift, TaskDrift } from '../../../src/core/domain/drift.ts';
import type { RunRecord, TaskRun } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { ACC, record, sample } from './build.ts';

const reader = {
  refuses: (text: string) => text.startsWith('I cannot'),
  language: (text: string) => (text.startsWith('der') ? 'de' : 'en'),
};
const options = { reader, minCoverage: 0.99 };

type Say = (index: number, random: () => number) => string | undefined;

function chat(
  say: Say,
  { count = 60, seed = 1, ...overrides }: Partial<RunRecord> & { count?: number } = {},
  each: (index: number) => Partial<SampleRecord> = () => ({}),
): TaskRun {
  const random = mulberry32(seed);
  const samples = Array.from({ length: count }, (_, index) => {
    const output = say(index, random);
    return sample(`p${index}`, {}, { ...(output === undefined ? {} : { output }), ...each(index) });
  });
  return { record: record({ task: 'chat', planned: count, ...overrides }), samples };
}

const WORDS = 'alpha beta gamma delta river stone window lamp paper chair garden street'.split(' ');
const prose =
  (length: number) =>
  (index: number, random: () => number): string =>
    Array.from({ length: length + (index % 7) + Math.floor(4 * random()) }, () =>
      String(WORDS[Math.floor(WORDS.length * random())]),
    ).join(' ');

const baseline = chat(prose(20));
const requestOf = (candidate: TaskRun | null, more: Partial<DriftRequest> = {}): DriftRequest => ({
  task: 'chat',
  runs: { baseline, candidate },
  unlike: null,
  ...more,
});

function only(drifts: readonly TaskDrift[]): TaskDrift {
  const [first] = drifts;
  if (first === undefined) throw new Error('no task');
  return first;
}

const driftTo = (say: Say, more: Parameters<typeof chat>[1] = {}) =>
  only(driftOf([requestOf(chat(say, { seed: 2, ...more }))], options));

const measured = (drift: TaskDrift): MeasuredDrift[] =>
  drift.features.filter((feature): feature is MeasuredDrift => feature.status !== 'not measured');
const movedIn = (drift: TaskDrift) =>
  measured(drift)
    .filter(({ status }) => status === 'moved')
    .map(({ feature }) => feature);
const featureOf = (drift: TaskDrift, name: string) => measured(drift).find(({ feature }) => feature === name);

describe('a planted drift is named', () => {
  test('nothing is, of two models that write alike', () => {
    const drift = driftTo(prose(20));
    expect(measured(drift).map(({ status }) => status)).toEqual(Array(6).fill('none'));
    expect(drift).toMatchObject({ planned: 60, answered: 60 });
  });

  test('nothing is, of one that says the very same, though a prompt that was not asked may tell otherwise', () => {
    const drift = driftTo(prose(20), { seed: 1 });
    expect(measured(drift).map(({ p }) => p)).toEqual(Array(6).fill(1));
    expect(featureOf(drift, 'length')?.effect).toEqual({ value: 0, low: null, high: null });
    expect(featureOf(drift, 'vocabulary')?.effect).toMatchObject({ value: 0, low: 0 });
    expect(featureOf(drift, 'vocabulary')?.effect.high).toBeCloseTo(2.7 / 61, 2);
  });

  test.each<[string, Say, readonly string[]]>([
    ['longer', prose(34), ['length']],
    ['shorter', prose(11), ['length']],
    ['lists', (at, random) => `- ${prose(20)(at, random).replace(/ (?=\w+$)/, '\n- ')}`, ['format']],
    ['JSON', (at, random) => JSON.stringify({ answer: prose(19)(at, random) }), ['format']],
    [
      'in circles',
      (at) => `${WORDS.at(at % 12)} stone river lamp paper `.repeat(5),
      ['repetition', 'vocabulary'],
    ],
    ['other words', (at, random) => prose(20)(at, random).replaceAll(/a(?=\w)/g, 'o'), ['vocabulary']],
    ['refusals', (at, random) => (at % 4 === 0 ? 'I cannot ' : '') + prose(20)(at, random), ['refusal']],
    ['another language', (at, random) => (at % 3 ? '' : 'der ') + prose(20)(at, random), ['language']],
  ])('%s', (_, say, names) => {
    expect(movedIn(driftTo(say))).toEqual(names);
  });

  test('in its own unit, with an interval', () => {
    const length = featureOf(driftTo(prose(34)), 'length');
    expect(length?.baseline).toBeGreaterThan(20);
    expect(length?.candidate).toBeGreaterThan(34);
    expect(length?.effect.value).toBeGreaterThan(0.4);
    expect(length?.effect.low).toBeLessThan(length?.effect.value ?? 0);
    const refusal = featureOf(
      driftTo((at, random) => (at % 4 ? '' : 'I cannot ') + prose(20)(at, random)),
      'refusal',
    );
    expect(refusal).toMatchObject({ baseline: 0, candidate: 0.25, effect: { value: 0.25 } });
  });

  test('with the words that tell the sides apart', () => {
    const drift = driftTo((at, random) => prose(20)(at, random).replaceAll('river', 'brook'));
    expect(featureOf(drift, 'vocabulary')?.words).toEqual({ baseline: ['river'], candidate: ['brook'] });
  });

  test('one that is certain and tiny is slight', () => {
    const drift = only(
      driftOf([requestOf(chat((at, random) => `${prose(20)(at, random)} end`, { seed: 1 }))], options),
    );
    expect(featureOf(drift, 'length')).toMatchObject({ status: 'slight' });
  });

  test('the score of a judge is one more feature', () => {
    const judge = { ...ACC, name: 'judge', judge: { min: 1, max: 5, of: ['judge'] } };
    const scored = (shift: number, seed: number) =>
      chat(prose(20), { seed, metrics: [judge] }, (index) => ({
        scores: { judge: 2 + (index % 3) - shift * Number(index % 2) },
      }));
    const runs = { baseline: scored(0, 1), candidate: scored(1, 1) };
    const drift = only(driftOf([{ task: 'chat', runs, unlike: null }], options));
    expect(movedIn(drift)).toEqual(['judge']);
    expect(featureOf(drift, 'judge')).toMatchObject({ metric: 'judge', effect: { value: -0.5 } });
  });
});

describe('what answers mean', () => {
  const direction: RunRecord['metrics'][number] = {
    ...ACC,
    ...{ name: 'embedding_direction', direction: 'lower_is_better', kind: 'corpus', unit: 'number' },
    aggregate: 'mean_resultant_length',
  };
  /** Directions around the circle, turned by an angle and by chance. */
  const turned = (angle: number, seed: number, size = 2) => {
    const random = mulberry32(seed);
    return chat(prose(20), { seed, metrics: [direction] }, (index) => {
      const at = index + angle + 0.3 * (random() - 0.5);
      return { scores: { embedding_direction: { parts: [Math.cos(at), Math.sin(at), 0].slice(0, size) } } };
    });
  };
  const meaningOf = (candidate: TaskRun) => {
    const runs = { baseline: turned(0, 1), candidate };
    return only(driftOf([{ task: 'chat', runs, unlike: null }], options)).features.find(
      ({ feature }) => feature === 'meaning',
    );
  };

  test('moves where all answers move the same way', () => {
    expect(meaningOf(turned(0, 9))).toMatchObject({ status: 'none', metric: 'embedding_direction' });
    const shifted = turned(0, 9);
    const samples = Array.from(shifted.samples, (each) => ({
      ...each,
      scores: { embedding_direction: { parts: [0.8, 0.6] } },
    }));
    expect(meaningOf({ ...shifted, samples })).toMatchObject({ status: 'moved' });
  });

  test('of two embedding models it is not measured', () => {
    expect(meaningOf(turned(0, 9, 3))).toMatchObject({
      status: 'not measured',
      reason: 'of 60 prompts both answers to 0 have embeddings of one size',
    });
  });
});

describe('what cannot be looked at is never "no drift"', () => {
  const kept = chat(prose(20), { seed: 2 });
  test.each<[string, DriftRequest, RegExp]>([
    ['a side that did not run', requestOf(null), /the candidate has no run/],
    ['sides that were asked otherwise', requestOf(kept, { unlike: 'prompt' }), /not asked alike: prompt/],
    [
      'answers that were not kept',
      requestOf(chat(() => undefined)),
      /^0 of 60 prompts have a written answer of both sides/,
    ],
    [
      'an answer that is missing',
      requestOf(chat((at, random) => (at === 3 ? undefined : prose(20)(at, random)))),
      /^59 of 60 prompts/,
    ],
    ['prompts that were never asked', requestOf(chat(prose(20), { planned: 100 })), /^60 of 100 prompts/],
    ['answers that were chosen', requestOf(chat(prose(20), {}, () => ({ choices: 4 }))), /^0 of 60/],
    [
      'an evaluation that goes on',
      requestOf(chat(prose(20), { status: { state: 'running' } })),
      /did not come to its end/,
    ],
    [
      'one that ended for what it saw',
      requestOf(
        chat(prose(20), {
          status: { state: 'complete', stopped: { because: 'decided', seen: 60 } as never },
        }),
      ),
      /--full/,
    ],
  ])('%s', (_, request, reason) => {
    const drift = only(driftOf([request], options));
    expect(drift.unmeasured).toMatch(reason);
    expect(drift.features).toEqual([]);
  });

  test('too few prompts that are independent', () => {
    const few = (seed: number) => chat(prose(20), { seed }, (index) => ({ cluster: `c${index % 9}` }));
    const drift = only(
      driftOf([{ task: 'chat', runs: { baseline: few(1), candidate: few(2) }, unlike: null }], options),
    );
    expect(drift.unmeasured).toMatch(/9 independent prompts/);
  });

  test('a feature that can be read in too few answers', () => {
    const drift = driftTo((at) => (at % 2 ? '' : 'Yes.'));
    expect(drift.features.find(({ feature }) => feature === 'language')).toMatchObject({
      status: 'not measured',
      reason: expect.stringMatching(/long enough to tell their language/),
    });
  });
});

describe('the statistics', () => {
  test('prompts that say the same are one piece of evidence', () => {
    const of = (say: Say, seed: number, copies: number) =>
      chat(
        (at) => say(Math.floor(at / copies), mulberry32(seed + Math.floor(at / copies))),
        { count: 12 * copies },
        (index) => ({ cluster: `c${Math.floor(index / copies)}` }),
      );
    const pOf = (copies: number) => {
      const runs = { baseline: of(prose(20), 1, copies), candidate: of(prose(21), 500, copies) };
      return featureOf(only(driftOf([{ task: 'chat', runs, unlike: null }], options)), 'length')?.p;
    };
    expect(pOf(20)).toBe(pOf(1));
  });

  test('more tasks make it harder to prove anything, and the order of tasks changes nothing', () => {
    const request = requestOf(chat(prose(24), { seed: 5 }));
    const others = Array.from(
      { length: 6 },
      (_, index): DriftRequest => ({
        ...requestOf(chat(prose(20), { seed: 10 + index })),
        task: `other ${index}`,
      }),
    );
    const alone = featureOf(only(driftOf([request], options)), 'length')?.p ?? 1;
    const all = driftOf([request, ...others], options);
    expect(featureOf(only(all), 'length')?.p).toBeGreaterThan(alone);
    expect(driftOf([...others, request], options).at(-1)).toEqual(all[0]);
  });

  test('to swap the sides turns every change round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.integer({ min: 0, max: 1000 }), (length, seed) => {
        const other = chat(prose(length), { seed });
        const [there, back] = [
          { baseline, candidate: other },
          { baseline: other, candidate: baseline },
        ].map((runs) => only(driftOf([{ task: 'chat', runs, unlike: null }], options)));
        if (there === undefined || back === undefined) throw new Error('no drift');
        const [a, b] = [featureOf(there, 'length'), featureOf(back, 'length')];
        expect(a?.p).toBe(b?.p);
        expect((1 + (a?.effect.value ?? 0)) * (1 + (b?.effect.value ?? 0))).toBeCloseTo(1, 9);
        const [v, w] = [featureOf(there, 'vocabulary'), featureOf(back, 'vocabulary')];
        expect(v?.effect.value).toBeCloseTo(w?.effect.value ?? Number.NaN, 9);
        expect(v?.effect.value).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
  });
});
