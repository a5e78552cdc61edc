import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { z } from 'zod';
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
const TESTS = ['test/tasks/scorers', 'test/tasks/runners/native', 'test/core/metrics'] as const;

/** Of `asked` in what `scripts/references/pins.ts` writes. */
const PinnedText = z.tuple([z.string()]).rest(z.unknown());

/** Metrics that a file of values of a reference holds, as the script that writes it names them. */
const FIXTURES: Readonly<Record<string, (values: unknown) => readonly string[]>> = {
  'test/core/metrics/references/metrics.json': (values) =>
    z
      .object({ cases: z.array(z.object({ metric: z.string() })) })
      .parse(values)
      .cases.map(({ metric }) => metric),
  'test/core/metrics/corpus/reference.json': (values) => Object.keys(values as object),
  'test/tasks/scorers/references/pins.json': (values) =>
    z
      .object({ cases: z.array(z.object({ asked: PinnedText })) })
      .parse(values)
      .cases.map(({ asked: [name, kind, , wordnet] }) => {
        if (name === 'meteor') return wordnet === null ? 'meteor_exact_stem' : 'meteor';
        return name === 'rouge' ? String(kind) : name;
      }),
  'test/tasks/scorers/ifeval/pins.json': () =>
    ['prompt', 'inst'].flatMap((level) => ['strict', 'loose'].map((how) => `${level}_level_${how}_acc`)),
};

/** `// Pins a, b.`, the line by which a test says of which metrics it holds the values. */
const DECLARATION = /^\/\/ Pins ([\w., ]+)\.$/gm;

/** What each test file declares that it holds. */
export function declaredPins(): ReadonlyMap<string, readonly string[]> {
  const files = TESTS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .sort()
      .map((file) => `${folder}/${file}`),
  );
  const declared = files.map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return [path, [...text.matchAll(DECLARATION)].flatMap(([, names = '']) => names.split(', '))] as const;
  });
  return new Map(declared.filter(([, names]) => names.length > 0));
}

/** The files that hold each metric to a value: those that a reference wrote, else the test that says so. */
function pins(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, names] of declaredPins()) for (const name of names) found.set(name, linked(path));
  for (const [path, namesIn] of Object.entries(FIXTURES).reverse()) {
    for (const name of namesIn(valuesIn(path))) found.set(name, linked(path));
  }
  return found;
}

const linked = (path: string) => `[${basename(path).replace(/(\.\w+)?\.test\.ts$/, '')}](../../${path})`;

const valuesIn = (path: string) =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as {
    readonly versions: Readonly<Record<string, string>>;
  };

/** Which versions of the references wrote the values that hold metrics. */
const versions = (): string =>
  Object.keys(FIXTURES)
    .map(
      (path) =>
        `${linked(path)}: ${Object.entries(valuesIn(path).versions)
          .map((each) => each.join(' '))
          .join(', ')}`,
    )
    .join('; ');

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
  const pinned = pins();
  return metrics.map((metric) => ({ ...metric, pinned: pinned.get(metric.name) ?? '' }));
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
  ratio: 'ratio',
  corpus: 'corpus',
} as const;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function rangeOf({ range: { min, max }, unit }: MetricTraits): string {
  const end = (value: number | null, open: string) => (value === null ? open : String(value));
  const ends = `${end(min, '−∞')} to ${end(max, '∞')}`;
  return unit === 'rate' && min === 0 && max === 1 ? 'rate' : `${unit.replaceAll('_', ' ')}, ${ends}`;
}

const rows = (metrics: readonly Documented[]) =>
  markdownTable(
    [
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
    ],
    { alignDelimiters: false },
  );

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

/** `docs/reference/metrics.md`: every metric by name. */
export function metricsReference(): string {
  const repeats = Object.entries(REPEAT_METRICS).map(([family, { means }]) => `\`${family}k\` (${means})`);
  return `<!-- Generated by scripts/generate.ts from src/core/metrics and src/tasks/scorers. Do not edit. -->

# Metrics

A task's options say which of these it has ([config](config.md)); results of other programs bring their own, and those that are here by
name are taken to mean the same. How each kind is judged is [method.md](../explanation/method.md): a **mean** of one number a sample pair by pair
(exactly where scores are 0 or 1), a **ratio** of sums by its linearised error, and a **corpus** metric, a function of all samples at once, by
bootstrap and jackknife over pairs, which have to agree. A rate lies in 0 to 1. Limits of a rate are points (\`2pp\`), of anything else numbers in its unit.
A value that is undefined, such as a rate without a denominator, is none: it is never 0, and a gate on it does not pass.

${rows(documentedMetrics())}

Values that references wrote: ${versions()}.

## Of one class

A gate with \`class\` asks ${CLASS_STATISTICS.map((name) => `\`${name}\``).join(', ')} of one class against all others, where a metric of the task names
its classes: rates, higher is better, all samples at once, held to scikit-learn by the same values ([a classifier](../how-to/classification.md)).

## Tokens, time and money

What is known of every answer, whatever it is scored by, is a metric of a gate on any task, such as
\`{ metric: tickets/latency_p95, max_rise: 10%rel }\`. It stands in the verdict only where a gate asks for it; the report shows it in any
case, beside the verdict. An answer that nobody counted or timed is unscored, never 0. How each is judged:
[method.md](../explanation/method.md#latency-and-cost).

${usageRows()}

Two tokenizers are not compared by tokens, nor two machines by seconds: a gate on these is invalid there, and no other. Seconds are those of
the request that brought the answer, without the wait for its turn; of choices and texts that are scored the embedded engine alone tells
them, and the first token it, llama-server, and endpoints that stream.

## Of several answers

Where a task has \`repeats\`, a gate may ask of any metric that tells right from wrong ${repeats.join(', ')}.

## Adding one

By [CONTRIBUTING](../../CONTRIBUTING.md#a-metric) a metric is one file and one row, and this page follows.
`;
}
