import { z } from 'zod';
import { GATE_RULES } from '../core/decide/rules/registry.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { SUITE_MODES } from '../core/domain/policy.ts';
import { FINGERPRINT_FIELDS, type FingerprintField, STOP_REASONS, TASK_ROLES } from '../core/domain/run.ts';
import { SEVERITIES } from '../core/domain/sample.ts';
import { VERDICTS } from '../core/domain/verdict.ts';
import {
  answerHealthShape,
  countSchema as count,
  deltaSchema as delta,
  directionSchema as direction,
  estimateSchema as estimate,
  flipsSchema as flips,
  metricBasisSchema,
  modelSchema as model,
  taskBasisSchema,
  unitSchema as unit,
} from '../results/store/measured-schema.ts';
import { taskDriftSchema } from './verdict-drift-schema.ts';
import { crossValidationSchema } from './verdict-folds-schema.ts';

const verdict = z.enum(VERDICTS);
const fingerprintValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const difference = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
const bySide = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ baseline: schema, candidate: schema });

const judgeLikes = z.strictObject({
  turned: bySide(z.number().nullable())
    .exactOptional()
    .describe('Share of comparisons that turned with the order of the answers.'),
  longer: bySide(
    z.strictObject({
      verdicts: z.int().min(0),
      preferred: z.int().min(0),
      winRate: z.number().nullable(),
      controlled: z.number().nullable().describe('At equal length.'),
    }),
  )
    .exactOptional()
    .describe('Comparisons of answers of unlike length, and those for the longer.'),
  length: difference
    .exactOptional()
    .describe('How much more than people it gives the longer half of the answers than the shorter one.'),
  itself: z
    .strictObject({ sides: z.array(z.enum(['baseline', 'candidate'])).min(1), excess: difference.nullable() })
    .exactOptional()
    .describe('Sides whose model it is, and how much more than people it gives that one than the other.'),
});

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  z.strictObject({ kind: z.literal('input'), name: z.string() }),
  z.strictObject({ kind: z.literal('flag'), name: z.string() }),
  z.strictObject({ kind: z.literal('file'), file: z.string(), line: z.int().min(1) }),
]);
const sourced = <Schema extends z.ZodType>(value: Schema) => z.strictObject({ value, source });

const weak = z
  .literal('weak')
  .exactOptional()
  .describe('Sums without samples had to do, which cannot be paired.');

const sideValue = z
  .strictObject({ ...estimate.shape, n: count.nullable() })
  .describe('The same of a task; n is null of a sum of which nobody said how many samples it is of.');

const caseResult = z.strictObject({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  checks: z.array(z.string()).describe("Those that an answer of the candidate's failed."),
  passed: bySide(z.number()).describe('Share of the answers.'),
});

