import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import type { StoredRun } from '../../../results/store/reader.ts';
import type { Documents } from './call.ts';

/** A document of a task before the candidate has seen it, as the baseline's run knows it. */
export interface PlannedDocument {
  readonly id: string;
  /** Its number in its leaf task, as lm_eval counts. */
  readonly index: number;
  readonly leaf: string;
  readonly group?: string;
  readonly cluster?: string;
  readonly weight?: number;
}

/** The documents of a task, or why they are not known well enough to be asked in an order of our own. */
export function plannedDocuments(
  baseline: StoredRun | null,
  name: string,
): readonly PlannedDocument[] | { readonly obstacle: string } {
  if (baseline === null || baseline.incomplete !== null)
    return { obstacle: 'the baseline has no whole run of it here' };
  const { record, samples } = baseline;
  if (record.fingerprint.harness !== 'lm-evaluation-harness') {
    return { obstacle: 'the baseline was not run with lm-evaluation-harness' };
  }
  if ((record.fingerprint.limit ?? null) !== null) return { obstacle: 'the baseline was run with a limit' };
  if (new Set(samples.map(({ filter }) => filter)).size > 1) return { obstacle: 'it has several filters' };
  return samples.map(({ id, index, group, cluster, weight }) => ({
    ...{ id, index, leaf: group ?? name },
    ...(group === undefined ? {} : { group }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(weight === undefined ? {} : { weight }),
  }));
}

/**
 * The argument `--samples` for a batch. Ids are sorted, since lm_eval walks the dataset in its own order and labels results
 * by the order that it was given; and no leaf is left out, since it would run one that is absent or empty in full: such a
 * leaf gets one document, whose result is not used.
 */
export function samplesArgument(
  batch: readonly PlannedDocument[],
  all: readonly PlannedDocument[],
): Documents {
  const leaves = [...new Set(all.map(({ leaf }) => leaf))].sort();
  return Object.fromEntries(
    leaves.map((leaf) => {
      const ids = batch.filter((document) => document.leaf === leaf).map(({ index }) => index);
      const filler = all.find((document) => document.leaf === leaf)?.index ?? 0;
      return [leaf, ids.length > 0 ? ids.sort((a, b) => a - b) : [filler]];
    }),
  );
}

/**
 * The results of a batch in the order in which it was planned.
 * @throws WeighbridgeError `data` unless each document has a result, of the same document as in the baseline
 */
export function answersTo(
  batch: readonly PlannedDocument[],
  runs: readonly StoredRun[],
  name: string,
): SampleRecord[] {
  const key = (leaf: string, index: number) => `${leaf}\u0000${index}`;
  const answers = new Map(
    runs.flatMap(({ record, samples }) =>
      samples.map((sample): [string, SampleRecord] => [
        key(sample.group ?? record.task, sample.index),
        sample,
      ]),
    ),
  );
  return batch.map((document) => {
    const { id, index, leaf, group, cluster, weight } = document;
    const answer = answers.get(key(leaf, index));
    if (answer === undefined)
      throw wrong(name, `document ${index} of ${leaf} was asked for and has no result`);
    if (hashOf(answer.id) !== hashOf(id))
      throw wrong(name, `document ${index} of ${leaf} is not that of the baseline`);
    const { group: _group, weight: _weight, cluster: _cluster, ...own } = answer;
    return {
      ...{ ...own, id, index },
      ...(group === undefined ? {} : { group }),
      ...(cluster === undefined ? {} : { cluster }),
      ...(weight === undefined ? {} : { weight }),
    };
  });
}

/** Without the leaf and the number of an equal document, which depend on what else was evaluated. */
const hashOf = (id: string): string => (id.split('/').at(-1) ?? '').replace(/#\d+$/, '');

const wrong = (task: string, message: string) =>
  new WeighbridgeError('data', `${task}: ${message}`, {
    fix: 'evaluate both sides with one version of lm_eval and of the dataset',
  });
