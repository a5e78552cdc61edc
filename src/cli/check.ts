import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noBaseline } from '../app/baselines/choose.ts';
import { findBaseline, mustFind } from '../app/baselines/find.ts';
import { dataRemarks } from '../app/data-remarks.ts';
import { earlierFlips } from '../app/earlier-flips.ts';
import { type BlindGate, baselineAlone, blindGates } from '../app/judge/blind-gates.ts';
import { unseenOf, unseenPrograms, unwritableFolders } from '../app/readiness.ts';
import { unknownCurves } from '../app/sides/curves.ts';
import { unreadableLabels } from '../app/sides/labels.ts';
import { fetchSides } from '../app/sides/mlflow.ts';
import { lackingIssue, preparationsOf, sourceIssue } from '../app/sides/sources.ts';
import { type KnownSpeed, measuredSpeeds, secondsOf } from '../app/speed.ts';
import { tokenisedCost } from '../app/tokenised-cost.ts';
import { explainLines } from '../config/explain.ts';
import { loadConfig } from '../config/load.ts';
import { flipWords, type MeasuredFlips } from '../config/plan/flips.ts';
import { forecastsOf } from '../config/plan/forecasts.ts';
import { type EvaluationPlan, makePlan } from '../config/plan/plan.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { TaskComparison } from '../core/compare/compare.ts';
import { messageOf } from '../core/domain/errors.ts';
import { tasksOfGate } from '../core/domain/gate.ts';
import { describeModel, type ModelSource } from '../core/domain/model.ts';
import { formatDuration, plural } from '../report/format.ts';
import { code, toPlain } from '../report/inline.ts';
import { fenceLine } from '../report/log-fence.ts';
import type { AddCommand } from './command.ts';
import {
  addOverrides,
  configOption,
  DEFAULT_CONFIG,
  DEFAULT_OUT,
  type JsonFlag,
  jsonOption,
  overridesFromFlags,
} from './flags.ts';

interface CheckFlags extends Record<string, unknown>, JsonFlag {
  readonly config: string;
}

const HELP = `
Its last lines say whether all is ready, what is missing, and what to run next; ends with 0 unless config or datasets are wrong.

Examples:
  weighbridge check
  weighbridge check --candidate checkpoints/step-2000.gguf --max-drop facts/acc=1pp
`;

export const addCheck: AddCommand = (program, { terminal, signal }) => {
  const command = program
    .command('check')
    .description(
      'what the config comes to: values in force, feasibility of every gate, cost, and whether all is ready; runs no model',
    )
    .addOption(configOption())
    .addOption(jsonOption('the plan as JSON'))
    .addHelpText('after', HELP);
  addOverrides(command).action(async (flags: CheckFlags) => {
    const request = { overrides: overridesFromFlags(flags), assumeTasks: true };
    const written = await loadConfig(flags.config, request);
    const fetched = await fetchSides(written, terminal);
    const config = fetched.size === 0 ? written : await loadConfig(flags.config, request);
    const found = mustFind(config) ? await findable(config) : null;
    // What would be evaluated depends on what was found.
    const rough = await makePlan(found === null ? config : { ...config, baseline: found.model });
    const tokenised = await tokenisedCost(rough, signal).catch(() => null);
    const plan = tokenised === null ? rough : { ...rough, cost: tokenised };
    const isCounted = tokenised !== null;
    const stored = found?.stored ?? (await storedIn(config, config.baseline));
    const blind = blindGates(config, stored);
    const flips = await earlierFlips(config, plan.tasks);
    const feasibility = forecastsOf(plan, stored, flips);
    const checkpoints: Checkpoint[] = [];
    const others = (['anchor', 'reference'] as const).filter((side) => config[side] !== null);
    for (const side of ['candidate', 'baseline', ...others] as const) {
      if (side === 'baseline' && found !== null) {
        checkpoints.push(found.checkpoint);
        continue;
      }
      const source = config[side];
      if (source === null && config.tasks.length === 0) {
        checkpoints.push(namedLater(side));
        continue;
      }
      const issue =
        fetched.get(side) ?? (await sourceIssue(config, side)) ?? (await lackingIssue(config, side));
      checkpoints.push({
        side,
        source: source === null ? null : describeModel(source),
        unseen: unseenOf(source),
        preparations: source === null || issue !== null ? [] : await preparationsOf(config, source, side),
        problem: issue === null ? null : messageOf(issue),
      });
    }
    const machine = await lookAtMachine(config);
    const data = await dataRemarks(config, plan.tasks);
    const missing = missingOf(checkpoints, machine);
    const looked = { feasibility, flips, isCounted, blind, data, ...machine };
    terminal.print(
      flags.json
        ? JSON.stringify(
            { config, checkpoints, ...summary(plan), ...looked, ready: missing.length === 0, missing },
            null,
            2,
          )
        : [
            ...describe({ ...plan, feasibility }, flips, isCounted, checkpoints, blind, data, machine),
            '',
            ...ending(plan, looked, checkpoints, missing, flags),
          ].join('\n'),
    );
  });
};