const gate = z.strictObject({
  id: z.string().describe('By which waivers, `explain` and links name the gate.'),
  task: z.string().describe('Of an average its name.'),
  metric: z.string(),
  rule: z.enum(GATE_RULES),
  against: z.literal('anchor').exactOptional().describe('The anchor stands wherever a baseline is named.'),
  limit: z.string().describe('As written, such as `2pp`.'),
  margin: z.number().nullable().describe("The limit in the metric's unit."),
  unit,
  direction: direction.nullable(),
  tier: z.enum(['blocking', 'advisory']),
  verdict,
  reasons: z.array(z.string()),
  warnings: z.array(z.string()).exactOptional().describe('Signs that the data are not what they look like.'),
  baseline: estimate.nullable(),
  candidate: estimate.nullable(),
  delta: delta.nullable(),
  sequence: z
    .strictObject({
      used: count,
      evaluated: count,
      planned: count,
      stopped: z.enum(STOP_REASONS).exactOptional(),
      progress: z
        .array(z.strictObject({ samples: count, pass: z.number(), regression: z.number() }))
        .exactOptional()
        .describe('How it came to be decided: the evidence for each answer as a share of what proves it.'),
    })
    .exactOptional()
    .describe(
      'Only where less was seen than planned: the samples that the answer rests on, those that were evaluated, and all. `baseline` then is on all samples.',
    ),
  groups: z
    .array(z.strictObject({ group: z.string(), value: z.number(), pairs: count }))
    .exactOptional()
    .describe(
      'Only for gates on groups: those that a regression is proven of, the surest first, with their changes; of a gap the two that are furthest apart, with the candidate’s own values.',
    ),
  pairedBaseline: estimate
    .exactOptional()
    .describe('The baseline on the samples of `sequence.used`, from which `delta` is the change.'),
  net: delta
    .safeExtend({
      losses: z.array(
        z.strictObject({ task: z.string(), metric: z.string(), weight: z.number(), delta: z.number(), unit }),
      ),
    })
    .describe('Only for `net_gain`: the gain less its weighted losses; plus is better.')
    .nullable()
    .exactOptional(),
  average: z
    .array(
      z.strictObject({
        task: z.string(),
        metric: z.string(),
        share: z.number(),
        delta: z.number().nullable(),
      }),
    )
    .exactOptional()
    .describe('Only for `average`: the tasks with their shares, which add up to 1, and their deltas.'),
  evidence: weak,
  bound: z
    .strictObject({ side: z.enum(['upper', 'lower']), value: z.number(), level: z.number() })
    .nullable()
    .describe(
      "For a ceiling or floor: the one-sided limit of the candidate's own value on the forbidden side.",
    ),
  pairs: count.describe('Samples that both sides have a score for.'),
  effective: z
    .number()
    .exactOptional()
    .describe(
      "Kish's effective sample size: what the samples count for, weighed and clustered as they are; only below nine tenths of their number.",
    ),
  repeats: z
    .strictObject({
      answers: bySide(count).describe('To each sample.'),
      noiseShare: z
        .number()
        .nullable()
        .describe(
          "Share of the variance of the samples' deltas that is chance between answers to one question; at least that, where a side answered once.",
        ),
      flaky: bySide(count).describe('Samples whose answers do not all score the same.'),
      worst: z.array(
        z.strictObject({
          id: z.string(),
          ...bySide(z.strictObject({ mean: z.number(), range: z.number() })).shape,
        }),
      ),
    })
    .exactOptional()
    .describe('Only where a side answered each sample several times.'),
  cases: z
    .strictObject({
      failed: z
        .array(caseResult)
        .describe('Always passed by the baseline; by the candidate less often than not.'),
      flaky: z.array(caseResult).describe('Answers disagree, so that they block nothing.'),
    })
    .exactOptional()
    .describe('Only for `max_new_failures`, the gravest first.'),
  judge: z
    .strictObject({
      metric: z.string().describe('Of several criteria the one in which it agrees least.'),
      labels: bySide(count).describe('Answers that people graded too.'),
      exact: z.number().nullable().describe('Share of them graded alike.'),
      kappa: z.number().nullable().describe('Weighted by squared distance on the scale.'),
      low: z.number().nullable(),
      high: z.number().nullable(),
      level: z.number(),
      needed: count.nullable().describe('Labels that would show that it may block, should kappa stay.'),
      bias: bySide(estimate.nullable()).describe('How much higher than people it grades.'),
      corrected: delta
        .safeExtend({
          labels: count,
          decides: z.boolean().describe('Whether the judge is proven to favour a side.'),
        })
        .exactOptional()
        .describe('The change as people would grade it (PPI++).'),
      likes: judgeLikes.exactOptional().describe('What it likes beside what it is asked for: shown alone.'),
      demotes: z
        .literal(true)
        .exactOptional()
        .describe(
          'The config has the gate block, and it does not, since nobody knows the judge to agree with people.',
        ),
    })
    .exactOptional()
    .describe('Only where a model judged the answers: how far people agree with it.'),
  unpaired: bySide(count).describe('Samples that the other side lacks.'),
  unscored: bySide(count).describe('Samples without a score; never a zero.'),
  flips: flips.nullable(),
  leaning: z
    .enum(['pass', 'regression', 'none'])
    .nullable()
    .describe(
      'Of an undecided gate under `lean`: what it does to the merge; none where nothing could be tested.',
    ),
  test: z
    .strictObject({
      method: z.string(),
      statistic: z.number().nullable(),
      pSafe: z.number().nullable(),
      pWorse: z.number().nullable(),
      pLean: z
        .number()
        .exactOptional()
        .describe('What an undecided gate leans by where that is not `pSafe`.'),
      level: z.number().exactOptional().describe('One-sided level of this one of several looks.'),
    })
    .nullable(),
  minimumDetectable: z.number().nullable(),
  needed: z.number().nullable().describe('Samples that would decide the gate; only when inconclusive.'),
  blocks: z.boolean().describe('Whether this gate blocks the merge.'),
  blind: z.string().exactOptional().describe('Why the gate could not fail, so that nothing follows from it.'),
  waived: z
    .strictObject({ by: z.string(), reason: z.string(), expires: z.string() })
    .exactOptional()
    .describe('Whose waiver keeps the gate from blocking. The verdict stays what it is.'),
});

