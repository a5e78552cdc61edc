import { z } from 'zod';
import { messageOf } from '../../../core/domain/errors.ts';
import { parseJson } from '../../../core/domain/json.ts';
import { suggestion } from '../../../core/domain/suggest.ts';
import { punktSentences } from '../../../core/metrics/text/punkt.ts';
import { strip } from '../../../core/metrics/text/python-text.ts';
import { HIGHER, type MetricTraits } from '../../../core/metrics/traits.ts';
import { languageDetector } from '../language.ts';
import { openPunkt } from '../punkt-model.ts';
import { type Answer, defineScorer, metricOption } from '../scorer.ts';
import { type Check, INSTRUCTIONS, type Tools } from './instructions.ts';

const row = z.object({
  prompt: z.string(),
  instruction_id_list: z.array(z.string()).min(1),
  kwargs: z.array(z.record(z.string(), z.unknown())),
});

const HOW =
  "doc_to_target: \"{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}\"";

/** @throws RangeError that says what is wrong with the row */
function checksOf(target: string): Check[] {
  const parsed = row.safeParse(parseJson(target, { file: 'target' }));
  if (!parsed.success) throw new RangeError(`is no row of IFEval: use ${HOW}`);
  const { prompt, instruction_id_list: ids, kwargs } = parsed.data;
  if (ids.length !== kwargs.length) {
    throw new RangeError(`has ${ids.length} instructions, and kwargs for ${kwargs.length}`);
  }
  return ids.map((id, index) => {
    const make = Object.hasOwn(INSTRUCTIONS, id) ? INSTRUCTIONS[id] : undefined;
    if (make === undefined) {
      throw new RangeError(
        `has an unknown instruction ${JSON.stringify(id)}: ${suggestion(id, Object.keys(INSTRUCTIONS), 'one of')}`,
      );
    }
    // Tables have a column for every key there is.
    const given = Object.fromEntries(
      Object.entries(kwargs[index] ?? {}).filter(([, value]) => Boolean(value)),
    );
    try {
      return make(given, prompt);
    } catch (error) {
      const [issue] = error instanceof z.ZodError ? error.issues : [];
      const what = issue === undefined ? messageOf(error) : `${issue.path.join('.')}: ${issue.message}`;
      throw new RangeError(`cannot be checked by ${id}: ${what}`);
    }
  });
}

/** What the loose criterion looks at beside the answer: parts that models put around what was asked, and marks that they put in it. */
function variantsOf(text: string): string[] {
  const lines = text.split('\n');
  const cut = [lines.slice(1), lines.slice(0, -1), lines.slice(1, -1)].map((kept) => strip(kept.join('\n')));
  return [text, ...cut].flatMap((variant) => [variant, variant.replaceAll('*', '')]);
}

function followed(check: Check, variants: readonly string[], tools: Tools): ReturnType<Check> {
  for (const variant of variants) {
    const found = strip(variant) !== '' && check(variant, tools);
    if (found !== false) return found;
  }
  return false;
}

type Level = 'prompt' | 'inst';
type Criterion = 'strict' | 'loose';

function ifeval<Name extends string>(name: Name, level: Level, criterion: Criterion) {
  const traits: MetricTraits = level === 'prompt' ? HIGHER : { ...HIGHER, kind: 'ratio' };
  const counted =
    level === 'prompt' ? 'prompts of which all instructions are followed' : 'instructions that are followed';
  const looked = criterion === 'loose' ? ', with or without first and last line and asterisks' : '';
  return defineScorer({
    name,
    summary: `${counted}${looked} (IFEval)`,
    facts: {
      definition: `the share of ${counted}${looked}: 25 kinds of instructions that a program can check`,
      reference:
        'lm-evaluation-harness 0.4.13, tasks/ifeval; where the two can differ is in docs/adr/0011-text-metrics.md',
      use: `following instructions; ${criterion === 'loose' ? 'the loose criterion forgives an introduction before the answer' : 'the strict criterion is the usual one'}`,
    },
    codeVersion: 2,
    options: z.strictObject({
      ...metricOption,
      punkt: z
        .string()
        .min(1)
        .optional()
        .describe(
          "Folder `tokenizers/punkt_tab/english` of NLTK's data, by which sentences are counted exactly as the reference does. Default: a small list of abbreviations.",
        ),
    }),
    metric: traits,
    example: {
      options: {},
      targets: [
        '{"prompt": "Say hi without a comma", "instruction_id_list": ["punctuation:no_comma"], "kwargs": [{}]}',
      ],
    },
    checkTargets(targets) {
      const [target] = targets;
      if (targets.length !== 1 || target === undefined)
        return `${name} needs one target with the row: ${HOW}`;
      try {
        checksOf(target);
        return null;
      } catch (error) {
        return `the target of ${name} ${messageOf(error)}`;
      }
    },
    async open({ punkt }, directory) {
      const detector = await languageDetector();
      const { model, input } = await openPunkt(punkt, directory);
      const tools: Tools = {
        languageOf: (text) => detector.detect(text).language,
        sentencesOf: (text) => punktSentences(text, model),
      };
      const score = ({ output, targets: [target = ''] }: Answer) => {
        const variants = criterion === 'loose' ? variantsOf(output) : [output];
        const right = checksOf(target).map((check) => followed(check, variants, tools));
        const untold = right.find((each) => typeof each === 'object');
        if (untold !== undefined) return untold;
        const numerator = right.filter(Boolean).length;
        return level === 'prompt'
          ? Number(numerator === right.length)
          : { numerator, denominator: right.length };
      };
      return { inputs: ['eld-2.1.0', input], score: async (answers) => answers.map(score) };
    },
  });
}

export const promptStrict = ifeval('prompt_level_strict_acc', 'prompt', 'strict');
export const promptLoose = ifeval('prompt_level_loose_acc', 'prompt', 'loose');
export const instructionStrict = ifeval('inst_level_strict_acc', 'inst', 'strict');
export const instructionLoose = ifeval('inst_level_loose_acc', 'inst', 'loose');
