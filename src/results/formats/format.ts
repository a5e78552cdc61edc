import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject } from '../../core/domain/json.ts';
import type { ModelIdentity } from '../../core/domain/model.ts';
import type { RunRecord, Side } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { attempt } from '../store/results.ts';
import { checkRunRecord } from '../store/run-record.ts';
import { checkSample } from '../store/sample-codec.ts';
import { type ExpectedAggregate, withExpected } from './aggregate.ts';
import { digest } from './digest.ts';
import { filesAt, headOf, type Within } from './files.ts';
import { groupBy } from './group-by.ts';
import {
  checkChoices,
  chooseOne,
  DIRECTION_CHOICES,
  type Directions,
  directionsOf,
  parseSelection,
  type Selection,
} from './selection.ts';

/** How results of another program become runs, and runs its results. */
export interface Format {
  /** The program that wrote them. */
  readonly name: string;
  /** What of it can be read. */
  readonly summary: string;
  /** Whether the path, a folder or a file, is this program's, by its content and not by how it is called. */
  detect(path: string): Promise<boolean>;
  /** Reads every task that can be read; what cannot, and a path that does not say which results are meant, is a fault. */
  load(path: string, side: Side): Promise<ForeignResults>;
  /** Where runs can be written in this form. */
  readonly exporter?: Exporter;
}

export interface ForeignResults {
  readonly runs: readonly ForeignRun[];
  readonly faults: readonly WeighbridgeError[];
}

/** One task of another program's results. The record is known; samples, which can be large, are read as they are asked for. */
export interface ForeignRun {
  /** Where they lie. */
  readonly folder: string;
  /** With `aggregates` where the program kept no samples. */
  readonly record: RunRecord;
  /** Why this is not a whole run, in words; null for a complete one. */
  readonly incomplete: string | null;
  /**
   * From the first one, every time.
   * @throws WeighbridgeError `data`, while reading, for what is malformed or contradicts the record
   */
  samples(): AsyncIterable<SampleRecord>;
}

/** A run as it was read. */
export interface ExportedRun {
  readonly record: RunRecord;
  readonly samples: readonly SampleRecord[];
}

/** How runs become results that other programs read. */
export interface Exporter {
  /** What is written, for help. */
  readonly summary: string;
  /**
   * Writes one run. Equal runs give equal files, which replace those of an earlier export.
   * @returns the files
   * @throws WeighbridgeError `data` for a run that the format cannot hold, `engine` when the disk refuses
   */
  write(run: ExportedRun, folder: string): Promise<readonly string[]>;
}

/** What is particular to a format: everything else is done by `defineFormat`, alike for all. */
export interface FormatDefinition<Source> {
  readonly name: string;
  readonly summary: string;
  /** Whether a file is this program's, by how it begins, unpacked. */
  detect?(head: string, file: string): boolean | Promise<boolean>;
  /**
   * Where files that are detected lie in a folder that is named; left out where only a file can be. Of results that are
   * folders, a function that finds them.
   */
  readonly locate?: Within | ((path: string) => Promise<readonly string[]>);
  /** Whether all that lies in a folder is read together; without it one is, and of several none. */
  readonly readsAll?: boolean;
  /** Of which model it is, where all that is read together must be of one. */
  modelOf?(source: Source): string;
  /** Keys by which one of several results in a file is chosen: `results.json#provider=NAME`. */
  readonly choices?: readonly string[];
  /** Which way metrics are better whose direction files may lack; whoever names the path may say it of others. */
  readonly directions?: Directions;
  /** @throws WeighbridgeError `data` for what is malformed, or a run that did not reach its end */
  read(place: string): Promise<Source>;
  /**
   * The tasks of what was read, in the order in which they are told.
   * @throws WeighbridgeError `data`
   */
  toRuns(
    sources: readonly [Source, ...Source[]],
    request: FormatRequest,
  ): readonly TaskResults[] | Promise<readonly TaskResults[]>;
  readonly exporter?: Exporter;
}

