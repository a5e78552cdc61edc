import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { isCorpus, type Score } from '../../../core/domain/sample.ts';
import { faultOfParts } from '../../../core/metrics/corpus/registry.ts';
import { HashColumn } from '../../store/columns.ts';
import { type BareSamples, ScoreColumn } from '../../store/score-column.ts';
import { digest } from '../digest.ts';
import { isOfColumnsAlone, scoreOfColumns } from './columns.ts';
import type { SeenSamples, ValueColumn } from './seen-samples.ts';

/** Scores that are held at once for lines that say the same; of numbers hardly two do. */
const MOST_KNOWN = 2 ** 16;

/** The scores of a metric that is told by columns; null where one is none, which whoever reads the lines again tells. */
export function scoresFrom(
  seen: SeenSamples,
  name: string,
  { declaration: { aggregate }, classes }: { declaration: MetricDeclaration; classes: readonly string[] },
): ScoreColumn | null {
  const scores = new ScoreColumn();
  const known = new Map<number, Score>();
  const { target, output } = seen.held;
  const outputs = output.distinct;
  const isKnown = isOfColumnsAlone(name);
  try {
    for (let position = 0; position < seen.keys.length; position += 1) {
      if (!seen.hasLine(name, position)) continue;
      const key = target.codeAt(position) * (outputs + 1) + output.codeAt(position);
      let score = isKnown ? known.get(key) : undefined;
      if (score === undefined) {
        score = scoreOfColumns(seen.valueAt(name, position), classes);
        if (typeof score !== 'number' && isCorpus(score) && aggregate !== undefined)
          if (faultOfParts(aggregate, score.parts) !== null) return null;
        if (isKnown && known.size < MOST_KNOWN) known.set(key, score);
      }
      scores.set(position, score);
    }
  } catch (error) {
    if (error instanceof WeighbridgeError) return null;
    throw error;
  }
  return scores;
}

/** What samples have besides their scores. */
export function membersFrom({ held }: SeenSamples): BareSamples['members'] {
  const { group, cluster, weight, choices, target, output } = held;
  // Targets of a table are few, or numbers of which hardly two are alike.
  const digests = new HashColumn();
  const digestOf = (code: number): string => {
    const known = digests.get(code);
    if (known !== '') return known;
    const made = digest(target.valueBehind(code));
    digests.set(code, made);
    return made;
  };
  for (const column of Object.values(held)) column.release();
  const members = <Value>(column: ValueColumn, of: (code: number) => Value) =>
    column.isEmpty
      ? undefined
      : (row: number) => {
          const code = column.codeAt(row);
          return code === 0 ? undefined : of(code);
        };
  const texts = (column: ValueColumn) => members(column, (code) => String(column.valueBehind(code)));
  const numbers = (column: ValueColumn) => members(column, (code) => Number(column.valueBehind(code)));
  return {
    ...{ group: texts(group), cluster: texts(cluster), output: texts(output) },
    ...{ weight: numbers(weight), choices: numbers(choices), target_digest: members(target, digestOf) },
  };
}
