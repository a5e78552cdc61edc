import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type Asked, MOST_ASKED } from '../core/domain/asked.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { RunRecord } from '../core/domain/run.ts';
import type { SampleRecord, Severity } from '../core/domain/sample.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { groupBy } from '../results/formats/group-by.ts';
import type { StoredRun } from '../results/store/reader.ts';
import type { CaseRow } from './cases/case-file.ts';
import { checksFor, holds, tellsApart } from './cases/checks.ts';
import { readSideResults } from './sides/stored.ts';

/** How samples of a run were asked, as the task of their cases has to ask. */
export type AskedAs = Pick<RunRecord, 'fingerprint'>;

interface SampleToAdd {
  /** Run directory. */
  readonly run: string;
  /** Its id, or `task/id` where several tasks have it. */
  readonly sample: string;
  readonly name?: string;
  readonly severity?: Severity;
}

/**
 * A sample of a run as a test case: asked the same, and checked so that the side passes that was right, and the other fails.
 * @throws WeighbridgeError `usage` for a sample that is not there, `data` for one of which no case can be made
 */
export async function caseOfSample(
  wanted: SampleToAdd,
): Promise<{ readonly row: CaseRow; readonly from: AskedAs }> {
  const found = await findSample(wanted);
  const { record, baseline, candidate } = found;
  const sample = baseline ?? candidate;
  const name = `${record.task}/${sample.id}`;
  if (sample.case !== undefined) {
    throw new WeighbridgeError('usage', `${name} is a test case already`, {
      fix: 'it stands in the dataset of its task: copy it from there',
    });
  }
  const input = questionOf(sample, name);
  const [before, after] = [writtenBy(baseline), writtenBy(candidate)];
  const right = isRight(candidate, record) && !isRight(baseline, record) ? after : before;
  if (right === undefined) throw notWritten(name);
  for (const check of checksFor(sample, right, record)) {
    if (!(await holds(check, right)) || !(await tellsApart(check, right, [before, after]))) continue;
    return {
      row: {
        name: wanted.name ?? name,
        input,
        checks: [check],
        tags: [`from:${basename(resolve(wanted.run))}`],
        ...(wanted.severity === undefined ? {} : { severity: wanted.severity }),
      },
      from: record,
    };
  }
  throw new WeighbridgeError('data', `both sides answer ${name} alike, so that no check tells them apart`, {
    fix: 'add a sample that flipped: the report lists them, as does `weighbridge compare`',
  });
}

/** A sample on the sides that have it. */
type Found = { readonly record: RunRecord } & (
  | { readonly baseline: SampleRecord; readonly candidate: SampleRecord | undefined }
  | { readonly baseline: undefined; readonly candidate: SampleRecord }
);

async function findSample({ run, sample }: SampleToAdd): Promise<Found> {
  const sides = {
    baseline: (await readSideResults(run, 'baseline')).runs,
    candidate: (await readSideResults(run, 'candidate')).runs,
  };
  const matches = (runs: readonly StoredRun[]) =>
    runs.flatMap(({ record, samples }) =>
      samples
        .filter(({ id }) => id === sample || `${record.task}/${id}` === sample)
        .map((own) => ({ record, own })),
    );
  const [before, after] = [matches(sides.baseline), matches(sides.candidate)];
  const all = [...after, ...before];
  const tasks = new Set(all.map(({ record }) => record.task));
  const [first] = all;
  if (first === undefined) {
    const known = [...sides.candidate, ...sides.baseline].flatMap(({ record, samples }) =>
      samples.map(({ id }) => `${record.task}/${id}`),
    );
    throw new WeighbridgeError('usage', `the run has no sample ${JSON.stringify(sample)}`, {
      at: { file: run },
      fix:
        known.length === 0
          ? 'name a folder in which `weighbridge run` left its samples'
          : suggestion(sample, [...new Set(known)]),
    });
  }
  if (tasks.size > 1) {
    throw new WeighbridgeError('usage', `${tasks.size} tasks have a sample ${JSON.stringify(sample)}`, {
      fix: `name it with its task: ${[...tasks].map((task) => `${task}/${sample}`).join(', ')}`,
    });
  }
  const { record } = first;
  const own = (list: typeof all) => list.find((each) => each.record.task === record.task)?.own;
  const baseline = own(before);
  return baseline === undefined
    ? { record, baseline, candidate: first.own }
    : { record, baseline, candidate: own(after) };
}

