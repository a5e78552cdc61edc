import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { BaselineProvenance } from '../../core/domain/baseline.ts';
import type { CurveFiles } from '../../core/domain/curves.ts';
import type { BySide } from '../../core/domain/decision.ts';
import type { AnswerReader } from '../../core/domain/drift.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import type { Side } from '../../core/domain/run.ts';
import type { SampleRecord, Samples } from '../../core/domain/sample.ts';
import { collectInto } from '../../results/formats/collect.ts';
import { findFormat } from '../../results/formats/registry.ts';
import { checkChoices, FOLLOW, parseSelection, rootsOf } from '../../results/formats/selection.ts';
import { RUN_FILE } from '../../results/store/layout.ts';
import { OutputSpill } from '../../results/store/output-spill.ts';
import type { Holder } from '../../results/store/reader.ts';
import { holdsRuns, type PartialRead, readPartiallyInto } from '../../results/store/results.ts';
import { SampleTable } from '../../results/store/sample-table.ts';
import type { LabelFiles } from './labels.ts';
import { fetchSource } from './mlflow.ts';

/** The folders in which the runs lie; an anchor where the config names one. */
export interface RunFolders extends BySide<string> {
  readonly anchor?: string | undefined;
}

/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
export function sideFolder(config: ResolvedConfig, side: Side, out: string): string {
  const source = config[side];
  return source?.kind === 'results' ? resolve(config.directory, source.path) : join(out, side);
}

/** What could be read of them. */
export interface StoredSides extends BySide<PartialRead<Samples>> {
  readonly anchor?: PartialRead<Samples>;
  /** Another model that is shown. */
  readonly reference?: PartialRead<Samples>;
  /** What the config's training curves are; absent where none were read. */
  readonly curves?: CurveFiles | null;
  /** What people said of answers; absent where nobody looked. */
  readonly labels?: LabelFiles;
  /** What reads refusals and languages in answers; absent where no gate asks how these drift. */
  readonly reader?: AnswerReader;
  /** How the baseline was found; absent where one path was named. */
  readonly provenance?: BaselineProvenance | undefined;
}

/** Reads what can be read of all sides, from run directories or from results of other programs. */
export async function readSides(folders: RunFolders): Promise<StoredSides> {
  const { anchor } = folders;
  const baseline = await readToJudge(folders.baseline, 'baseline');
  const candidate = await readToJudge(folders.candidate, 'candidate');
  const shared = await sharedResults(folders, { baseline, candidate });
  return inSharedUnits({
    baseline,
    candidate: { ...candidate, faults: [...candidate.faults, ...shared] },
    ...(anchor === undefined ? {} : { anchor: await readToJudge(anchor, 'anchor') }),
  });
}

/** What there is to show beside the candidate, with why anything is missing of it, which is no fault of the verdict. */
export async function readReference(
  config: ResolvedConfig,
  out: string,
): Promise<Pick<StoredSides, 'reference'>> {
  const { reference } = config;
  if (reference === null) return {};
  const folder = sideFolder(config, 'reference', out);
  if (reference.kind !== 'results') return { reference: await readToJudge(folder, 'reference') };
  try {
    await fetchSource(reference);
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    return { reference: { runs: [], faults: [error] } };
  }
  return { reference: await readToJudge(folder, 'candidate') };
}

/** The sides with each metric in the unit that all of them bear out. */
export function inSharedUnits(sides: StoredSides): StoredSides {
  const { baseline, candidate, anchor, reference } = sides;
  const rates = sharedRates([baseline, candidate, anchor].map((side) => side?.runs ?? []));
  const read = (side: PartialRead<Samples>) => ({
    ...side,
    runs: side.runs.map((run) => withRates(run, rates)),
  });
  const own = read(candidate);
  return {
    ...sides,
    ...{ baseline: read(baseline), candidate: own },
    ...(anchor === undefined ? {} : { anchor: read(anchor) }),
    ...(reference === undefined ? {} : { reference: besideRates(reference, own.runs) }),
  };
}

/** A reference follows the candidate where its own scores bear that out, and has no say in the candidate's unit. */
function besideRates(reference: PartialRead<Samples>, candidate: Runs): PartialRead<Samples> {
  const rates = new Set(
    candidate.flatMap(({ record: { task, metrics } }) =>
      metrics.flatMap(({ name, unit }) => (unit === 'rate' ? [rateKey(task, name)] : [])),
    ),
  );
  const borneOut = new Set([...sharedRates([reference.runs])].filter((key) => rates.has(key)));
  return { ...reference, runs: reference.runs.map((run) => withRates(run, borneOut)) };
}

