import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import type { RunRecord } from '../../../core/domain/run.ts';

/** Names of one run's evaluation. */
export interface Names {
  readonly model: string;
  readonly evaluation: string;
  /** Folder of both files, as the format wants it: `data/<collection>/<developer>/<model>`. */
  readonly folder: string;
  /** The same for the same run, so that a second export replaces the first. */
  readonly uuid: string;
  /** Seconds since 1970, as a text. */
  readonly timestamp: string;
}

const COLLECTION = 'weighbridge';

export function namesOf(record: RunRecord): Names {
  const { model, task, started, finished } = record;
  const [developer, name] = modelName(model.source);
  const seconds = Math.floor(new Date(finished ?? started).getTime() / 1000);
  const timestamp = String(Number.isFinite(seconds) ? seconds : 0);
  return {
    model: `${developer}/${name}`,
    evaluation: `${task}/${developer}_${name}/${timestamp}`,
    folder: ['data', COLLECTION, developer, name].join('/'),
    uuid: uuidOf(canonicalJson([record.side, task, model.digest, model.adapter_digest])),
    timestamp,
  };
}

/** The last two parts of what names the model, without a remark in brackets, as names of folders. */
function modelName(written: string): [developer: string, name: string] {
  const source = written.replace(/ \([^()]*\)$/, '');
  const parts = source.split(/[/\\]/);
  const developer = parts.length === 2 ? part(parts[0] ?? '') : 'unknown';
  return [developer, part(basename(source.replaceAll('\\', '/')))];
}

function part(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100);
  return /[A-Za-z0-9]/.test(plain) ? plain : 'unknown';
}

/** A digest in the form of a UUID of version 4, which the format demands. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