/** Tries the sources of the baseline without evaluating anything. */
async function findable(config: ResolvedConfig): Promise<{
  readonly model: ModelSource | null;
  readonly checkpoint: Checkpoint;
  readonly stored: readonly TaskComparison[];
}> {
  const scratch = await mkdtemp(join(tmpdir(), 'weighbridge-'));
  try {
    const { found, attempts, bootstrap } = await findBaseline(config, { scratch });
    const [first] = found;
    const source = first === undefined ? null : `${describeModel(first.source)} (found by ${first.name})`;
    if (first === undefined && bootstrap) {
      const unseen = 'is kept yet: this run would make the first one (bootstrap)';
      const checkpoint = { side: 'baseline', source: 'none', unseen, preparations: [], problem: null };
      return { model: null, stored: [], checkpoint };
    }
    return {
      model: first?.source ?? null,
      stored: await storedIn(config, first?.source ?? null),
      checkpoint: {
        ...{ side: 'baseline', source, unseen: unseenOf(first?.source ?? null) },
        preparations: first === undefined ? [] : await preparationsOf(config, first.source, 'baseline'),
        problem: first === undefined ? noBaseline(attempts).describe() : null,
      },
    };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Of weights that are yet to be evaluated nothing is known. */
const storedIn = async (
  config: ResolvedConfig,
  baseline: ModelSource | null,
): Promise<readonly TaskComparison[]> =>
  baseline?.kind === 'results' ? baselineAlone(config, baseline.path) : [];

interface Checkpoint {
  readonly side: string;
  readonly source: string | null;
  /** What of it was not looked at; null where its files were. */
  readonly unseen: string | null;
  /** What has to be made of it before native tasks can run. */
  readonly preparations: readonly string[];
  /** Why it cannot be evaluated yet, and what to do about it; null when nothing is known against it. */
  readonly problem: string | null;
}

/** Of a config that judges results: whoever judges names them. */
const namedLater = (side: string): Checkpoint => ({
  ...{ side, source: 'none', unseen: 'is named yet: `weighbridge gate` is given its results' },
  ...{ preparations: [], problem: null },
});

/** What a verdict would lack as things stand; what is only shown beside it is not. */
const missingOf = (checkpoints: readonly Checkpoint[], machine: Machine): readonly string[] => [
  ...checkpoints.flatMap(({ side, problem }) => (problem === null || side === 'reference' ? [] : [side])),
  ...(machine.unwritable.length === 0 ? [] : ['a folder to write to']),
  ...(machine.curves.length === 0 ? [] : ['training curves']),
  ...(machine.labels.length === 0 ? [] : ['labels']),
];

/** What somebody who reads nothing else has to know. */
function ending(
  { config, warnings, feasibility }: EvaluationPlan,
  { blind, unseen: programs }: { readonly blind: readonly BlindGate[]; readonly unseen: readonly string[] },
  checkpoints: readonly Checkpoint[],
  missing: readonly string[],
  flags: CheckFlags,
): string[] {
  const given = flags.config === DEFAULT_CONFIG ? '' : ` --config ${flags.config}`;
  const same = Object.keys(overridesFromFlags(flags)).length === 0 ? '' : ', with the flags of this check';
  if (missing.length > 0)
    return [
      `NOT READY: ${missing.join(', ')}`,
      `Next: mend what is NOT READY above, then \`weighbridge check${given}\` again`,
    ];
  const unseen = [
    ...checkpoints.flatMap(({ side, source, unseen }) =>
      unseen === null || source === 'none' ? [] : [side],
    ),
    ...(programs.length === 0 ? [] : ['programs']),
  ];
  const next =
    config.tasks.length > 0
      ? `run${given}`
      : `gate --config ${flags.config} --baseline RESULTS --candidate RESULTS`;
  const gates = feasibility.length;
  return [
    `Ready${unseen.length === 0 ? '' : `, but for what was not looked at: ${unseen.join(', ')}`}`,
    ...(warnings.length === 0
      ? []
      : [`${warnings.length} of ${plural(gates, 'gate')} may end undecided with datasets of this size`]),
    ...(blind.length === 0 ? [] : [`${plural(blind.length, 'gate')} cannot see a loss`]),
    `Next: \`weighbridge ${next}\`${same}`,
  ];
}

/** What besides config and data an evaluation needs. */
interface Machine {
  readonly unwritable: readonly string[];
  /** Why gates on training curves could not be judged. */
  readonly curves: readonly string[];
  /** Why gates on judges could not be. */
  readonly labels: readonly string[];
  readonly unseen: readonly string[];
  /** What this machine measured earlier. */
  readonly speeds: readonly KnownSpeed[];
}

async function lookAtMachine(config: ResolvedConfig): Promise<Machine> {
  const [unwritable, curves, labels, speeds] = await Promise.all([
    unwritableFolders(config, DEFAULT_OUT),
    unknownCurves(config),
    unreadableLabels(config),
    measuredSpeeds(config),
  ]);
  return { unwritable, curves, labels, unseen: unseenPrograms(config), speeds };
}

/** By what this machine measured: as is expected where the candidate may end early, and at most. */
function durations(plan: EvaluationPlan, speeds: readonly KnownSpeed[]): string[] {
  const { config, cost, feasibility } = plan;
  const mayEnd = config.candidate?.kind !== 'results' && config.evaluation.value === 'sequential';
  const figures = cost.tasks.map((task) => {
    const tokens = task.promptTokens + task.outputTokens;
    const found = secondsOf({ task: task.task, samples: task.samples, tokens }, speeds);
    const shares = config.gates
      .filter((gate) => tasksOfGate(gate).includes(task.task))
      .map(({ id }) => feasibility.find(({ gate }) => gate === id)?.expectedShare ?? 1);
    const share = mayEnd && shares.length > 0 ? Math.min(1, Math.max(...shares)) : 1;
    return found === null ? null : { ...found, share };
  });
  const known = figures.filter((figure) => figure !== null);
  const [first] = known;
  if (first === undefined || known.length < figures.length || cost.checkpoints === 0) return [];
  const seconds = known.reduce((total, figure) => total + figure.seconds, 0);
  const most = seconds * cost.checkpoints;
  const early = known.reduce((total, figure) => total + figure.seconds * (1 - figure.share), 0);
  const by = [...new Set(known.map((figure) => figure.by))]
    .map(
      ({ model, task, rate, date, times }) =>
        `${toPlain(code(model))} on ${toPlain(code(task))}, ${rate.toPrecision(3)} samples a second on ${date}${times === 1 ? '' : ', by the size of its files'}`,
    )
    .slice(0, 3);
  const expected =
    early > 0 ? `about ${formatDuration(most - early)} expected, since the candidate may end early; ` : '';
  return [
    `${expected}${expected === '' ? 'about' : 'at most'} ${formatDuration(most)}, by what this machine measured: ${by.join('; ')}`,
  ];
}

function judging(
  task: string,
  judges: NonNullable<EvaluationPlan['cost']['tasks'][number]['judges']>,
): string {
  const { requests, promptTokens, outputTokens, money } = judges;
  const tokens = `at most about ${count(promptTokens)} tokens read and ${count(outputTokens)} written`;
  const price = money === null ? '' : `, ${money.toPrecision(3)} in money`;
  return `  ${task}: a judge is asked ${count(requests)} times for each checkpoint, ${tokens}${price}`;
}

const summary = ({ warnings, cost }: EvaluationPlan) => ({ warnings, cost });

const count = (value: number): string => value.toLocaleString('en-US');

function describe(
  plan: EvaluationPlan,
  flips: readonly MeasuredFlips[],
  isCounted: boolean,
  checkpoints: readonly Checkpoint[],
  blind: readonly BlindGate[],
  data: readonly string[],
  machine: Machine,
): string[] {
  const { tasks, checkpoints: evaluated, total } = plan.cost;
  const evaluations = `${plural(evaluated, 'checkpoint')} to evaluate`;
  return [
    'Values in force',
    ...explainLines(plan.config).map((line) => `  ${line}`),
    '',
    ...(plan.config.tasks.length > 0
      ? []
      : ['No tasks: this config judges existing results, with `weighbridge gate`', '']),
    'Checkpoints',
    ...checkpoints.flatMap(({ side, source, unseen, preparations, problem }) =>
      problem === null
        ? [
            `  ${side}: ${source} ${unseen ?? 'is there'}`,
            ...preparations.map((says) => `  ${side}, before its first task: ${says}`),
          ]
        : [`  ${side}: NOT READY: ${problem.replaceAll('\n', '\n  ')}`],
    ),
    ...machine.unwritable.map((says) => `  NOT READY: ${says}`),
    ...machine.curves.map((says) => `  NOT READY: training curves: ${says.replaceAll('\n', '\n  ')}`),
    // Names what stands in a file of the repository.
    ...machine.labels.flatMap((says) => `NOT READY: labels: ${says}`.split('\n').map(fenceLine)),
    ...machine.unseen.map((says) => `  ${says}`),
    '',
    'Gates',
    ...plan.feasibility.map(({ says }) => `  ${says}`),
    ...blind.map(({ says }) => `  ${says}`),
    // Names a file of the repository, which may be called anything.
    ...flipWords(plan.config, plan.feasibility, flips).map(fenceLine),
    ...plan.draws.map((says) => `  ${says}`),
    '',
    ...(data.length === 0 ? [] : ['Data', ...data.map(fenceLine), '']),
    'Cost',
    ...tasks.map(
      ({ task, samples, repeats }) =>
        `  ${task}: ${plural(samples, 'sample')}${repeats === 1 ? '' : `, ${count(repeats)} answers to each`}`,
    ),
    ...tasks.flatMap(({ task, judges }) => (judges === undefined ? [] : [judging(task, judges)])),
    `  ${evaluations}: ${plural(total.samples, 'sample')}, about ${count(total.promptTokens)} tokens read, at most ${count(total.outputTokens)} written (${isCounted ? 'prompts as they are asked, cut by the checkpoint’s own vocabulary' : 'guessed by the bytes of prompts: no vocabulary is at hand before the engine is'})`,
    ...durations(plan, machine.speeds).map((says) => `  ${says}`),
  ];
}
