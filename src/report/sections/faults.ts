import type { GateResult, Mismatch, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { list, titled } from '../blocks.ts';
import { formatDigest } from '../format.ts';
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
const CHECKPOINT_CHANGED: Remedy = {
  who: 'Whoever made the checkpoint',
  what: inline`restore the baseline's tokenizer, or compare with a baseline that shares it.`,
};
const TEMPLATE_CHANGED: Remedy = {
  who: 'Whoever made the checkpoint',
  what: inline`restore the baseline's chat template; or, where the new one is meant, declare ${code('accept_change: [chat_template]')} and name the baseline's weights, which are then asked with it.`,
};
const MACHINE_CHANGED: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`evaluate both sides with the same engine, settings and harness.`,
};
const SETTINGS_CHANGED: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`evaluate both sides with the same settings of the harness: name on both what one left to its default.`,
};
const RUN_INCOMPLETE: Remedy = {
  who: 'Whoever runs the evaluation',
  what: inline`run it again; it goes on where it stopped, and no sample is asked twice.`,
};

/** For each field in which two runs may differ: who must do what. */
const REMEDIES: Record<Mismatch['field'], Remedy> = {
  dataset: TASK_CHANGED,
  prompt: TASK_CHANGED,
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
  tokenizer: CHECKPOINT_CHANGED,
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
  quantization: CHECKPOINT_CHANGED,
  samples: RUN_INCOMPLETE,
  run: RUN_INCOMPLETE,
};

const shown = (value: Mismatch['baseline']): Inline =>
  code(value === null ? 'none' : formatDigest(String(value)));

/** `facts: tokenizer differs, baseline a, candidate b.` */
export function mismatchSentence({ task, field, setting, baseline, candidate, against }: Mismatch): Inline {
  const what = setting === undefined ? code(field) : inline`${code(setting)} (${field.replace('_', ' ')})`;
  return inline`${code(task)}: ${what} differs, ${against ?? 'baseline'} ${shown(baseline)}, candidate ${shown(candidate)}.`;
}

const isIncomplete = ({ samples: { baseline, candidate } }: TaskResult) =>
  baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;

function invalidGates(gates: readonly GateResult[]): Inline[] {
  return gates
    .filter((gate) => gate.verdict === 'invalid')
    .map((gate) => inline`${code(gate.id)}: ${gate.reasons[0] ?? 'no reason was recorded'}`);
}

const SHOWN = 20;

/**
 * What is wrong with an invalid comparison and who must do what, most fundamental first. Of another, what could not be
 * compared all the same: tasks that no blocking gate speaks of change no verdict, and are never passed over.
 */
export function faultsSection(file: VerdictFile): Section {
  const hard = file.comparability.filter((mismatch) => mismatch.severity === 'hard');
  if (file.verdict !== 'invalid') {
    const told = list(hard.map(mismatchSentence).slice(0, SHOWN));
    return { title: null, blocks: titled(ours('Not compared, and no blocking gate speaks of it'), told) };
  }
  const remedies = new Set(hard.map((mismatch) => REMEDIES[mismatch.field]));
  if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
  const stated = new Set(file.reasons);
  const wrong = [
    ...file.reasons.map((reason) => inline`${reason}`),
    ...hard.map(mismatchSentence),
    ...invalidGates(file.gates.filter((gate) => !stated.has(gate.reasons[0] ?? ''))),
  ];
  const cures = [...remedies].map(({ who, what }) => inline`${strong(`${who}:`)} ${what}`);
  return {
    title: null,
    blocks: [
      ...titled(ours('What is wrong'), list(wrong.slice(0, SHOWN))),
      ...titled(ours('Who must do what'), list(cures)),
    ],
  };
}
