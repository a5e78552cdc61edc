import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Fingerprint } from '../../../core/domain/run.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { fetchedFields } from '../answers.ts';
import { defineFormat, type TaskResults, unidentifiedModel } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { meanMetric } from '../metrics.ts';
import { scoresOfAnswers } from '../repeats.ts';
import { chooseOne, type Selection } from '../selection.ts';
import { settingsOf } from '../settings.ts';
import { outputFormOf, type PromptfooResults, readResults } from './files.ts';
import {
  fetchedOf,
  namedMetricsOf,
  namedScoreOf,
  namedScoreRule,
  outputOf,
  type PromptfooRow,
  type PromptfooTest,
  passOf,
  promptLabel,
  testScoreOf,
  testsOf,
} from './tests.ts';

/** The task of all tests; each named score is a task of its own, since not every test has it. */
const TASK = 'promptfoo';

const PASS = meanMetric('pass', 'higher_is_better', 'rate');
/** Between 0 and 1 by custom, which a script may break. */
const SCORE = meanMetric('score', 'higher_is_better', 'number');

export const promptfoo = defineFormat<PromptfooResults>({
  name: 'promptfoo',
  summary: 'the .json or .jsonl that `promptfoo eval -o` writes, of one provider: results.json#provider=NAME',
  detect: (head) => outputFormOf(head) !== null,
  choices: ['provider', 'prompt'],
  read: readResults,

  toRuns([results], { selection }) {
    const { file, digest: by, timestamp } = results;
    if (results.rows.length === 0)
      throw new WeighbridgeError('data', 'there are no results', { at: { file } });
    const { provider, rows } = chooseRows(selection, results);
    const { tests, repeats } = testsOf(rows);
    const names = [...new Set(rows.flatMap((row) => [...namedMetricsOf(row)]))].sort();
    if (names.includes(TASK)) {
      throw new WeighbridgeError('data', `a named score is called ${TASK}, as the task of all tests is`, {
        at: { file },
        fix: 'give the metric of the assertion another name',
      });
    }
    const known = {
      file,
      fingerprint: { ...fingerprintOf(results, rows), ...(repeats > 1 ? { repeats } : {}) },
      model: unidentifiedModel(provider, { file: by, provider }),
      ...(timestamp === null ? {} : { started: timestamp }),
    };
    const run = (
      task: string,
      metrics: readonly MetricDeclaration[],
      own: readonly PromptfooTest[],
      scoresOf: (row: PromptfooRow) => Readonly<Record<string, Score>>,
      scorers: string | null = null,
    ): TaskResults => ({
      ...{ ...known, task },
      ...(scorers === null ? {} : { fingerprint: { ...known.fingerprint, scorers } }),
      metrics: repeats > 1 ? metrics.map((metric) => ({ ...metric, repeated: true as const })) : metrics,
      samples: own.map((test) => {
        const answers = test.rows.map((row) => ({
          scores: scoresOf(row),
          said: outputOf(row)?.trim() ?? null,
        }));
        return {
          sample: {
            ...test.sample,
            ...scoresOfAnswers(answers, repeats),
            ...fetchedFields(test.rows.map(fetchedOf)),
          },
          at: { file, key: `test ${test.sample.index}` },
        };
      }),
    });
    return [
      run(TASK, [PASS, SCORE], tests, (row) => ({ pass: passOf(row), score: testScoreOf(row) })),
      ...names.map((name) =>
        run(
          name,
          [SCORE],
          tests.filter((test) => test.rows.some((row) => namedMetricsOf(row).has(name))),
          (row) => ({ score: namedScoreOf(row, name) }),
          namedScoreRule(rows, name),
        ),
      ),
    ];
  },
});

/** The rows of one provider and, where one is chosen, one prompt. */
function chooseRows(
  selection: Selection,
  { rows }: PromptfooResults,
): { provider: string; rows: readonly PromptfooRow[] } {
  const byName = groupBy(rows, nameOf);
  const provider = chooseOne(selection, 'provider', [...byName.keys()]);
  const own = byName.get(provider) ?? [];
  if (!selection.chosen.has('prompt')) return { provider, rows: own };
  const byPrompt = groupBy(own, promptLabel);
  return { provider, rows: byPrompt.get(chooseOne(selection, 'prompt', [...byPrompt.keys()])) ?? [] };

  function nameOf({ provider: { id, label } }: PromptfooRow): string {
    if (!label) return id ?? 'a provider without a name';
    const twins = rows.some((row) => row.provider.label === label && row.provider.id !== id);
    return twins && id ? id : label;
  }
}

function fingerprintOf(
  { version, providers, evaluation, env }: PromptfooResults,
  [row]: readonly PromptfooRow[],
): Fingerprint {
  return {
    harness: TASK,
    harness_version: version,
    ...settingsOf('promptfoo', { provider: configOf(providers, row?.provider ?? {}), evaluation, env }),
  };
}

/** Providers are listed as texts, as `{id, label, config}`, or as `{<id>: {label, config}}`. */
function configOf(providers: unknown, { id, label }: PromptfooRow['provider']): Members {
  const listed = (Array.isArray(providers) ? providers : []).filter(isObject).map((each): Members => {
    if (typeof each.id === 'string') return each;
    const [first] = Object.entries(each);
    return { ...(isObject(first?.[1]) ? first[1] : {}), id: first?.[0] };
  });
  const own =
    listed.find((each) => (label ? each.label === label : each.id === id)) ??
    listed.find((each) => each.id === id);
  return isObject(own?.config) ? own.config : {};
}