type Runs = PartialRead<Samples>['runs'];

/**
 * Metrics of which nothing is known but that every side scored every sample 0 or 1: such a mean is a rate, whose limits may be
 * in percentage points. One side alone does not tell, since the other's metric would be another one.
 */
function sharedRates(sides: readonly Runs[]): ReadonlySet<string> {
  const [counted, binary] = [new Map<string, number>(), new Map<string, number>()];
  for (const { record, samples } of sides.flat()) {
    for (const metric of record.metrics.filter(isUnknownMean)) {
      const key = rateKey(record.task, metric.name);
      counted.set(key, (counted.get(key) ?? 0) + 1);
      if (isBinary(samples, metric.name)) binary.set(key, (binary.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counted].flatMap(([key, count]) => (binary.get(key) === count ? [key] : [])));
}

const rateKey = (task: string, metric: string): string => JSON.stringify([task, metric]);

const isUnknownMean = ({ kind, unit, range }: MetricDeclaration): boolean =>
  kind === 'mean' && unit === 'number' && range.min === null && range.max === null;

function isBinary(samples: Samples, metric: string): boolean {
  let scored = 0;
  for (const { scores } of samples) {
    const score = scores[metric];
    if (typeof score !== 'number') continue;
    if (score !== 0 && score !== 1) return false;
    scored += 1;
  }
  return scored > 0;
}

function withRates(run: Runs[number], rates: ReadonlySet<string>): Runs[number] {
  const { record } = run;
  const metrics = record.metrics.map((metric) =>
    isUnknownMean(metric) && rates.has(rateKey(record.task, metric.name))
      ? { ...metric, unit: 'rate' as const, range: { min: 0, max: 1 } }
      : metric,
  );
  return { ...run, record: { ...record, metrics } };
}

/** Results compared with themselves differ in nothing, whatever they are. */
async function sharedResults(
  paths: BySide<string>,
  { baseline, candidate }: BySide<PartialRead<Samples>>,
): Promise<WeighbridgeError[]> {
  const isSamePath = (await placeOf(paths.baseline)) === (await placeOf(paths.candidate));
  const places = await Promise.all(baseline.runs.map(({ folder }) => placeOf(folder)));
  for (const { folder } of candidate.runs) {
    // Of another program a folder may hold the results of both sides, each named by its file.
    const isOwn = existsSync(join(folder, RUN_FILE));
    if (!places.includes(await placeOf(folder)) || !(isOwn || isSamePath)) continue;
    const message = "the candidate's results are the baseline's own, so that nothing is compared";
    const fix = 'name the results of each side by their own path';
    return [new WeighbridgeError('data', message, { at: { file: folder }, fix })];
  }
  return [];
}

/** A path without links; as it is where there is no such file, such as with a selection behind it. */
const placeOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

/** Every sample as it is, for whoever passes them on. Runs of our own come first: a foreign file that lies among them changes nothing. */
export async function readSideResults(path: string, side: Side): Promise<PartialRead> {
  return readInto(path, side, (): SampleRecord[] => []);
}

/** The same in little memory, for whoever goes through the samples a few times and looks at a few of them. */
export async function readToJudge(path: string, side: Side): Promise<PartialRead<Samples>> {
  return readInto(path, side, compactly());
}

/** Runs of our own alone, likewise. */
export async function salvageToJudge(path: string, side: Side): Promise<PartialRead<Samples>> {
  return readPartiallyInto(path, side, compactly());
}

function compactly(): () => SampleTable {
  const outputs = new OutputSpill();
  return () => new SampleTable(outputs);
}

async function readInto<Held extends Holder>(
  path: string,
  side: Side,
  hold: () => Held,
): Promise<PartialRead<Held>> {
  // A run directory has nothing to choose from; where its links may end is asked of it too.
  const selection = parseSelection(path);
  const [file, roots] = [selection.file, rootsOf(selection)];
  if (await holdsRuns(file, side, roots)) {
    checkChoices(selection, [FOLLOW]);
    return readPartiallyInto(file, side, hold, roots);
  }
  const format = await findFormat(path).catch(asFault);
  if (format instanceof WeighbridgeError) return { runs: [], faults: [format] };
  return format === null
    ? readPartiallyInto(file, side, hold, roots)
    : collectInto(await format.load(path, side), hold);
}

/** What is no results, such as an empty file, leaves a verdict as what is not there does: it is invalid, and says why. */
function asFault(error: unknown): WeighbridgeError {
  if (error instanceof WeighbridgeError && error.kind === 'data') return error;
  throw error;
}
