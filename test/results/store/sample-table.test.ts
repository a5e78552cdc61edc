import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { shownSamples } from '../../../src/core/compare/shown-samples.ts';
import {
  type SampleRecord,
  type Samples,
  type Score,
  SEVERITIES,
  sampleKey,
} from '../../../src/core/domain/sample.ts';
import { OutputSpill } from '../../../src/results/store/output-spill.ts';
import { SampleTable } from '../../../src/results/store/sample-table.ts';
import { record } from '../../core/compare/build.ts';

function tableOf(samples: readonly SampleRecord[]): SampleTable {
  const table = new SampleTable(new OutputSpill());
  for (const sample of samples) table.push(sample);
  return table;
}

/** As an object of its own, without what is not there. */
const plain = (sample: SampleRecord | undefined) => {
  const own = sample ?? ({} as SampleRecord);
  const { id, index, filter, input_digest, target_digest, scores, cluster, group, weight, output, usage } =
    own;
  const all = {
    id,
    index,
    filter,
    input_digest,
    target_digest,
    scores,
    cluster,
    group,
    weight,
    output,
    usage,
    choices: own.choices,
    asked: own.asked,
    timing: own.timing,
    case: own.case,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const digest = fc.oneof(
  hash,
  hash.map((hex) => `sha256:${hex}`),
  fc.constant('not recorded'),
  fc.string({ minLength: 1 }),
);
// Of foreign programs NaN and infinity come as far as here, and must not turn into anything else.
const number = fc.oneof(fc.double(), fc.constant(Number.NaN));
const score: fc.Arbitrary<Score> = fc.oneof(
  number,
  fc.record({ numerator: number, denominator: number }),
  fc.record({ unscored: fc.string() }),
  fc.record({ parts: fc.array(number) }),
);
const sample: fc.Arbitrary<SampleRecord> = fc.record(
  {
    id: fc.oneof(
      fc.string({ minLength: 1 }),
      hash.map((hex) => `mmlu/${hex}`),
      hash.map((hex) => `${hex}#2`),
    ),
    index: fc.nat(),
    filter: fc.constantFrom('strict', 'flexible'),
    input_digest: digest,
    target_digest: digest,
    scores: fc.dictionary(fc.constantFrom('acc', 'f1'), score),
    cluster: fc.string({ minLength: 1 }),
    group: fc.constantFrom('law', 'virology'),
    weight: fc.double({ min: 1e-300, noDefaultInfinity: true, noNaN: true }),
    output: fc.string({ unit: 'binary' }),
    choices: fc.oneof(fc.nat(), fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 9 })),
    asked: fc.record({
      question: fc.string(),
      turns: fc.array(fc.record({ role: fc.string(), text: fc.string() })),
      choices: fc.array(fc.string()),
      reference: fc.string(),
    }),
    usage: fc.record({ prompt_tokens: fc.nat(), output_tokens: fc.nat() }),
    case: fc.record({ severity: fc.constantFrom(...SEVERITIES), failed: fc.array(fc.string()) }),
    timing: fc.record(
      {
        seconds: fc.double({ min: 0, noNaN: true }),
        first_token_seconds: fc.double({ min: 0, noNaN: true }),
        answers: fc.integer({ min: 2 }),
        machine: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['seconds', 'machine'] },
    ),
  },
  { requiredKeys: ['id', 'index', 'input_digest', 'target_digest', 'scores'] },
);

describe('a table of samples', () => {
  test('gives back what was put in, one by one and all in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sample, { maxLength: 20, selector: sampleKey }), (samples) => {
        const table = tableOf(samples);
        expect(table).toHaveLength(samples.length);
        expect(Array.from(table, plain)).toEqual(samples.map(plain));
        for (const [row, each] of samples.entries()) expect(plain(table.at(row))).toEqual(plain(each));
        expect(table.at(samples.length)).toBeUndefined();
      }),
    );
  });

  test('of more rows than are allocated at once', () => {
    const samples = Array.from({ length: 1500 }, (_, index): SampleRecord => {
      const hex = index.toString(16).padStart(64, '0');
      const digests = { input_digest: hex, target_digest: `sha256:${hex}` };
      return { id: `s${index}`, index, ...digests, scores: { acc: index % 2 }, output: `said ${index}` };
    });
    expect(Array.from(tableOf(samples), plain)).toEqual(samples);
  });

  test('is compared as an array of its samples is', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(0, 3), (before, after, missing) => {
        const compared = (as: (samples: readonly SampleRecord[]) => Samples) => {
          const run = (samples: readonly SampleRecord[]) => ({
            record: record({ planned: samples.length + missing }),
            samples: as(samples),
          });
          const [baseline, candidate] = [run(before), run(after)];
          const { metrics, result, mismatches } = compareTask(baseline, candidate);
          const scores = metrics.map((metric) => ({
            of: metric.scores.map(({ key, group, cluster, weight, ...sides }) => ({
              ...{ key, group, cluster, weight, baseline: sides.baseline, candidate: sides.candidate },
            })),
            ...{ unpaired: metric.unpaired, unscored: metric.unscored, why: metric.whyUnscored },
          }));
          const shown = shownSamples({ baseline: [baseline], candidate: [candidate] }, { include: 'all' });
          return { scores, result, mismatches, shown };
        };
        expect(compared(tableOf)).toEqual(compared((samples) => samples));
      }),
      { numRuns: 60 },
    );
  });
});

/** A few of the same ids on either side; of most runs no sample says more than a score. */
const side: fc.Arbitrary<readonly SampleRecord[]> = fc
  .constantFrom<readonly string[]>([], [], ['group'], ['weight', 'filter'])
  .chain((more) =>
    fc.uniqueArray(
      fc.record({
        ...{
          id: fc.nat(9).map((number) => `q${number}`),
          index: fc.nat(),
          input_digest: fc.constant('not recorded'),
        },
        target_digest: fc.constant('not recorded'),
        scores: fc.oneof(
          fc.record({ acc: fc.constantFrom<Score>(0, 1, 0.5, 2, Number.NaN, { unscored: 'no answer' }) }),
          fc.constant<Record<string, Score>>({}),
        ),
        ...(more.includes('group') ? { group: fc.constantFrom('law', 'virology') } : {}),
        ...(more.includes('weight')
          ? { weight: fc.constantFrom(1, 2), filter: fc.constantFrom('a', 'b') }
          : {}),
      }),
      { maxLength: 10, selector: sampleKey },
    ),
  );
