import { expect, test } from 'vitest';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import { isCorpus, isRatio, isUnscored, type Score } from '../../../src/core/domain/sample.ts';
import { faultOfParts } from '../../../src/core/metrics/corpus/registry.ts';
import { METRICS } from '../../../src/core/metrics/registry.ts';
import { SCORERS } from '../../../src/tasks/scorers/registry.ts';
import { answer, configured, issuesOf, versionOf } from '../../support/scoring.ts';

/** What every scorer is held to, whatever it scores: a row of the registry is all that a new one needs to be here. */
const ROWS = [...SCORERS].map(([name, scorer]) => ({
  name,
  scorer,
  entry: { name, ...scorer.example.options },
}));

/**
 * They open with more than their options: a process of `dist/` and pyodide (`code.real.test.ts`), or files (`command.integration.test.ts`,
 * `meteor.test.ts`).
 */
const RUNS = ROWS.filter(({ name }) => !/^((python|javascript)_tests|module|meteor)$/.test(name));

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '1e999',
  '{"a":NaN}',
  '[[[[',
  '$&$1',
  '::error::x',
  'é'.repeat(5000),
];

/** Why it is no score of the metric; null where it is one. */
function faultOf(score: Score | undefined, { kind, range, aggregate }: MetricDeclaration): string | null {
  if (score === undefined) return 'none';
  if (isUnscored(score)) return score.unscored.trim() === '' ? 'unscored without a reason' : null;
  if (typeof score === 'number') {
    if (kind !== 'mean' || !Number.isFinite(score)) return `${score} for ${kind}`;
    return score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity)
      ? null
      : `${score} out of range`;
  }
  if (isRatio(score)) {
    const hasValue = Number.isFinite(score.numerator) && score.denominator > 0;
    return kind === 'ratio' && hasValue ? null : JSON.stringify(score);
  }
  if (!isCorpus(score) || kind !== 'corpus' || aggregate === undefined) return JSON.stringify(score);
  return faultOfParts(aggregate, score.parts);
}

test.each(ROWS)('$name can be used as its example says, and says what it does', ({ entry, scorer }) => {
  expect(issuesOf(entry)).toBe('');
  expect(scorer.summary).toMatch(/\w/);
  expect(configured(entry).checkTargets(scorer.example.targets)).toBeNull();
});

test.each(ROWS)('$name knows its options, and no others', ({ entry }) => {
  expect(issuesOf({ ...entry, no_such_option: 1 })).toMatch(/no_such_option/);
  expect(issuesOf({ ...entry, metric: '../x' })).toMatch(/metric/);
});

test.each(ROWS)(
  '$name calls its metric as the task wishes, and declares the same of it',
  ({ name, entry }) => {
    const { metrics } = configured(entry);
    const isOne = metrics.length === 1;
    if (isOne) expect(metrics[0]?.name).toBe(name);
    // A part is named after the metric, with a point; metrics of one reading are named behind it.
    const isPart = (own: string) => own === name || own.startsWith(`${name}.`);
    const mine = (own: string) => (isOne || isPart(own) ? own.replace(name, 'mine') : `mine_${own}`);
    const renamed = metrics.map(({ judge, ...metric }) => ({
      ...{ ...metric, name: mine(metric.name) },
      ...(judge === undefined ? {} : { judge: { ...judge, of: judge.of.map(mine) } }),
    }));
    expect(configured({ ...entry, metric: 'mine' }).metrics).toEqual(renamed);
  },
);

test.each(ROWS)('$name declares what a table of scores is taken to mean by that name', ({ name, scorer }) => {
  const known = Object.entries(METRICS).find(([metric]) => metric === name)?.[1];
  expect(scorer.metric).toEqual(known ?? scorer.metric);
});

test.each(RUNS)('$name has a version that changes with its options', async ({ name, entry }) => {
  const version = await versionOf(entry);
  expect(version).toMatch(new RegExp(`^${name}@[1-9][0-9]*#[0-9a-f]{16}$`));
  expect(await versionOf(entry)).toBe(version);
  expect(await versionOf({ ...entry, metric: 'mine' })).not.toBe(version);
});

const ASKS = [
  ...['judge', 'win_rate', 'faithfulness', 'answer_relevance', 'context_precision', 'toxic_opinions'],
];

/** A judge that is not there ends the task, which goes on later, instead of leaving an answer without a score for good. */
test.each(RUNS.filter(({ name }) => !ASKS.includes(name)))(
  '$name gives each answer a score of its metric, or says why not',
  async ({ entry, scorer }) => {
    const { targets } = scorer.example;
    const { metrics } = configured(entry);
    const opened = await configured(entry).open('/');
    const answers = [...HOSTILE, ...targets].map((text, index) => ({
      ...answer(text, ...targets),
      id: `${index}`,
    }));
    const { signal } = new AbortController();
    const scores = await opened.score(answers, signal);
    expect(scores).toHaveLength(answers.length);
    for (const each of scores) {
      expect(Object.keys(each)).toEqual(metrics.map(({ name }) => name));
      for (const metric of metrics) expect(faultOf(each[metric.name], metric)).toBeNull();
    }
    // An answer's score does not depend on when, or beside which others, it is scored.
    const again = await opened.score([...answers].reverse(), signal);
    expect([...again].reverse()).toEqual(scores);
  },
);

test.each(ROWS)(
  '$name refuses to score without a right answer where it needs one',
  async ({ entry, scorer }) => {
    const ready = configured(entry);
    if (scorer.example.targets.length > 0) expect(ready.checkTargets([])).toMatch(/target/);
    else expect(ready.checkTargets([])).toBeNull();
  },
);
