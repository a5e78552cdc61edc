import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ErrorDetail, type Location, WeighbridgeError, withFix } from '../../core/domain/errors.ts';
import { isObject } from '../../core/domain/json.ts';
import { type ModelIdentity, NOT_IDENTIFIED } from '../../core/domain/model.ts';
import type { RunRecord, Side } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { LinksLeadOut, type Roots } from '../links.ts';
import { attempt } from '../store/results.ts';
import { checkRunRecord } from '../store/run-record.ts';
import { checkSample, shapeOf } from '../store/sample-codec.ts';
import type { BareSamples } from '../store/score-column.ts';
import { type ExpectedAggregate, ExpectedCheck } from './aggregate.ts';
import { digest } from './digest.ts';
import { filesAt, headOf, magicOf, utf16Of, type Within } from './files.ts';
import { groupBy } from './group-by.ts';
import {
  checkChoices,
  chooseOne,
  DIRECTION_CHOICES,
  type Directions,
  directionsOf,
  FOLLOW,
  NEWEST,
  ONE_MODEL,
  parseSelection,
  rootsOf,
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
  /** What was passed over, and what was read otherwise than it seems: nothing of it changes a number. */
  readonly notes: readonly string[];
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
   * From the first one, every time, in groups: a promise a sample takes longer than to read it.
   * @returns groups, of which each is gone through before the next is asked for
   * @throws WeighbridgeError `data`, while reading, for what is malformed or contradicts the record
   */
  samples(): AsyncIterable<Iterable<SampleRecord>>;
  /** The same samples at once, where they are held so and nothing is at fault. */
  readonly bare?: BareSamples;
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
  readonly locate?: Within | ((path: string, roots: Roots) => Promise<readonly string[]>);
  /** What malformed results need; where it is left out, that they be as the program wrote them. */
  readonly fix?: string;
  /** Whether all that lies in a folder is read together; without it one is, and of several none. */
  readonly readsAll?: boolean;
  /** Of which model it is, where all that is read together must be of one. */
  modelOf?(source: Source): string;
  /** Keys by which one of several results in a file is chosen: `results.json#provider=NAME`. */
  readonly choices?: readonly string[];
  /** Which way metrics are better whose direction files may lack; whoever names the path may say it of others. */
  readonly directions?: Directions;
  /**
   * @param roots in which links may end
   * @throws WeighbridgeError `data` for what is malformed; `UnfinishedRun` for a run that did not reach its end
   */
  read(place: string, roots: Roots): Promise<Source>;
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
  readonly samples?: readonly Placed[] | (() => AsyncIterable<Placed | Iterable<Placed>>);
  /** What the program says that metrics came to, which must follow from the samples. */
  readonly expected?: readonly ExpectedAggregate[];
  /** What `samples` come to, where nothing that they could be refused for is in them. */
  readonly bare?: BareSamples;
}

