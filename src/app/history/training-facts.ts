import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { TrainingFact } from '../../core/domain/history.ts';
import { isObject, parseJson } from '../../core/domain/json.ts';
import { parseTrainerState } from '../../tasks/curves/trainer-state.ts';

/** Files of a checkpoint are what somebody's training left there, and may be anything. */
const MAX_BYTES = 16 * 1024 * 1024;
const MOST_LENGTH = 200;

type Facts = Readonly<Record<string, TrainingFact>>;
type Reader = (text: string, file: string) => Facts;

/** What is worth keeping of a trainer's last state: where it ended, not the log of how it came there. */
const TRAINER_STATE = [
  'global_step',
  'epoch',
  'max_steps',
  'num_train_epochs',
  'train_batch_size',
  'best_metric',
];
const ADAPTER_CONFIG = [
  'base_model_name_or_path',
  'peft_type',
  'r',
  'lora_alpha',
  'lora_dropout',
  'target_modules',
];
const MODEL_CARD = ['base_model', 'datasets', 'license', 'library_name'];

/** Each file that training programs leave beside their weights, with what is read of it. */
const SOURCES: readonly (readonly [file: string, name: string, read: Reader])[] = [
  ['trainer_state.json', 'trainer', trainerFacts],
  ['adapter_config.json', 'adapter', (text, file) => picked(parseJson(text, { file }), ADAPTER_CONFIG)],
  ['README.md', 'card', (text) => picked(frontMatter(text), MODEL_CARD)],
];

/**
 * What the files of a checkpoint tell of its training, by names such as `trainer.global_step`. What is not there, or cannot be read,
 * tells nothing: these are remarks, and nothing rests on them.
 * @param checkpoint its path: a folder, or a file in one
 */
export async function trainingFacts(checkpoint: string): Promise<Facts> {
  const folder = await stat(checkpoint).then(
    (found) => (found.isDirectory() ? checkpoint : dirname(checkpoint)),
    () => null,
  );
  if (folder === null) return {};
  const facts: Record<string, TrainingFact> = {};
  for (const [file, name, read] of SOURCES) {
    const path = join(folder, file);
    const text = await smallText(path);
    if (text === null) continue;
    for (const [key, value] of Object.entries(factsOf(read, text, path))) facts[`${name}.${key}`] = value;
  }
  return facts;
}

function factsOf(read: Reader, text: string, file: string): Facts {
  try {
    return read(text, file);
  } catch {
    return {};
  }
}

async function smallText(file: string): Promise<string | null> {
  try {
    return (await stat(file)).size > MAX_BYTES ? null : await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

function trainerFacts(text: string, file: string): Facts {
  const read = parseTrainerState(text, file);
  const last = (key: string) =>
    read?.entries.findLast(({ values }) => values.get(key) != null)?.values.get(key);
  return {
    ...picked(read?.state, TRAINER_STATE),
    ...picked({ loss: last('loss'), eval_loss: last('eval_loss') }, ['loss', 'eval_loss']),
  };
}

/** What stands between the first two lines of dashes. */
function frontMatter(text: string): unknown {
  const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  return yaml === undefined ? null : parseDocument(yaml, { strict: false }).toJS({ maxAliasCount: 10 });
}

function picked(value: unknown, keys: readonly string[]): Facts {
  if (!isObject(value)) return {};
  const entries = keys.flatMap((key) => {
    const fact = factOf(value[key]);
    return fact === null ? [] : [[key, fact] as const];
  });
  return Object.fromEntries(entries);
}

function factOf(value: unknown): TrainingFact | null {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (typeof value === 'string') return value.slice(0, MOST_LENGTH);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join(', ').slice(0, MOST_LENGTH);
  return null;
}
