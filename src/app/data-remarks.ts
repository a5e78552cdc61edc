import type { PlannedTask } from '../config/plan/plan.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { annotatorAgreement } from '../core/compare/annotator-agreement.ts';
import { classBalance } from '../core/compare/class-balance.ts';
import { lockedSplitRemark, lockedSplitUse } from '../core/compare/locked-split.ts';
import { messageOf } from '../core/domain/errors.ts';
import { plural } from '../core/domain/format.ts';
import { repeatedQuestions } from './alike.ts';
import { openHistory, placeOf } from './history.ts';
import { readLabels } from './sides/labels.ts';

/** Fewer are enough for nothing but a collapse; more than the larger number are worth their price for tight limits alone. */
const USUAL = { least: 100, most: 500 };

/** What the author of a config should hear of the data before they are asked; none of it stops anything. */
export async function dataRemarks(
  config: ResolvedConfig,
  tasks: readonly PlannedTask[],
): Promise<readonly string[]> {
  return [
    ...(await repeatedQuestions(tasks, config.taskDirectory)),
    ...tasks.flatMap(sizeRemark),
    ...tasks.flatMap(balanceRemarks),
    ...(await annotators(config)),
    ...(await lockedSplits(config, tasks)),
  ];
}

function sizeRemark({ config: { name }, prepared: { samples, limit } }: PlannedTask): readonly string[] {
  const asked = Math.min(samples.length, limit ?? samples.length);
  return asked >= USUAL.least
    ? []
    : [
        `${name}: ${plural(asked, 'row')} ${asked === 1 ? 'is' : 'are'} few, ${USUAL.least} to ${USUAL.most} are usual: so few show a collapse and no small loss`,
      ];
}

/** Of tasks whose rows all have the same choices: then a choice is a class. */
function balanceRemarks({ config: { name }, prepared }: PlannedTask): readonly string[] {
  const shown = prepared.samples.map((sample) => prepared.show(sample, null));
  const [first] = shown;
  const classes = first?.continuations ?? [];
  const isSame = shown.every(({ continuations }) => continuations.join('\0') === classes.join('\0'));
  if (classes.length < 2 || !isSame) return [];
  return classBalance(
    classes.map((each) => each.trim()),
    shown.flatMap(({ gold }) => gold ?? []),
  ).map((says) => `${name}: ${says}`);
}

/** Of every file of labels that several people wrote, how far they agree on each criterion. */
async function annotators(config: ResolvedConfig): Promise<readonly string[]> {
  const sources = [...(await readLabels(config)).values()].flat();
  const remarks = sources.flatMap(({ source: { file, metrics }, answers }) =>
    'fault' in answers
      ? []
      : [...metrics.keys()].flatMap((criterion) => {
          const says = annotatorAgreement([...answers.values()], criterion);
          return says === null ? [] : [`${file}: ${says}`];
        }),
  );
  // Judges of one task, and of several, may share a file.
  return [...new Set(remarks)];
}

async function lockedSplits(
  config: ResolvedConfig,
  tasks: readonly PlannedTask[],
): Promise<readonly string[]> {
  const locked = tasks.filter(({ config: { split } }) => split === 'locked');
  if (locked.length === 0) return [];
  const names = locked.map(({ config: { name } }) => name).join(', ');
  const place = placeOf(config);
  if (place === null)
    return [
      `${names}: split: locked counts how often it decides in a history, and none is kept: add \`record: {}\``,
    ];
  try {
    const { runs, faults } = await openHistory(place);
    // A round that cannot be read may be one that decided.
    if (faults[0] !== undefined) throw faults[0];
    return locked.map(({ config: { name }, prepared: { datasetDigest } }) =>
      lockedSplitRemark(
        lockedSplitUse(runs, { task: name, dataset: datasetDigest, alpha: config.policy.alpha.value }),
      ),
    );
  } catch (error) {
    return [`${names}: how often the locked split decided is not known: ${messageOf(error)}`];
  }
}