const waiver = z.strictObject({
  gate: z.string(),
  by: z.string(),
  reason: z.string(),
  expires: z.string().describe('Last day on which it counts (UTC), or `commit <sha>`.'),
  source: z.string(),
  applied: z.boolean(),
  because: z.string().nullable().describe('Why it did not count; null when it did.'),
});

const suiteSize = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('rows'), added: count, removed: count, changed: count }),
  z.strictObject({ unit: z.literal('bytes'), before: count.nullable(), after: count.nullable() }),
]);

const suite = z.strictObject({
  mode: z.enum(SUITE_MODES).describe('`policy.suite_changes` of the base branch.'),
  digest: z.string().describe('Of the changes that count: a waiver of the base branch names it.'),
  accepted: z
    .strictObject({ by: z.string(), reason: z.string(), expires: z.string() })
    .nullable()
    .describe('Whose word lets the changes count; null where nobody gave it.'),
  changes: z.array(
    z.strictObject({
      subject: z.string().describe('Key of the config that leads to it.'),
      before: z.string().nullable(),
      after: z.string().nullable(),
      digests: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }),
      size: suiteSize.nullable(),
      kind: z.enum(['changed', 'outdated', 'new task', 'pointer']),
      counts: z.boolean().describe('Whether it needs to be accepted.'),
    }),
  ),
});

const policyOrigin = z.strictObject({
  revision: z.string().describe('Commit of the base branch that the policy was read from.'),
  tip: z
    .string()
    .exactOptional()
    .describe('The tip of the base branch, whose config judged as well; only where it is another commit.'),
  state: z
    .enum(['same', 'changed', 'adopted'])
    .describe('`changed`: both policies were evaluated, and the stricter verdict decides.'),
  changes: z.array(
    z.strictObject({
      subject: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      effect: z.enum(['looser', 'stricter', 'changed']),
    }),
  ),
  suite: suite
    .exactOptional()
    .describe('What of the files and settings that decide is not as the base branch has it.'),
});

const FIELDS = Object.keys(FINGERPRINT_FIELDS) as FingerprintField[];

const mismatch = z.strictObject({
  task: z.string(),
  against: z.literal('anchor').exactOptional(),
  field: z.enum([...FIELDS, 'quantization', 'machine', 'samples', 'inputs', 'targets', 'metrics', 'run']),
  setting: z.string().exactOptional().describe('Which of several settings that the field holds.'),
  baseline: fingerprintValue,
  candidate: fingerprintValue,
  severity: z.enum(['hard', 'soft']),
});

const flip = z.strictObject({
  id: z.string(),
  group: z.string().nullable(),
  question: z.string().exactOptional().describe('The last paragraph of what was asked, cut to a line.'),
  ...bySide(z.strictObject({ score: z.number(), output: z.string().nullable() })).shape,
});

const metric = z.strictObject({
  metric: z.string(),
  unit,
  direction,
  baseline: sideValue.nullable(),
  candidate: sideValue.nullable(),
  delta: delta.nullable(),
  evidence: weak,
  flips: flips.nullable(),
  groups: z.array(
    z.strictObject({
      ...{ group: z.string(), pairs: count, delta: z.number() },
      proven: z
        .literal(true)
        .exactOptional()
        .describe('Of a group that is proven to have got worse, of as many as there are.'),
    }),
  ),
  basis: metricBasisSchema.exactOptional(),
});

const answerHealth = z
  .strictObject(answerHealthShape)
  .describe('How many answers look like those of a broken model.');

