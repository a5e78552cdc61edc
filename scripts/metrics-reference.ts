import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { CLASS_STATISTICS } from '../src/core/metrics/classes.ts';
import { METRIC_FACTS, METRICS, type MetricName } from '../src/core/metrics/registry.ts';
import { REPEAT_METRICS } from '../src/core/metrics/repeats.ts';
import type { MetricFacts, MetricTraits } from '../src/core/metrics/traits.ts';
import { USAGE_METRICS, usageFacts } from '../src/core/metrics/usage.ts';
import { SCORERS } from '../src/tasks/scorers/registry.ts';
import type { Scorer } from '../src/tasks/scorers/scorer.ts';

interface Documented extends MetricFacts {
  readonly name: string;
  readonly traits: MetricTraits;
  readonly pinned: string;
}

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = [
  'test/core/metrics/references/metrics.json',
  'test/core/metrics/corpus/reference.json',
] as const;
const TESTS = ['test/tasks/scorers', 'test/tasks/runners/native', 'test/core/metrics'] as const;

interface Fixture {
  readonly versions: Readonly<Record<string, string>>;
  readonly cases?: readonly { readonly metric: string }[];
}

/** The file that holds a metric to a value: one that a reference wrote, with its versions, or else a test that names it. */
function pinsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const fixtures = FIXTURES.map((path) => {
    const { versions, cases = [], ...values } = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Fixture;
    const said = Object.entries(versions).map((each) => each.join(' '));
    return {
      path,
      told: `, ${said.join(', ')}`,
      has: [...Object.keys(values), ...cases.map(({ metric }) => metric)],
    };
  });
  const tests = TESTS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && file !== 'contract.test.ts')
      .sort()
      .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(ROOT, folder, file), 'utf8') })),
  );
  const linked = (path: string) => `[${path}](../${path})`;
  const pins = new Map<string, string>();
  for (const name of names) {
    const named = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
    const fixture = fixtures.find(({ has }) => has.includes(name));
    const test = tests.find(({ text }) => named.test(text));
    if (fixture !== undefined) pins.set(name, `${linked(fixture.path)}${fixture.told}`);
    else if (test !== undefined) pins.set(name, linked(test.path));
  }
  return pins;
}

/** Every metric that a registry knows, with what is said of it. */
export function documentedMetrics(): readonly Documented[] {
  const known = Object.keys(METRICS) as MetricName[];
  const scored = [...SCORERS.values()]
    .filter(({ name }) => !(known as string[]).includes(name))
    .flatMap(metricsOf);
  const metrics = [
    ...known.map((name) => ({
      name: name as string,
      traits: METRICS[name] as MetricTraits,
      ...METRIC_FACTS[name],
    })),
    ...scored.filter(({ name }) => !(known as string[]).includes(name)),
  ];
  const pins = pinsOf(metrics.map(({ name }) => name));
  return metrics.map((metric) => ({ ...metric, pinned: pins.get(metric.name) ?? '' }));
}

/** Of a scorer that declares metrics of its own. */
function metricsOf(scorer: Scorer & { readonly facts?: MetricFacts | null }) {
  const configured = scorer.configure(scorer.example.options);
  if (!configured.ok) throw new Error(`the example of ${scorer.name} is no entry`);
  const facts = scorer.facts ?? { definition: scorer.summary, use: '', reference: '' };
  return configured.scorer.metrics.map(({ name, ...traits }) => ({ name, traits, ...facts }));
}

const STATISTICS = {
  mean: 'mean',
  ratio: 'ratio of sums',
  corpus: 'all samples at once',
} as const;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function rangeOf({ range: { min, max }, unit }: MetricTraits): string {
  const end = (value: number | null, open: string) => (value === null ? open : String(value));
  const ends = `${end(min, '−∞')} to ${end(max, '∞')}`;
  return unit === 'rate' ? `rate, ${ends}` : `${unit.replaceAll('_', ' ')}, ${ends}`;
}

const rows = (metrics: readonly Documented[]) =>
  markdownTable([
    ['metric', 'what it is', 'better', 'unit and range', 'statistics', 'held to', 'pinned by', 'when'],
    ...metrics.map(({ name, definition, use, reference, traits, pinned }) =>
      [
        `\`${name}\``,
        definition,
        traits.direction === 'higher_is_better' ? 'higher' : 'lower',
        rangeOf(traits),
        STATISTICS[traits.kind],
        reference,
        pinned,
        use,
      ].map(cell),
    ),
  ]);

/** What no scorer gives, in a table of its own. */
const usageRows = () =>
  markdownTable([
    ['metric', 'what it is', 'better', 'unit', 'when'],
    ...USAGE_METRICS.map((name) => {
      const { traits, facts } = usageFacts(name);
      const better = traits.direction === 'higher_is_better' ? 'higher' : 'lower';
      return [`\`${name}\``, facts.definition, better, traits.unit, facts.use].map(cell);
    }),
  ]);

/** `docs/metrics.md`: every metric by name. */
export function metricsReference(): string {
  const repeats = Object.entries(REPEAT_METRICS).map(([family, { means }]) => `\`${family}k\` (${means})`);
  return `<!-- Generated by scripts/generate.ts from src/core/metrics and src/tasks/scorers. Do not edit. -->

# Metrics

A task's options say which of these it has ([config](config.md)); results of other programs bring their own, and those that are here by
name are taken to mean the same. How each kind is judged is [method.md](method.md): a **mean** of one number a sample pair by pair
(exactly where scores are 0 or 1), a **ratio of sums** by its linearised error, and what is a function of **all samples at once** by
bootstrap and jackknife over pairs, which have to agree. Limits of a rate are points (\`2pp\`), of anything else numbers in its unit.
A value that is undefined, such as a rate without a denominator, is none: it is never 0, and a gate on it does not pass.

${rows(documentedMetrics())}

## Of one class

A gate with \`class\` asks ${CLASS_STATISTICS.map((name) => `\`${name}\``).join(', ')} of one class against all others, where a metric of the task names
its classes: rates, higher is better, all samples at once, held to scikit-learn by the same values ([a classifier](classification.md)).

## Tokens, time and money

What is known of every answer, whatever it is scored by, is a metric of a gate on any task, such as
\`{ metric: tickets/latency_p95, max_rise: 10%rel }\`. It stands in the verdict only where a gate asks for it; the report shows it in any
case, beside the verdict. An answer that nobody counted or timed is unscored, never 0. How each is judged:
[method.md](method.md#latency-and-cost).

${usageRows()}

Two tokenizers are not compared by tokens, nor two machines by seconds: a gate on these is invalid there, and no other. Seconds are those of
the request that brought the answer, without the wait for its turn; of choices and texts that are scored the embedded engine alone tells
them, and the first token it and llama-server.

## Of several answers

Where a task has \`repeats\`, a gate may ask of any metric that tells right from wrong ${repeats.join(', ')}.

## Adding one

By [CONTRIBUTING](../CONTRIBUTING.md#a-metric) a metric is one file and one row, and this page follows.
`;
}
