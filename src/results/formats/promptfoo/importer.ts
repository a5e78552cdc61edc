import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Fingerprint, Side } from '../../../core/domain/run.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import { attempt } from '../attempt.ts';
import { isObject, type Members } from '../files.ts';
import { foreignRun, meanMetric, unidentifiedModel } from '../foreign-run.ts';
import { groupBy } from '../group-by.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { brief } from '../lm-eval/digest.ts';
import { checkChoices, chooseOne, parseSelection, type Selection } from '../selection.ts';
import { formatOf, type PromptfooFormat, type ResultsFile, readResults } from './results-file.ts';
import { metricsOf, namedScoreOf, passOf, type Row, scoreOf } from './row.ts';
import { identify, promptLabel, withScores } from './tests.ts';

/** The task of all tests; each named score is a task of its own, since not every test has it. */
const TASK = 'promptfoo';

const PASS = meanMetric('pass', 'higher_is_better', 'rate');
/** Between 0 and 1 by custom, which a script may break. */
const SCORE = meanMetric('score', 'higher_is_better', 'number');

export const promptfoo: Importer = {
  name: 'promptfoo',
  summary: 'the .json or .jsonl that `promptfoo eval -o` writes, of one provider: results.json#provider=NAME',

  async detect(path) {
    return (await formatOf(parseSelection(path).file)) !== null;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const selection = parseSelection(path);
    const format = (await formatOf(selection.file)) ?? 'json';
    const runs = await attempt(faults, () => loadFile(selection, format, side));
    return { runs: runs ?? [], faults };
  },
};

async function loadFile(selection: Selection, format: PromptfooFormat, side: Side): Promise<ForeignRun[]> {
  const { file } = selection;
  checkChoices(selection, ['provider', 'prompt']);
  const results = await readResults(file, format);
  if (results.rows.length === 0) throw new WeighbridgeError('data', 'there are no results', { at: { file } });
  const { provider, rows } = chooseRows(selection, results);
  const tests = identify(rows);
  const names = [...new Set(rows.flatMap((row) => [...metricsOf(row)]))].sort();
  if (names.includes(TASK)) {
    throw new WeighbridgeError('data', `a named score is called ${TASK}, as the task of all tests is`, {
      at: { file },
      fix: 'give the metric of the assertion another name',
    });
  }
  const known = {
    side,
    fingerprint: fingerprintOf(results, rows),
    model: unidentifiedModel(provider, { file: results.digest, provider }),
    ...(results.timestamp === null ? {} : { started: results.timestamp }),
  };
  const run = (task: string, metrics: readonly MetricDeclaration[], samples: readonly SampleRecord[]) =>
    foreignRun(file, { ...known, task, metrics, planned: samples.length }, async function* () {
      for (const sample of samples) yield { sample, at: { file, key: `test ${sample.index}` } };
    });
  return [
    run(
      TASK,
      [PASS, SCORE],
      tests.map((test) => withScores(test, { pass: passOf(test.row), score: scoreOf(test.row) })),
    ),
    ...names.map((name) =>
      run(
        name,
        [SCORE],
        tests
          .filter(({ row }) => metricsOf(row).has(name))
          .map((test) => withScores(test, { score: namedScoreOf(test.row, name) })),
      ),
    ),
  ];
}

/** The rows of one provider and, where one is chosen, one prompt. */
function chooseRows(selection: Selection, { rows }: ResultsFile): { provider: string; rows: readonly Row[] } {
  const byName = groupBy(rows, nameOf);
  const provider = chooseOne(selection, 'provider', [...byName.keys()]);
  const own = byName.get(provider) ?? [];
  if (!selection.chosen.has('prompt')) return { provider, rows: own };
  const byPrompt = groupBy(own, promptLabel);
  return { provider, rows: byPrompt.get(chooseOne(selection, 'prompt', [...byPrompt.keys()])) ?? [] };

  function nameOf({ provider: { id, label } }: Row): string {
    if (!label) return id ?? 'a provider without a name';
    const twins = rows.some((row) => row.provider.label === label && row.provider.id !== id);
    return twins && id ? id : label;
  }
}

/** What changes answers and is no part of the model; other settings may be the model's name, or a key. */
const SETTINGS = [
  ...['temperature', 'top_p', 'top_k', 'min_p', 'max_tokens', 'max_completion_tokens', 'max_output_tokens'],
  ...['stop', 'frequency_penalty', 'presence_penalty', 'reasoning_effort', 'reasoning', 'response_format'],
];

function fingerprintOf({ version, providers }: ResultsFile, [row]: readonly Row[]): Fingerprint {
  const settings = settingsOf(providers, row?.provider ?? {});
  return {
    harness: TASK,
    harness_version: version,
    ...(Object.keys(settings).length === 0 ? {} : { generation: brief(settings) }),
  };
}

/** Providers are listed as texts, as `{id, label, config}`, or as `{<id>: {label, config}}`. */
function settingsOf(providers: unknown, { id, label }: Row['provider']): Members {
  const listed = (Array.isArray(providers) ? providers : []).filter(isObject).map((each): Members => {
    if (typeof each.id === 'string') return each;
    const [first] = Object.entries(each);
    return { ...(isObject(first?.[1]) ? first[1] : {}), id: first?.[0] };
  });
  const own =
    listed.find((each) => (label ? each.label === label : each.id === id)) ??
    listed.find((each) => each.id === id);
  const config = isObject(own?.config) ? own.config : {};
  return Object.fromEntries(
    SETTINGS.filter((key) => Object.hasOwn(config, key)).map((key) => [key, config[key]]),
  );
}
