import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import type { TaskRun } from '../../core/domain/run.ts';
import type { Samples } from '../../core/domain/sample.ts';
import { readRecord } from '../../results/store/reader.ts';
import type { BaselineStore } from '../baselines/store.ts';
import type { Log } from '../log.ts';

/** So many earlier models tell enough. */
const MOST_MODELS = 8;

/**
 * What other models answered to the task as the baseline was asked it, from the store: what flipped in them is likelier to flip
 * again. What cannot be read is told, and predicts nothing.
 */
export async function earlierAnswers(
  store: BaselineStore | null,
  { record }: TaskRun,
  log: Log,
): Promise<readonly Samples[]> {
  if (store === null) return [];
  const asked = canonicalJson(record.fingerprint);
  const found: { readonly samples: Samples; readonly date: string }[] = [];
  try {
    for (const key of await store.entries.keys()) {
      const kept = await readRecord(store.entries.folderOf(key));
      const isOther =
        kept.model.digest !== record.model.digest ||
        kept.model.adapter_digest !== record.model.adapter_digest;
      if (!isOther || canonicalJson(kept.fingerprint) !== asked) continue;
      const entry = await store.entries.read(key);
      if (entry.kind === 'found') found.push({ samples: entry.entry.samples, date: entry.entry.origin.date });
    }
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    log.warn(
      `${record.task}: earlier answers in the store cannot be read, and predict nothing: ${messageOf(error)}`,
    );
    return [];
  }
  found.sort((one, other) => (one.date < other.date ? 1 : -1));
  return found.slice(0, MOST_MODELS).map(({ samples }) => samples);
}
