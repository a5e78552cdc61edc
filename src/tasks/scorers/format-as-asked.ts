import { z } from 'zod';
import { parseJson } from '../../core/domain/json.ts';
import { suggestion } from '../../core/domain/suggest.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { codeBlock, csvValid, markdownTable, xmlValid, yamlValid } from './formats.ts';
import { jsonValid } from './json.ts';
import { regex } from './regex.ts';
import { type Answer, type ConfiguredScorer, defineScorer, metricOption, type OpenScorer } from './scorer.ts';

/** Those that look at the form of an answer alone, and need no target. */
const FORMS = new Map(
  [jsonValid, yamlValid, csvValid, markdownTable, xmlValid, codeBlock, regex].map((each) => [
    each.name,
    each,
  ]),
);

const check = z.looseObject({ name: z.string() });

const HOW = 'such as {"name": "csv_valid", "columns": ["item", "price"]}';

/** @throws RangeError that says what is wrong with the row */
function checkOf(target: string): ConfiguredScorer {
  const parsed = check.safeParse(parseJson(target, { file: 'target' }));
  if (!parsed.success) throw new RangeError(`names no check: write a scorer with its options, ${HOW}`);
  const { name, ...options } = parsed.data;
  const form = FORMS.get(name);
  if (form === undefined)
    throw new RangeError(
      `names ${JSON.stringify(name)}, which checks no form: ${suggestion(name, [...FORMS.keys()], 'one of')}`,
    );
  const configured = form.configure(options);
  if (configured.ok) return configured.scorer;
  throw new RangeError(
    `has a check ${name} with faults: ${configured.issues.map(({ message }) => message).join('; ')}`,
  );
}

/** Each row says what form its answer must have; 1 where it has it, else 0. */
export const formatAsAsked = defineScorer({
  name: 'format_as_asked',
  summary:
    'the answer has the form that its row asks for: JSON, YAML, CSV, XML, a table, a list, a code block',
  facts: {
    definition: `1 where the check that the target names gives 1: one of ${[...FORMS.keys()].join(', ')}, with its options`,
    reference: 'those of the checks',
    use: 'rows of which each asks for another form; where all ask for the same, its own scorer',
  },
  codeVersion: 1,
  options: z.strictObject(metricOption),
  metric: HIGHER,
  example: { options: {}, targets: ['{"name": "json_valid"}'] },
  checkTargets(targets) {
    const [target] = targets;
    if (targets.length !== 1 || target === undefined)
      return `format_as_asked needs one target with the check of the row, ${HOW}`;
    try {
      const { checkTargets } = checkOf(target);
      return checkTargets([]);
    } catch (error) {
      return `the target of format_as_asked ${error instanceof Error ? error.message : String(error)}`;
    }
  },
  async open(_, directory) {
    const open = new Map<string, Promise<OpenScorer>>();
    const opened = (target: string) => {
      const known = open.get(target) ?? checkOf(target).open(directory);
      open.set(target, known);
      return known;
    };
    // A check that judges otherwise than before makes this one do so too.
    const checks = await Promise.all([...FORMS.values()].map(versionOf));
    return {
      inputs: checks,
      async score(answers, signal) {
        const scoreOf = async (answer: Answer) => {
          const [target = ''] = answer.targets;
          const [scores = {}] = await (await opened(target)).score([{ ...answer, targets: [] }], signal);
          return Object.values(scores)[0] ?? { unscored: 'the check gave no score' };
        };
        return Promise.all(answers.map(scoreOf));
      },
    };
  },
});

async function versionOf({ name, example, configure }: typeof jsonValid): Promise<string> {
  const configured = configure(example.options);
  if (!configured.ok) throw new Error(`${name} refuses its own example`);
  return (await configured.scorer.open('.')).version;
}
