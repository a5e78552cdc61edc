import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { headOf, isObject, type Members, parseLenientJson, readJson } from '../files.ts';
import { digest } from '../lm-eval/digest.ts';
import { Archive } from './archive.ts';
import { type Header, parseHeader } from './header.ts';

/** One log: a task of a model. */
export interface InspectLog {
  readonly file: string;
  readonly header: Header;
  /** Of what it says besides its samples. */
  readonly digest: string;
  /** How many samples are in it, an epoch of one counting as one. */
  readonly count: number;
  /** All epochs of a sample together. */
  samples(): AsyncIterable<readonly Members[]>;
}

const MAGIC = 'PK\u0003\u0004';

/** A log begins so in both forms; whole ones are too large to be parsed for this. */
const JSON_LOG =
  /^\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"status"\s*:\s*"(?:started|success|cancelled|error)"\s*,\s*"eval"\s*:\s*\{/;

/** The first member that Inspect writes into an archive; its name stands after 30 bytes, even where the end is lost. */
const FIRST_MEMBER = '_journal/start.json';

export async function isLog(file: string): Promise<boolean> {
  const head = await headOf(file);
  if (head === null) return false;
  return head.startsWith(MAGIC) ? head.slice(0, 200).includes(FIRST_MEMBER) : JSON_LOG.test(head);
}

/** @throws WeighbridgeError `data` for a log that cannot be read, or of a run that did not finish */
export async function readLog(file: string): Promise<InspectLog> {
  const head = await headOf(file);
  return head?.startsWith(MAGIC) ? readArchive(file) : readJsonLog(file);
}

async function readJsonLog(file: string): Promise<InspectLog> {
  const { value } = await readJson(file);
  const { samples, reductions: _reductions, ...rest } = isObject(value) ? value : {};
  const list = Array.isArray(samples) ? samples.filter(isObject) : [];
  const byId = new Map<string, Members[]>();
  for (const sample of list) byId.set(String(sample.id), [...(byId.get(String(sample.id)) ?? []), sample]);
  return {
    file,
    header: parseHeader(rest, file),
    digest: digest(rest),
    count: list.length,
    async *samples() {
      yield* byId.values();
    },
  };
}

const HEADER = 'header.json';
const SAMPLE = /^samples\/(.+)_epoch_\d+\.json$/;
/** A large sample in chunks (log/_recorders/chunked/format.py), which is not read. */
const CHUNKED = /^samples\/.+_epoch_\d+\/sample\.json$/;

async function readArchive(file: string): Promise<InspectLog> {
  const archive = await Archive.open(file);
  try {
    if (!archive.has(HEADER)) {
      throw new WeighbridgeError('data', 'the run was stopped, or is still going', {
        at: { file },
        fix: 'finish it (`inspect eval-retry`), or evaluate again',
      });
    }
    const header = parseLenientJson(await archive.text(HEADER), { file, key: HEADER });
    const byId = new Map<string, string[]>();
    let count = 0;
    for (const name of archive.names) {
      if (CHUNKED.test(name)) {
        throw new WeighbridgeError('data', `the sample ${name} is stored in chunks`, {
          at: { file },
          fix: 'write the log again with one member a sample: `inspect log convert --to eval`',
        });
      }
      const id = SAMPLE.exec(name)?.[1];
      if (id === undefined) continue;
      byId.set(id, [...(byId.get(id) ?? []), name]);
      count += 1;
    }
    return {
      ...{ file, header: parseHeader(header, file), digest: digest(header), count },
      samples: () => membersOf(file, [...byId.values()]),
    };
  } finally {
    archive.close();
  }
}

async function* membersOf(file: string, groups: readonly (readonly string[])[]): AsyncGenerator<Members[]> {
  const archive = await Archive.open(file);
  try {
    for (const names of groups) {
      const epochs: Members[] = [];
      for (const name of names) epochs.push(parseSample(await archive.text(name), file, name));
      yield epochs;
    }
  } finally {
    archive.close();
  }
}

function parseSample(text: string, file: string, name: string): Members {
  const value = parseLenientJson(text, { file, key: name });
  if (isObject(value)) return value;
  throw new WeighbridgeError('data', 'a sample must be an object', {
    at: { file, key: name },
  });
}
