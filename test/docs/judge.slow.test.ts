import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compareRuns } from '../../src/core/compare/compare.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { Source } from '../../src/core/domain/gate.ts';
import type { HumanLabels } from '../../src/core/domain/labels.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import type { TaskRun } from '../../src/core/domain/run.ts';
import { HIGHER } from '../../src/core/metrics/traits.ts';
import {
  cautiousKappaLower,
  cohenKappa,
  kappaInterval,
  quadraticWeights,
} from '../../src/core/stats/kappa.ts';
import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import { policyOf } from '../support/judged-gate.ts';
import { sharedData } from '../support/shared-data.ts';
import { plan, sample } from '../support/stored-run.ts';

const data = sharedData('judge');
const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/judge.md'), 'utf8');
const rows = <Row>(name: string): Row[] => {
  const bytes = readFileSync(join(data ?? '', name));
  return gunzipSync(bytes)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
};

/** Every line of a table as the page has it, white space aside. */
function expectOnPage(lines: readonly (readonly (string | number)[])[]): void {
  const spaces = (text: string) => text.replace(/ +/g, ' ');
  const missing = lines
    .map((cells) => `| ${cells.join(' | ')} |`)
    .filter((line) => !spaces(page).includes(line));
  expect(missing.join('\n')).toBe('');
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const two = (value: number) => value.toFixed(2).replace('-', '−');
const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;

/** Pairs of a person's and a judge's level on a scale. */
function agreement(pairs: readonly (readonly [person: number, judge: number])[], levels: number) {
  const table = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0));
  for (const [person, judge] of pairs) {
    const row = table[person];
    if (row !== undefined) row[judge] = (row[judge] ?? 0) + 1;
  }
  const weights = quadraticWeights(levels);
  const found = cohenKappa(table, weights);
  const low = cautiousKappaLower(table, 0.05, weights);
  if (found === null || low === null) throw new Error('no kappa');
  const same = pairs.filter(([person, judge]) => person === judge).length / pairs.length;
  const interval = `${two(found.kappa)} (${two(low)} to ${two(kappaInterval(found, 0.05).high)})`;
  return [pairs.length, percent(same), interval, low >= 0.6 ? 'yes' : 'no'] as const;
}

interface XsTest {
  readonly model: string;
  readonly id: string;
  readonly type: string;
  readonly final_label: string;
  readonly gpt4_label: string;
  readonly strmatch_label: string;
}

/** What came in place of a label is no grade. */
const compliance = (label: string): number | null =>
  /^[123]_/.test(label) ? Number(label === '1_full_compliance') : null;

test.skipIf(data === null)(
  'how far people agree with GPT-4 and with a string match on XSTest, by model',
  () => {
    const all = rows<XsTest>('xstest_human_vs_gpt4_judge.jsonl.gz');
    const models = [...new Set(all.map(({ model }) => model))].sort();
    const lines = [...models, 'all five'].map((model) => {
      const own = all.filter((row) => model === 'all five' || row.model === model);
      const graded = own.flatMap(({ final_label, gpt4_label }) => {
        const [person, judge] = [compliance(final_label), compliance(gpt4_label)];
        return person === null || judge === null ? [] : [[person, judge] as const];
      });
      const bias = graded.reduce((sum, [person, judge]) => sum + judge - person, 0) / graded.length;
      return [model, ...agreement(graded, 2), points(bias)];
    });
    expectOnPage(lines);
  },
);

interface PandaLm {
  readonly annotator1: number;
  readonly annotator2: number;
  readonly annotator3: number;
  readonly gpt35_result: string;
  readonly pandalm7b_result: number;
}

test.skipIf(data === null)('how far people agree with the judges of PandaLM, and with each other', () => {
  const all = rows<PandaLm>('pandalm_pairwise_human_vs_judges.jsonl.gz');
  // The second answer is better, neither is, the first is.
  const LEVELS = ['2', '0', '1'];
  const level = (said: unknown) => LEVELS.indexOf(said === 'Tie' ? '0' : String(said));
  const people = ({ annotator1, annotator2, annotator3 }: PandaLm) => {
    const votes = [annotator1, annotator2, annotator3];
    return votes.find((vote, index) => votes.indexOf(vote) !== index);
  };
  const against = (judge: (row: PandaLm) => unknown) =>
    all.flatMap((row) => {
      const pair = [level(people(row)), level(judge(row))] as const;
      return pair.includes(-1) ? [] : [pair];
    });
  expectOnPage([
    [
      'PandaLM: one person, of two',
      ...agreement(
        all.map((row) => [level(row.annotator1), level(row.annotator2)] as const),
        3,
      ),
    ],
    [
      'PandaLM: GPT-3.5',
      ...agreement(
        against(({ gpt35_result }) => gpt35_result),
        3,
      ),
    ],
    [
      'PandaLM: PandaLM-7B',
      ...agreement(
        against(({ pandalm7b_result }) => pandalm7b_result),
        3,
      ),
    ],
  ]);
});

interface LlmBar {
  readonly subset: string;
  readonly judge: string;
  readonly gold: number;
  readonly winner_no_swap: string | null;
  readonly winner_swap: string | null;
}