export function defineFormat<Source>(definition: FormatDefinition<Source>): Format {
  const { name, summary, exporter, choices = [], directions } = definition;
  const isKnown = async (file: string) => {
    const head = await headOf(file);
    return head !== null && (await definition.detect?.(head, file)) === true;
  };
  const { locate: where = null } = definition;
  const locate = async (path: string, selection: Selection) => {
    const roots = rootsOf(selection, path);
    return typeof where === 'function' ? where(path, roots) : filesAt(path, where, isKnown, roots);
  };
  return {
    name,
    summary,
    ...(exporter === undefined ? {} : { exporter }),

    async detect(path) {
      const selection = parseSelection(path);
      // A link that leads out is a fault of these results, which reading them tells.
      const places = await locate(selection.file, selection).catch((error) => {
        if (error instanceof LinksLeadOut) return [selection.file];
        throw error;
      });
      return places.length > 0;
    },

    async load(path, side) {
      const faults: WeighbridgeError[] = [];
      const notes: string[] = [];
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
      // What malformed results need, where nothing better is said.
      const fix = definition.fix ?? `restore it as ${name} wrote it, or evaluate again`;
      const runs = await attempt(faults, async () => {
        checkChoices(selection, [
          ...choices,
          ...(directions === undefined ? [] : DIRECTION_CHOICES),
          FOLLOW,
          ...(definition.readsAll === true ? [NEWEST] : []),
          ...(definition.readsAll === true && !choices.includes('model') ? [ONE_MODEL] : []),
        ]);
        // What we exported lies in a folder a side.
        const ofSide = join(selection.file, side);
        const named = exporter !== undefined && existsSync(ofSide) ? ofSide : selection.file;
        const places = await locate(named, selection);
        if (places.length === 0 || (places.length > 1 && definition.readsAll !== true)) {
          throw notOne(name, places, selection.file);
        }
        notes.push(...(await encodingNotes(places)));
        const { finished, unfinished } = await readPlaces(
          definition,
          places,
          rootsOf(selection, named),
          request,
        );
        const read = ofOneModel(definition, finished, selection);
        const [first, ...others] = read.map(({ source }) => source);
        const tasks = first === undefined ? [] : await definition.toRuns([first, ...others], request);
        const model = first === undefined ? null : (definition.modelOf?.(first) ?? null);
        if (model !== null && others.length > 0) {
          const names = new Set(read.map(({ source }) => definition.modelOf?.(source) ?? model));
          const whose = [...names].join(' alias ');
          notes.push(`read together as one run of ${whose}: ${read.map(({ place }) => place).join(', ')}`);
        }
        for (const run of unfinished) {
          const note = passedOver(run, model, tasks, selection);
          if (note === null) faults.push(run);
          else notes.push(note);
        }
        if (tasks.length === 0 && faults.length === 0) {
          throw new WeighbridgeError('data', 'no task has a metric', {
            at: { file: selection.file },
            fix: 'evaluate with a metric that is a number a sample, or with one that has a sum',
          });
        }
        const told = await request.each(groupBy(tasks, ({ task }) => task).values(), (same) =>
          onlyOne(same, selection),
        );
        return request.each(
          tasks.filter((task) => told.includes(task)),
          (task) => foreignRun(task, side, fix),
        );
      });
      return {
        runs: runs ?? [],
        faults: faults.map((fault) => withFix(fault, fix)),
        notes,
      };
    },
  };
}

async function encodingNotes(places: readonly string[]): Promise<string[]> {
  const notes: string[] = [];
  for (const place of places) {
    if (!(await stat(place)).isFile() || utf16Of(magicOf(place)) === null) continue;
    notes.push(`${place} is UTF-16, and was read as such`);
  }
  return notes;
}

interface ReadPlace<Source> {
  readonly place: string;
  readonly source: Source;
}

async function readPlaces<Source>(
  definition: FormatDefinition<Source>,
  places: readonly string[],
  roots: Roots,
  { each }: FormatRequest,
): Promise<{
  readonly finished: readonly ReadPlace<Source>[];
  readonly unfinished: readonly UnfinishedRun[];
}> {
  const unfinished: UnfinishedRun[] = [];
  const finished = await each(places, async (place) => {
    try {
      return [{ place, source: await definition.read(place, roots) }];
    } catch (error) {
      if (!(error instanceof UnfinishedRun)) throw error;
      unfinished.push(error);
      return [];
    }
  });
  return { finished: finished.flat(), unfinished };
}

/**
 * What is said of a run that did not end where one of its task and model did: a later one, or any where the newest was asked
 * for, which is the newest that is whole. Null where there is none.
 */
function passedOver(
  { of: { task, model, started }, at, message }: UnfinishedRun,
  finished: string | null,
  tasks: readonly TaskResults[],
  { chosen }: Selection,
): string | null {
  const whole = tasks.filter((other) => other.task === task);
  if (model !== finished || whole.length === 0) return null;
  const isAgain = (other: TaskResults) => Date.parse(other.started ?? '') > Date.parse(started ?? '');
  const file = at?.file ?? task;
  if (whole.some(isAgain))
    return `${file}: passed over (${message}), since ${task} was evaluated again later`;
  return chosen.has(NEWEST)
    ? `${file}: passed over (${message}), since the newest whole run of ${task} was asked for`
    : null;
}

/** The newest of several need not be the one that is meant. */
function notOne(name: string, places: readonly string[], file: string): WeighbridgeError {
  if (places.length === 0) {
    const fix = 'name the folder or file that it wrote';
    return new WeighbridgeError('data', `no results of ${name}`, { at: { file }, fix });
  }
  const list = places.map((place) => `\n  ${place}`).join('');
  return new WeighbridgeError('data', `${places.length} runs of ${name} lie here:${list}`, {
    at: { file },
    fix: 'name one of these instead of the folder',
  });
}