const classRates = z.strictObject({
  predictions: z.number(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
});

const byClass = z
  .strictObject({
    metric: z.string(),
    unlabelled: bySide(z.number()).describe('Answers that name no class.'),
    classes: z.array(z.strictObject({ class: z.string(), samples: z.number(), ...bySide(classRates).shape })),
  })
  .describe('Over the samples that both sides have a score for; null where nothing is there to count.');

const task = z.strictObject({
  task: z.string(),
  role: z.enum(TASK_ROLES),
  primaryMetric: z.string(),
  samples: bySide(z.strictObject({ planned: count, evaluated: count })),
  stopped: z
    .enum(STOP_REASONS)
    .exactOptional()
    .describe("Why the candidate's evaluation ended before its last sample; absent where it did not."),
  orderSeed: count
    .exactOptional()
    .describe("What the order of the candidate's samples was drawn by, where the config's seed did not."),
  pairs: count,
  askedAgain: z
    .strictObject({ rows: count, of: count, first: z.tuple([z.string(), z.string()]) })
    .exactOptional()
    .describe('Rows that ask the same as another, of so many, with the first two; absent where none does.'),
  answers: bySide(answerHealth.nullable())
    .exactOptional()
    .describe('Only where the model wrote its answers, and they were kept.'),
  metrics: z.array(metric),
  byClass: byClass.exactOptional(),
  basis: taskBasisSchema.exactOptional(),
  flips: z.array(flip),
});

const baselineProvenance = z.strictObject({
  attempts: z
    .array(z.strictObject({ source: z.string(), reason: z.string().nullable() }))
    .describe('Sources in the order in which they were tried; the one without a reason gave the baseline.'),
  origin: z
    .strictObject({ commit: z.string().nullable(), date: z.string(), by: z.string().nullable() })
    .nullable()
    .describe('Null where the baseline was evaluated for this run.'),
  max_age_days: z.number().nullable(),
  accepted: z.array(z.string()).describe('Declared changes: the baseline was evaluated anew with them.'),
});

const curvePoint = z.strictObject({ at: z.number(), value: z.number() });

const curves = z.strictObject({
  files: z.array(z.strictObject({ file: z.string(), digest: z.string() })),
  faults: z.array(z.string()).describe('Why nothing is known of them.'),
  axis: z.enum(['step', 'epoch', 'entry']).describe('What `at` counts.'),
  train: z.array(curvePoint).describe('The training loss, thinned out.'),
  evaluation: z.array(curvePoint).describe('The evaluation loss, likewise.'),
  gap: z
    .strictObject({ value: z.number(), train: z.number(), evaluation: z.number() })
    .nullable()
    .describe('(evaluation − training) / training at the last evaluation.'),
  rising: z
    .strictObject({ value: z.number(), best: curvePoint, last: z.number(), since: count })
    .nullable()
    .describe('(last − best) / best of the evaluations, and how many there were since the best.'),
  fell: z.number().nullable().describe('How much the training loss fell, as a share of where it began.'),
  gated: z.number().nullable().describe('Step of the checkpoint that is judged.'),
  signs: z.array(z.string()).describe('What looks wrong, in sentences; nothing is decided by them.'),
});

/** `verdict.json`, strict: what a reader may rely on, and what a hostile file must look like to be read at all. */
export const verdictFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  verdict: verdict.describe('The worst of all blocking gates; `invalid` where there is none.'),
  exitCode: z.int().min(0).max(5).describe('With which `run` and `gate` end, and the step of the action.'),
  blocked: z.boolean().describe('Whether the merge is blocked.'),
  proven: z
    .boolean()
    .describe(
      'Whether every blocking gate is proven to hold; false of a merge that rests on a lean, a warning or a waiver, or on alarms alone that did not go off.',
    ),
  summary: z.string().describe('One sentence: the verdict and the one number that decided it.'),
  reasons: z.array(z.string()).describe('Why the verdict is what it is, in sentences.'),
  candidate: model
    .nullable()
    .describe('The checkpoint that wants to merge; null where nothing is known of it.'),
  baseline: model.nullable().describe('What it was compared with.'),
  anchor: model.nullable().exactOptional().describe('Only where the config names an anchor.'),
  reference: z
    .strictObject({
      model: model.nullable(),
      metrics: z.array(
        z.strictObject({
          ...{ task: z.string(), metric: z.string(), unit, direction, pairs: count },
          ...{ value: z.number(), candidate: z.number() },
        }),
      ),
      unlike: z.array(z.strictObject({ task: z.string(), reason: z.string() })),
    })
    .exactOptional()
    .describe('Another model beside the two, where the config names one. It decides nothing.'),
  policy: z
    .strictObject({
      alpha: sourced(z.number()),
      onInconclusive: sourced(z.enum(['lean', 'block', 'warn'])),
      leanAlpha: sourced(z.number()).describe('Error rate at which an undecided gate leans to pass.'),
      target: sourced(z.enum(['auto', 'population', 'benchmark'])),
      minCoverage: sourced(z.number()),
      identical: sourced(z.enum(['block', 'warn'])).exactOptional(),
      limits: z.record(z.string(), sourced(z.string())).describe('Of each gate, by its id.'),
    })
    .describe('What was in force, and where each value came from.'),
  gates: z.array(gate).describe('Every gate with its numbers.'),
  waivers: z.array(waiver).exactOptional().describe('Every waiver, those that did not count included.'),
  policyOrigin: policyOrigin.exactOptional().describe('Only where the event has a base branch.'),
  waits: z
    .array(z.strictObject({ task: z.string(), evaluated: count, planned: count }))
    .exactOptional()
    .describe(
      'Tasks that are evaluated in rounds of which those so far decide nothing: the verdict waits for the next.',
    ),
  identicalAnswers: count
    .exactOptional()
    .describe('Samples that both sides answer exactly alike: all of them, though the weights differ.'),
  untrusted: z
    .string()
    .exactOptional()
    .describe('Why the samples cannot be trusted; such a file is never a pass.'),
  curves: curves
    .exactOptional()
    .describe("The candidate's training curves; only where the config names some."),
  drift: z
    .array(taskDriftSchema)
    .exactOptional()
    .describe(
      'How far the answers drifted, whatever they were scored; only where the config asks. It decides nothing but gates of `max_drift`.',
    ),
  crossValidation: z
    .array(crossValidationSchema)
    .exactOptional()
    .describe(
      'What the folds of a cross-validation say of the recipe; only where the candidate was joined of folds. It decides nothing.',
    ),
  comparability: z
    .array(mismatch)
    .describe('In what the two runs of a task differ; `hard` makes the task invalid.'),
  notes: z
    .array(z.string())
    .exactOptional()
    .describe('What of the results of other programs was passed over, or read otherwise than it seems.'),
  tasks: z.array(task).describe('Every task with all its metrics, gated or not.'),
  cost: z.strictObject({
    samples: z.strictObject({
      planned: count,
      evaluated: count,
      reused: count.exactOptional().describe('Of those evaluated: in a store from an earlier evaluation.'),
    }),
    tokens: z.strictObject({
      prompt: count,
      output: count,
      thinking: count.exactOptional().describe('Of thoughts that were told from the answers.'),
    }),
  }),
  provenance: z.strictObject({
    weighbridge: z.string(),
    config: z.strictObject({ file: z.string().nullable(), digest: z.string().nullable() }),
    given: z
      .strictObject({
        baseline: z.string().exactOptional(),
        candidate: z.string().exactOptional(),
        results: z.literal(true).exactOptional().describe('No model was run.'),
        folds: z
          .strictObject({
            file: z.string(),
            results: z.array(z.strictObject({ fold: z.string(), path: z.string() })),
          })
          .exactOptional()
          .describe('In place of a candidate: the file of the folds, and the results of each.'),
        full: z.literal(true).exactOptional().describe('Every sample was asked for.'),
      })
      .exactOptional()
      .describe('What the command line or the inputs said besides the config and its limits.'),
    baseline: baselineProvenance.exactOptional().describe('How the baseline was found.'),
    fingerprints: z.record(z.string(), bySide(z.record(z.string(), fingerprintValue).nullable())),
  }),
});

type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> };
type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = T extends object ? { [Key in keyof T]: Flat<T[Key]> } : T;

// Fails to compile when the schema and the type in the domain say different things.
true satisfies Equals<Flat<z.infer<typeof verdictFileSchema>>, Flat<Mutable<VerdictFile>>>;