test.skipIf(data === null)(
  'how far the judges of LLMBar are right, and how often the order of the answers turns them',
  () => {
    const all = JSON.parse(readFileSync(join(data ?? '', 'llmbar_judge_verdicts.json'), 'utf8')) as LlmBar[];
    const lines = ['GPT-4', 'ChatGPT', 'PaLM2', 'LLaMA2'].flatMap((judge) =>
      ['Natural', 'Adversarial'].map((subset) => {
        const own = all.filter(
          (row) =>
            row.judge === judge &&
            row.subset.startsWith(subset) &&
            row.winner_no_swap !== null &&
            row.winner_swap !== null,
        );
        const flips = own.filter((row) => row.winner_no_swap !== row.winner_swap).length;
        const graded = own.map(({ gold, winner_no_swap: said }) => [gold - 1, Number(said) - 1] as const);
        return [`LLMBar, ${subset}: ${judge}`, ...agreement(graded, 2), percent(flips / own.length)];
      }),
    );
    expectOnPage(lines);
  },
);

test.skipIf(data === null)(
  'what labels make of a change that GPT-4 sees on XSTest',
  { timeout: 600_000 },
  () => {
    const all = rows<XsTest>('xstest_human_vs_gpt4_judge.jsonl.gz');
    const source: Source = { kind: 'default' };
    const metric: MetricDeclaration = { ...HIGHER, name: 'judge', judge: { min: 0, max: 1, of: ['judge'] } };
    const sides = { baseline: 'gpt4', candidate: 'llama2new' } as const;
    const own = (side: keyof typeof sides) => all.filter(({ model }) => model === sides[side]);
    const run = (side: keyof typeof sides): TaskRun => ({
      record: {
        ...plan({
          side,
          planned: 450,
          metrics: [metric],
          primary_metric: 'judge',
          model: { ...plan().model, digest: side },
        }),
        ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
      },
      samples: own(side).map(({ id, gpt4_label }, index) => {
        const score = compliance(gpt4_label);
        return sample(index, { id, scores: { judge: score ?? { unscored: 'no label' } }, output: side });
      }),
    });
    const people = (side: keyof typeof sides) =>
      new Map(own(side).map(({ id, final_label }) => [id, compliance(final_label) ?? Number.NaN]));
    const [before, after] = [people('baseline'), people('candidate')];
    const truth =
      [...before].reduce((sum, [id, value]) => sum + (after.get(id) ?? 0) - value, 0) / before.size;
    const comparisons = compareRuns([run('baseline')], [run('candidate')], ['facts']);
    const judged = (labelled: number, seed: number) => {
      const ids = shuffled([...before.keys()], mulberry32(seed)).slice(0, labelled);
      const some = (grades: ReadonlyMap<string, number>) =>
        new Map(ids.map((id) => [id, grades.get(id) ?? 0]));
      const labels: HumanLabels = new Map([
        [
          'facts',
          {
            file: 'l.jsonl',
            fault: null,
            metrics: new Map([['judge', { baseline: some(before), candidate: some(after) }]]),
          },
        ],
      ]);
      const { gates } = decide({
        comparisons,
        gates: [
          {
            ...{ id: 'g', task: 'facts', metric: 'judge', tier: 'blocking', source },
            ...{ rule: 'max_drop', limit: { kind: 'absolute', value: 0.05 } },
          },
        ],
        labels: { baseline: labels, anchor: new Map() },
        policy: { ...policyOf(), minCoverage: { value: 0.9, source } },
      });
      if (gates[0] === undefined) throw new Error('no gate');
      return gates[0];
    };
    const runs = 200;
    const lines = [50, 100, 200].map((labelled) => {
      const found = Array.from({ length: runs }, (_, seed) => judged(labelled, seed));
      const share = (holds: (gate: (typeof found)[number]) => boolean) =>
        percent(found.filter(holds).length / runs);
      const corrected = found.flatMap(({ judge }) => judge?.corrected ?? []);
      const mean = corrected.reduce((sum, { value }) => sum + value, 0) / Math.max(1, corrected.length);
      const covered = corrected.filter(
        ({ low, high }) => (low ?? 1) <= truth && truth <= (high ?? -1),
      ).length;
      return [
        labelled,
        share(({ tier }) => tier === 'blocking'),
        corrected.length === 0 ? '' : points(mean),
        corrected.length === 0 ? '' : percent(covered / corrected.length),
        share(({ judge }) => judge?.corrected?.decides === true),
        share(({ tier, verdict }) => tier === 'blocking' && verdict === 'pass'),
      ];
    });
    const raw = judged(0, 1).delta?.value ?? Number.NaN;
    expect(page).toContain(`By people ${points(truth)} points, by GPT-4 ${points(raw)}`);
    expectOnPage(lines);
  },
);

test.skipIf(data === null)('a text that answers nothing wins most comparisons of AlpacaEval', () => {
  const text = readFileSync(join(data ?? '', 'alpaca_eval2_weighted_gpt4_preferences.json'), 'utf8');
  const { NullModel: none } = JSON.parse(text) as { NullModel: { items: { preference: number }[] } };
  const wins = none.items.reduce((sum, { preference }) => sum + preference - 1, 0) / none.items.length;
  expect([none.items.length, percent(wins)]).toEqual([805, '76.9 %']);
  expect(page).toContain('805 instructions, wins 76.9 %');
});
