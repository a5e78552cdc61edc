import type { MetricResult, VerdictFile } from '../../core/domain/decision.ts';
import type { CrossValidation, FoldChange } from '../../core/domain/folds.ts';
import { type Block, list, paragraph } from '../blocks.ts';
import { formatChange, formatInterval, formatLevel } from '../format.ts';
import { code, type Inline, inline, joined, ours } from '../inline.ts';
import type { Section } from '../section.ts';

/** What a joint verdict on the checkpoints of a cross-validation is about, and what it is not. */
export function crossValidationSection({ crossValidation = [], gates, tasks }: VerdictFile): Section {
  const [first] = crossValidation;
  if (first === undefined) return { title: null, blocks: [] };
  const gated = new Set(gates.map(({ task, metric }) => `${task}/${metric}`));
  const lines = crossValidation.flatMap((each) =>
    each.changes.flatMap((change) => {
      const name = nameOf(each, change);
      const metrics = tasks.find(({ task }) => task === each.task)?.metrics ?? [];
      return gated.has(name) ? [changeLine(name, change, metrics)] : [];
    }),
  );
  const said = inline`The verdict is about these ${ours(String(first.folds.length))} checkpoints, each judged on the fold that was held out from it, and not about the recipe that made them.`;
  return { title: null, blocks: [paragraph(said), ...uncheckedOf(crossValidation), ...list(lines)] };
}

function uncheckedOf(crossValidation: readonly CrossValidation[]): Block[] {
  const folds = crossValidation.flatMap(({ folds }) => folds);
  const unchecked = [...new Set(folds.filter((each) => each.unchecked).map(({ fold }) => fold))];
  if (unchecked.length === 0) return [];
  const names = joined(
    unchecked.map((fold) => code(fold)),
    ', ',
  );
  return [
    paragraph(
      inline`Nothing but the command line says that a checkpoint was not trained on its fold: no results of other checkpoints tell of ${names}.`,
    ),
  ];
}

const nameOf = ({ task }: CrossValidation, { metric, filter }: FoldChange): string =>
  `${task}/${metric}${filter === undefined ? '' : `,${filter}`}`;

function changeLine(name: string, { byFold, recipe }: FoldChange, metrics: readonly MetricResult[]): Inline {
  const unit = metrics.find(({ metric }) => name.endsWith(`/${metric}`))?.unit ?? 'number';
  const each = byFold.map((change) => (change === null ? 'unknown' : formatChange(change, unit))).join(', ');
  const of =
    recipe === null
      ? ''
      : `; of another checkpoint of this recipe ${formatChange(recipe.value, unit)} (${formatLevel(recipe.level)} interval ${formatInterval(recipe, unit) ?? 'unknown'}), which decides nothing`;
  return inline`${code(name)} by fold: ${ours(`${each}${of}.`)}`;
}