/** What was asked for, and how parts of it are made. */
export interface FormatRequest {
  readonly selection: Selection;
  readonly directions: Directions;
  /** What can be made of each; the fault of one is told, and hides none of the others. */
  each<From, To>(items: Iterable<From>, make: (item: From) => To | Promise<To>): Promise<To[]>;
}

/** A sample, and where it stands: under its id, where nothing else is said. */
export interface Placed {
  readonly sample: SampleRecord;
  readonly at?: Location;
}

type Known = 'task' | 'metrics' | 'fingerprint' | 'model';

/** What a format knows of a task; the rest of the record is the same for all that only keep scores. */
export interface TaskResults extends Pick<RunRecord, Known>, Partial<Omit<RunRecord, Known | 'side'>> {
  /** In which they lie. */
  readonly file: string;
  /** Left out where the program kept none, and only `aggregates`; a function where they are read as they are asked for. */
  readonly samples?: readonly Placed[] | (() => AsyncIterable<Placed>);
  /** What the program says that metrics came to, which must follow from the samples. */
  readonly expected?: readonly ExpectedAggregate[];
}

export function defineFormat<Source>(definition: FormatDefinition<Source>): Format {
  const { name, summary, exporter, choices = [], directions } = definition;
  const isKnown = async (file: string) => {
    const head = await headOf(file);
    return head !== null && (await definition.detect?.(head, file)) === true;
  };
  const { locate: where = null } = definition;
  const locate = typeof where === 'function' ? where : (path: string) => filesAt(path, where, isKnown);
  return {
    name,
    summary,
    ...(exporter === undefined ? {} : { exporter }),

    async detect(path) {
      return (await locate(parseSelection(path).file)).length > 0;
    },

    async load(path, side) {
      const faults: WeighbridgeError[] = [];
      const selection = parseSelection(path);
      const request: FormatRequest = {
        selection,
        directions: directionsOf(selection, directions ?? (() => null)),
        async each(items, make) {
          const made: Awaited<ReturnType<typeof make>>[] = [];
          for (const item of items) await attempt(faults, async () => made.push(await make(item)));
          return made;
        },
      };
      const runs = await attempt(faults, async () => {
        checkChoices(selection, [...choices, ...(directions === undefined ? [] : DIRECTION_CHOICES)]);
        // What we exported lies in a folder a side.
        const ofSide = join(selection.file, side);
        const places = await locate(exporter !== undefined && existsSync(ofSide) ? ofSide : selection.file);
        if (places.length === 0 || (places.length > 1 && definition.readsAll !== true)) {
          throw notOne(name, places, selection.file);
        }
        const sources = await request.each(places, async (place) => ({
          place,
          source: await definition.read(place),
        }));
        const [first, ...others] = ofOneModel(definition, sources, selection);
        if (first === undefined) return [];
        const tasks = await definition.toRuns([first, ...others], request);
        if (tasks.length === 0 && faults.length === 0) {
          throw new WeighbridgeError('data', 'no task has a metric', { at: { file: selection.file } });
        }
        const told = await request.each(groupBy(tasks, ({ task }) => task).values(), onlyOne);
        return request.each(
          tasks.filter((task) => told.includes(task)),
          (task) => foreignRun(task, side),
        );
      });
      return { runs: runs ?? [], faults };
    },
  };
}

/** The newest of several need not be the one that is meant. */
function notOne(name: string, places: readonly string[], file: string): WeighbridgeError {
  if (places.length === 0) return new WeighbridgeError('data', `no results of ${name}`, { at: { file } });
  const list = places.map((place) => `\n  ${place}`).join('');
  return new WeighbridgeError('data', `${places.length} runs of ${name} lie here:${list}`, {
    at: { file },
    fix: 'name one of these instead of the folder',
  });
}

