import type { ResolvedConfig } from '../config/resolved.ts';
import { describeModel } from '../core/domain/model.ts';
import type { RunRecord } from '../core/domain/run.ts';
import { readRecord } from '../results/store/reader.ts';
import { defaultStore, storeOf } from './baselines/find.ts';
import { BaselineStore } from './baselines/store.ts';

/** How fast a model was asked, as an entry of the store tells. */
export interface MeasuredSpeed {
  /** Read and written together. */
  readonly tokensPerSecond: number;
  readonly model: string;
  readonly task: string;
  /** Day of the measurement, ISO 8601. */
  readonly date: string;
}

/** Runs whose records are read: those of a store of many models are alike. */
const MOST = 200;

/**
 * The newest run that was evaluated in one go with the config's engine, a checkpoint of the config before others; null where the
 * store has none. It may come from another machine.
 */
export async function measuredSpeed(config: ResolvedConfig): Promise<MeasuredSpeed | null> {
  const store = storeOf(config) ?? new BaselineStore(defaultStore());
  // A store that cannot be read has measured nothing; what is wrong with it is told where it is used.
  const keys = (await store.entries.keys().catch(() => [])).slice(0, MOST);
  const records = await Promise.all(
    keys.map(async (key) => ({
      key,
      record: await readRecord(store.entries.folderOf(key)).catch(() => null),
    })),
  );
  const named = [config.candidate, config.baseline].map((source) => source && describeModel(source));
  const rank = ({ record }: { readonly record: RunRecord }) => Number(named.includes(record.model.source));
  const measured = records
    .flatMap(({ key, record }) => (record !== null && isMeasured(record, config) ? [{ key, record }] : []))
    .sort((a, b) => rank(b) - rank(a) || String(b.record.finished).localeCompare(String(a.record.finished)));
  for (const { key, record } of measured) {
    const found = await store.entries.read(key);
    if (found.kind !== 'found') continue;
    const tokens = found.entry.samples.reduce(
      (total, { usage }) => total + (usage?.prompt_tokens ?? 0) + (usage?.output_tokens ?? 0),
      0,
    );
    const tokensPerSecond = tokens / secondsOf(record);
    if (tokens > 0 && Number.isFinite(tokensPerSecond))
      return {
        tokensPerSecond,
        model: record.model.source,
        task: record.task,
        date: String(record.finished).slice(0, 10),
      };
  }
  return null;
}

const secondsOf = ({ started, finished }: RunRecord): number =>
  (Date.parse(finished ?? '') - Date.parse(started)) / 1000;

function isMeasured(record: RunRecord, { engine }: ResolvedConfig): boolean {
  const { status, fingerprint } = record;
  return status.state === 'complete' && fingerprint.engine === engine.type && secondsOf(record) > 0;
}