export interface KeptCases {
  readonly rows: readonly CaseRow[];
  /** How all of them were asked; null without any. */
  readonly from: AskedAs | null;
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/**
 * Prompts that a baseline got right, as test cases: up to so many, taking turns over tasks and groups, and always the same ones of the same
 * run. Each is checked by what its task counts as right where the stored answer passes that, else by the answer itself.
 */
export async function casesToKeep(run: string, most: number): Promise<KeptCases> {
  const { runs, faults } = await readSideResults(run, 'baseline');
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  const notes: string[] = [];
  const written = runs.filter(({ record, samples }) => {
    const isWritten = samples.some(
      (each) => writtenBy(each) !== undefined && each.asked !== undefined && each.case === undefined,
    );
    if (!isWritten)
      notes.push(
        `${record.task}: left out, since its model wrote no answer to a question that was kept: a case checks what a model writes`,
      );
    return isWritten;
  });
  const byLength = [...written].sort((a, b) => b.samples.length - a.samples.length);
  const alike = [...groupBy(byLength, ({ record }) => settingsOf(record)).values()];
  for (const own of alike) {
    const [largest] = own;
    const rows = await keptOf(own, most);
    if (largest === undefined || rows.length === 0) continue;
    for (const { folder, record } of alike.filter((each) => each !== own).flat()) {
      notes.push(
        `${record.task}: left out, since it is asked with other settings than ${largest.record.task}: keep it in a file of its own, \`weighbridge cases keep ${folder} --to FILE\``,
      );
    }
    return { rows, from: largest.record, notes };
  }
  return { rows: [], from: null, notes };
}

/** Of runs that were asked with the same settings. */
async function keptOf(runs: readonly StoredRun[], most: number): Promise<readonly CaseRow[]> {
  const right = runs.flatMap(({ record, samples }) =>
    samples
      .filter((sample) => isRight(sample, record) && sample.case === undefined)
      .map((sample) => ({ record, sample })),
  );
  const groups = groupBy(right, ({ record, sample }) => JSON.stringify([record.task, sample.group ?? null]));
  const order = ({ sample }: { readonly sample: SampleRecord }) =>
    createHash('sha256').update(sample.id).digest('hex');
  const queues = [...groups.values()].map((own) => own.sort((a, b) => (order(a) < order(b) ? -1 : 1)));
  const rows: CaseRow[] = [];
  for (let turn = 0; rows.length < most && queues.some((queue) => queue.length > turn); turn += 1) {
    for (const queue of queues) {
      const next = queue[turn];
      if (next === undefined || rows.length >= most) continue;
      const row = await keptCase(next.sample, next.record);
      if (row !== null) rows.push(row);
    }
  }
  return rows;
}

async function keptCase(sample: SampleRecord, record: RunRecord): Promise<CaseRow | null> {
  const { asked, group } = sample;
  const output = writtenBy(sample);
  if (output === undefined || asked === undefined || whyNotWhole(asked) !== null) return null;
  for (const check of checksFor(sample, output, record)) {
    if (!(await holds(check, output))) continue;
    const tags = [record.task, ...(group === undefined ? [] : [group])];
    return { name: `${record.task}/${sample.id}`, input: asked.question, checks: [check], tags };
  }
  return null;
}

/** What a model wrote. The likeliest of given choices is its answer too, but it would not have written that. */
const writtenBy = (sample: SampleRecord | undefined): string | undefined =>
  Array.isArray(sample?.choices) ? undefined : sample?.output;

const settingsOf = ({ fingerprint }: AskedAs): string =>
  JSON.stringify([fingerprint.chat_template === null, fingerprint.generation]);

/** Whether the primary score is the best that a sample can have. */
function isRight(sample: SampleRecord | undefined, { primary_metric: primary, metrics }: RunRecord): boolean {
  const metric = metrics.find(({ name }) => name === primary);
  const best = metric?.direction === 'higher_is_better' ? metric.range.max : metric?.range.min;
  return best != null && sample?.scores[primary] === best;
}

/** Of what people read of a question, why no model can be asked it again; null where it is whole. */
function whyNotWhole({ question, turns }: Asked): string | null {
  if (turns !== undefined) return 'it is a conversation, which is kept for people to read';
  const isCut = question.length >= MOST_ASKED.question && question.startsWith('…');
  return isCut ? 'its question is too long to have been kept whole' : null;
}

function questionOf({ asked }: SampleRecord, name: string): string {
  if (asked === undefined) {
    throw new WeighbridgeError('data', `${name}: its question was not kept`, {
      fix: 'evaluate with `include_samples: changed` or `all`, or write the case by hand',
    });
  }
  const reason = whyNotWhole(asked);
  if (reason === null) return asked.question;
  throw new WeighbridgeError('data', `${name}: ${reason}`, { fix: 'write the case by hand' });
}

const notWritten = (name: string) =>
  new WeighbridgeError('data', `${name}: its model wrote no answer that was kept`, {
    fix: 'a case checks what a model writes: take a sample of a generate task, or write the case by hand',
  });
