import type { LogEntry } from '../../core/domain/curves.ts';
import { isObject, type Members } from '../../core/domain/json.ts';
import { parseLenientJson } from '../../results/formats/json.ts';
import { entryOf } from './entry.ts';

/** Of `trainer_state.json`, which Hugging Face's trainer, TRL and axolotl leave in every checkpoint. */
export interface TrainerState {
  /** All of it that is no log. */
  readonly state: Members;
  readonly entries: readonly LogEntry[];
}

/**
 * Null of another JSON value. The form is that of `TrainerState` in transformers: an object with a list `log_history` of flat objects.
 */
export function trainerStateOf(value: unknown, file: string): TrainerState | null {
  if (!isObject(value) || !Array.isArray(value.log_history)) return null;
  const { log_history: log, ...state } = value;
  return { state, entries: log.map((entry) => entryOf(entry, file, null)) };
}

/** The same of a file that is one by its name, also before its first entry. @throws WeighbridgeError `data` for what is no JSON */
export function parseTrainerState(text: string, file: string): TrainerState | null {
  const value = parseLenientJson(text, { file });
  return trainerStateOf(value, file) ?? (isObject(value) ? { state: value, entries: [] } : null);
}
