import { givenOtherwise, mismatchMessage } from '../../core/decide/mismatch-message.ts';
import type { GateResult, Mismatch, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { list, titled } from '../blocks.ts';
import { formatDigest, metricName } from '../format.ts';
import { limitPhrase } from '../gate-rules.ts';
import { code, type Inline, inline, ours, strong } from '../inline.ts';
import type { Section } from '../section.ts';

interface Remedy {
  readonly who: string;
  readonly what: Inline;
}

const TASK_CHANGED: Remedy = {
  who: 'Whoever changed the task',
  what: inline`evaluate the baseline again with the task as it is now, or undo the change.`,
};
const TOKENIZER_CHANGED: Remedy = {
  who: 'Whoever made the checkpoint',
  what: inline`evaluate the baseline again, so that both say which tokens each text became: where these are the same, the tokenizers are. For results that cannot say it, declare ${code('accept_change: [tokenizer]')} on the base branch.`,
};
const WEIGHTS_CHANGED: Remedy = {
  who: 'Whoever made the checkpoint',
  what: inline`compare with a baseline of the same quantisation, or say that the change is meant.`,
};
const TEMPLATE_CHANGED: Remedy = {
  who: 'Whoever made the checkpoint',
  what: inline`restore the baseline's chat template; or, where the new one is meant, declare ${code('accept_change: [chat_template]')} and name the baseline's weights, which are then asked with it.`,
};
const MACHINE_CHANGED: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`evaluate both sides with the same engine, settings and harness.`,
};
const OWN_PROMPT: Remedy = {
  who: 'Whoever changes the config',
  what: inline`let ${code('baseline.prompt')} of the base branch say how the baseline is asked, and evaluate it so.`,
};
const ONE_MACHINE: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`evaluate both sides on one machine, the baseline anew: seconds of two are not compared.`,
};
const SETTINGS_CHANGED: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`evaluate both sides with the same settings of the harness: name on both what one left to its default.`,
};
const RUN_INCOMPLETE: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`mend what stopped it, where that is named, and run it again; it goes on where it stopped, and no sample is asked twice.`,
};

/** For each field in which two runs may differ: who must do what. */
const REMEDIES: Record<Mismatch['field'], Remedy> = {
  dataset: TASK_CHANGED,
  prompt: TASK_CHANGED,
  own_prompt: OWN_PROMPT,
  few_shot: TASK_CHANGED,
  generation: TASK_CHANGED,
  scorers: TASK_CHANGED,
  filter: TASK_CHANGED,
  task_version: TASK_CHANGED,
  limit: TASK_CHANGED,
  inputs: TASK_CHANGED,
  targets: TASK_CHANGED,
  metrics: TASK_CHANGED,
  chat_template: TEMPLATE_CHANGED,
  tokenizer: TOKENIZER_CHANGED,
  engine: MACHINE_CHANGED,
  engine_settings: MACHINE_CHANGED,
  engine_version: MACHINE_CHANGED,
  harness: MACHINE_CHANGED,
  harness_version: MACHINE_CHANGED,
  settings: SETTINGS_CHANGED,
  other_settings: SETTINGS_CHANGED,
  dtype: MACHINE_CHANGED,
  batch_size: MACHINE_CHANGED,
  device: MACHINE_CHANGED,
  seed: MACHINE_CHANGED,
  repeats: TASK_CHANGED,
  quantization: WEIGHTS_CHANGED,
  machine: ONE_MACHINE,
  samples: RUN_INCOMPLETE,
  run: RUN_INCOMPLETE,
};

const shown = (value: Mismatch['baseline']): Inline =>
  code(value === null ? 'none' : formatDigest(String(value)));