/** @throws WeighbridgeError `data` for results of several models, `usage` where one could be chosen and none is */
function ofOneModel<Source>(
  { name, modelOf, choices }: FormatDefinition<Source>,
  sources: readonly { readonly place: string; readonly source: Source }[],
  selection: Selection,
): readonly Source[] {
  if (modelOf === undefined || sources.length === 0) return sources.map(({ source }) => source);
  const byModel = groupBy(sources, ({ source }) => modelOf(source));
  const names = [...byModel.keys()].sort();
  if (names.length > 1 && !choices?.includes('model')) {
    const list = sources.map(({ place, source }) => `\n  ${place} (${modelOf(source)})`).join('');
    throw new WeighbridgeError('data', `results of ${name} of several models lie here:${list}`, {
      at: { file: selection.file },
      fix: 'name the results of one model',
    });
  }
  const chosen = byModel.get(chooseOne(selection, 'model', names)) ?? [];
  return chosen.map(({ source }) => source);
}

/** @throws WeighbridgeError `data` for a task that was evaluated twice: which one is meant cannot be known */
function onlyOne(same: readonly TaskResults[]): TaskResults | undefined {
  const [first, ...others] = same;
  if (first === undefined || others.length === 0) return first;
  const list = same.map(({ file }) => `\n  ${file}`).join('');
  throw new WeighbridgeError(
    'data',
    `${same.length} results of the task ${JSON.stringify(first.task)}:${list}`,
    {
      at: { file: first.file },
      fix: 'name one of these files instead of the folder',
    },
  );
}

/**
 * A task of a complete run. Every task is `general`: only a config can say another role. What another program wrote is held
 * to the same bounds as our own files.
 * @throws WeighbridgeError `data` for a task or metric that no run can have
 */
function foreignRun(results: TaskResults, side: Side): ForeignRun {
  const { file, samples = [], expected = [], ...known } = results;
  if (/\p{Cc}/u.test(known.task)) {
    throw new WeighbridgeError('data', `${JSON.stringify(known.task)} is no name of a task`, {
      at: { file },
    });
  }
  const defaults = {
    ...{ schema_version: 1, task_role: 'general', primary_metric: known.metrics[0]?.name ?? '' },
    ...{ planned: Array.isArray(samples) ? samples.length : 0, seed: 0 },
    ...{ status: { state: 'complete' }, started: 'unknown date', finished: null },
  };
  const record = checkRunRecord({ ...defaults, ...known, side }, file);
  const metrics = new Map(record.metrics.map((metric) => [metric.name, metric]));
  async function* checked(): AsyncGenerator<SampleRecord> {
    for await (const { sample, at } of typeof samples === 'function' ? samples() : samples) {
      yield checkSample(sample, metrics, at ?? { file, key: sample.id });
    }
  }
  return {
    folder: dirname(file),
    record,
    incomplete: null,
    samples: () => withExpected({ task: record.task, metrics: record.metrics, samples: checked() }, expected),
  };
}

/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
export const NOT_RECORDED = 'not recorded';

/**
 * A program that does not record which weights it ran: what it wrote stands for a model of its own, so that two files are
 * two models and two copies of one file are one.
 */
export const unidentifiedModel = (source: string, by: unknown): ModelIdentity => ({
  source: `${source} (weights not identified)`,
  digest: digest(by),
  adapter_digest: null,
  architecture: null,
  parameter_count: null,
  quantization: null,
});

/** A text as an id of a sample: as it is, or its digest where it is too long for one or holds what no id may. */
export const idFrom = (text: string): string =>
  text !== '' && text.length <= 200 && !/\p{Cc}|\p{Cs}/u.test(text) ? text : digest(text);

/**
 * How many choices a document offers: a list, or as in ARC one with their texts; null of a question that offers none.
 */
export function choicesIn(offered: unknown): number | null {
  const list = isObject(offered) && !Array.isArray(offered) ? offered.text : offered;
  return Array.isArray(list) && list.length >= 2 ? list.length : null;
}

/** The id of a result of several of one sample: the first has the sample's own. */
export const numberedId = (id: string, number: number): string => (number === 1 ? id : `${id}#${number}`);

/** Why a sample has no score, in one line of what a program says. */
export const errorReason = (error: string): string => `error: ${firstLine(error)}`;

export const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, 200);

/** By the task's name, for formats that tell of tasks in no order of their own. */
export const byTask = ({ task: a }: TaskResults, { task: b }: TaskResults): number => (a < b ? -1 : 1);