/** @throws WeighbridgeError `data` for results of several models, `usage` where one could be chosen and none is */
function ofOneModel<Source>(
  { name, modelOf, choices }: FormatDefinition<Source>,
  sources: readonly ReadPlace<Source>[],
  selection: Selection,
): readonly ReadPlace<Source>[] {
  if (modelOf === undefined || sources.length === 0) return sources;
  const byModel = groupBy(sources, ({ source }) => modelOf(source));
  const names = [...byModel.keys()].sort();
  if (names.length > 1 && selection.chosen.has(ONE_MODEL)) return sources;
  if (names.length > 1 && !choices?.includes('model')) {
    const list = sources.map(({ place, source }) => `\n  ${place} (${modelOf(source)})`).join('');
    throw new WeighbridgeError('data', `results of ${name} of several models lie here:${list}`, {
      at: { file: selection.file },
      fix: `name the results of one model; where these are names of one, write ${selection.file}#${ONE_MODEL}`,
    });
  }
  return byModel.get(chooseOne(selection, 'model', names)) ?? [];
}

/**
 * Of the results of one task, the only one; the newest where that was asked for.
 * @throws WeighbridgeError `data` for a task that was evaluated twice: which one is meant cannot be known
 */
function onlyOne(same: readonly TaskResults[], { file, chosen }: Selection): TaskResults | undefined {
  const [first, ...others] = same;
  if (first === undefined || others.length === 0) return first;
  const dated = same.map((task) => ({ task, at: Date.parse(task.started ?? '') }));
  const [newest, second] = dated.toSorted((a, b) => b.at - a.at);
  const isKnown = dated.every(({ at }) => Number.isFinite(at)) && newest?.at !== second?.at;
  if (chosen.has(NEWEST) && isKnown) return newest?.task;
  const list = same.map((each) => `\n  ${each.file} (of ${each.started ?? 'an unknown time'})`).join('');
  throw new WeighbridgeError(
    'data',
    `${same.length} results of the task ${JSON.stringify(first.task)}:${list}`,
    {
      at: { file: first.file },
      fix: isKnown
        ? `name one of these files instead of the folder, or write ${file}#${NEWEST} for the newest`
        : 'name one of these files instead of the folder',
    },
  );
}

/** What is told of a run that was cancelled, failed or is still going. */
export interface Unfinished {
  readonly task: string;
  readonly model: string;
  /** ISO 8601; null where nobody says it. */
  readonly started: string | null;
}

/** Beside a later run of the same task and model that ended, it is passed over. */
export class UnfinishedRun extends WeighbridgeError {
  readonly of: Unfinished;

  constructor(of: Unfinished, message: string, detail: ErrorDetail) {
    super('data', message, detail);
    this.of = of;
  }
}

/**
 * A task of a complete run. Every task is `general`: only a config can say another role. What another program wrote is held
 * to the same bounds as our own files.
 * @throws WeighbridgeError `data` for a task or metric that no run can have
 */
function foreignRun(results: TaskResults, side: Side, fix: string): ForeignRun {
  const { file, samples = [], expected = [], bare, ...known } = results;
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
  const shape = shapeOf(record);
  const fixable = (error: unknown) => (error instanceof WeighbridgeError ? withFix(error, fix) : error);
  function* checked(placed: Iterable<Placed>, check: ExpectedCheck): Generator<SampleRecord> {
    try {
      for (const { sample, at } of placed) {
        const own = checkSample(sample, shape, at ?? { file, key: sample.id });
        check.see(own);
        yield own;
      }
    } catch (error) {
      throw fixable(error);
    }
  }
  async function* read(): AsyncGenerator<Iterable<SampleRecord>> {
    const check = new ExpectedCheck(record, expected);
    try {
      for await (const found of typeof samples === 'function' ? samples() : [samples]) {
        yield checked(Symbol.iterator in found ? found : [found], check);
      }
      check.end();
    } catch (error) {
      throw fixable(error);
    }
  }
  // What the program says that metrics came to is compared with the samples one by one.
  const atOnce = bare === undefined || expected.length > 0 ? {} : { bare };
  return { folder: dirname(file), record, incomplete: null, samples: read, ...atOnce };
}

/**
 * A program that does not record which weights it ran: what it wrote stands for a model of its own, so that two files are
 * two models and two copies of one file are one.
 */
export const unidentifiedModel = (source: string, by: unknown): ModelIdentity => ({
  source: `${source} ${NOT_IDENTIFIED}`,
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