/** `facts: tokenizer differs, baseline a, candidate b.` */
export function mismatchSentence(mismatch: Mismatch): Inline {
  const { task, field, setting, baseline, candidate, severity, against } = mismatch;
  const given = givenOtherwise(mismatch);
  if (given !== null) return inline`${code(task)}: ${given.words}, the first of them ${code(given.first)}.`;
  const what = setting === undefined ? code(field) : inline`${code(setting)} (${field.replace('_', ' ')})`;
  if (field === 'own_prompt' && severity === 'soft')
    return inline`${code(task)}: the baseline is asked with its own prompt, as ${code('baseline.prompt')} says.`;
  if (field === 'tokenizer' && setting !== undefined && severity === 'soft')
    return tokensSentence(task, baseline);
  return inline`${code(task)}: ${what} differs, ${against ?? 'baseline'} ${shown(baseline)}, candidate ${shown(candidate)}.`;
}

/** The tokens of texts differ, which no score depends on by itself; see `tokenizerDifference`. */
function tokensSentence(task: string, baseline: Mismatch['baseline']): Inline {
  const count = /\((\d+ of \d+) differ\)$/.exec(String(baseline))?.[1] ?? 'some';
  return inline`${code(task)}: the two tokenizers cut ${count} samples into other tokens. Scores compare all the same: log-likelihoods are summed over the same bytes, and answers are compared as texts.`;
}

/** The smaller of two contexts, where a mismatch is of contexts; else null. */
function sharedContext({ field, baseline, candidate }: Mismatch): number | null {
  if (field !== 'engine_settings') return null;
  const [left, right] = [baseline, candidate].map((value) => /^context (\d+)\b/.exec(String(value))?.[1]);
  return left === undefined || right === undefined || left === right ? null : Math.min(+left, +right);
}

const oneContext = (tokens: number): Remedy => ({
  who: 'Whoever changes the config',
  what: inline`set ${code(`engine.context_size: ${tokens}`)}: then both sides are evaluated with one context, whatever their files say.`,
});

const isIncomplete = ({ samples: { baseline, candidate } }: TaskResult) =>
  baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;

function invalidGates(gates: readonly GateResult[]): Inline[] {
  return gates
    .filter((gate) => gate.verdict === 'invalid')
    .map(
      (gate) =>
        inline`${code(metricName(gate))}, ${limitPhrase(gate)}: ${gate.reasons[0] ?? 'no reason was recorded'}`,
    );
}

const SHOWN = 20;

/** Differences that are told in the open; others stand with what was compared. */
export const toldOpenly = ({ comparability }: VerdictFile): readonly Mismatch[] =>
  comparability.filter(({ severity }) => severity === 'hard').slice(0, SHOWN);

/**
 * What is wrong with an invalid comparison and who must do what, most fundamental first. Of another, what could not be
 * compared all the same: tasks that no blocking gate speaks of change no verdict, and are never passed over.
 */
export function faultsSection(file: VerdictFile): Section {
  const hard = toldOpenly(file);
  if (file.verdict !== 'invalid') {
    const told = list(hard.map(mismatchSentence));
    return { title: null, blocks: titled(ours('Not compared, and no blocking gate speaks of it'), told) };
  }
  const remedies = new Set(hard.map((mismatch) => sharedContext(mismatch) ?? REMEDIES[mismatch.field]));
  if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
  // The headline has said the first.
  const [, ...reasons] = file.reasons;
  const isToldAbove = (text: string) => file.reasons.some((reason) => reason.includes(text));
  const differences = new Set(hard.map(mismatchMessage));
  const wrong = [
    ...reasons.map((reason) => inline`${reason}`),
    ...hard.filter((mismatch) => !isToldAbove(mismatchMessage(mismatch))).map(mismatchSentence),
    ...invalidGates(
      file.gates.filter(({ reasons: [why = ''] }) => !isToldAbove(why) && !differences.has(why)),
    ),
  ];
  const cures = [...remedies]
    .map((remedy) => (typeof remedy === 'number' ? oneContext(remedy) : remedy))
    .map(({ who, what }) => inline`${strong(`${who}:`)} ${what}`);
  return {
    title: null,
    blocks: [
      ...titled(ours('What is wrong'), list(wrong.slice(0, SHOWN))),
      ...titled(ours('Who must do what'), list(cures)),
    ],
  };
}
