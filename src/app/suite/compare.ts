import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsBlob } from '../../adapters/process/git.ts';
import { taskSettings } from '../../config/task-settings.ts';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { SuiteChange, SuiteMode, SuiteReview, SuiteSize } from '../../core/domain/policy.ts';
import { hashFile } from '../../tasks/checkpoints/hash.ts';
import { datasetDigest } from '../../tasks/datasets/digest.ts';
import { POINTER, placeOnDisk, pointerIn, type SuitePart, type SuiteSide, suiteParts } from './suite.ts';

export interface SuitesCompared {
  /** The tip of the base branch. */
  readonly base: SuiteSide;
  /** Where the change left the base branch; only where that is another commit. */
  readonly fork: SuiteSide | null;
  readonly head: SuiteSide;
  readonly mode: SuiteMode;
}

/**
 * How what the head is judged on differs from what the tip of the base branch has. The tip decides, since whoever opens a pull
 * request chooses where it left the branch; that other commit only tells whose change it is.
 * @returns null where nothing differs
 */
export async function compareSuites({ base, fork, head, mode }: SuitesCompared): Promise<SuiteReview | null> {
  const [before, after] = [await suiteParts(base), await suiteParts(head)];
  const changes: SuiteChange[] = [];
  for (const subject of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(subject), after.get(subject)];
    const task = (was ?? is)?.task ?? null;
    // A task that is gone is missed by its gates, and an ungated one may go.
    if (!hasTask(head, task)) continue;
    const isNew = !hasTask(base, task);
    // Values of a new task stand in the diff of the config; a gate that it brings comes beside those of the base branch.
    if (isNew && is?.entry == null) continue;
    const change = await changeOf(subject, [base, was], [head, is]);
    if (change === null) continue;
    const kind = subject.endsWith(POINTER) ? 'pointer' : isNew ? 'new task' : 'changed';
    changes.push({ ...change, kind, counts: kind === 'changed' });
  }
  if (changes.length === 0) return null;
  const told = fork === null ? changes : await withOutdated(changes, fork, head);
  const counting = told.filter(({ counts }) => counts);
  const digest = createHash('sha256')
    .update(canonicalJson(counting.map(identityOf).sort()))
    .digest('hex');
  return { mode, digest, changes: [...counting, ...told.filter(({ counts }) => !counts)] };
}

const identityOf = ({ subject, before, after, digests }: SuiteChange): string =>
  canonicalJson([subject, digests.before ?? before, digests.after ?? after]);

const hasTask = ({ config }: SuiteSide, task: string | null): boolean =>
  task === null || config.tasks.some(({ name }) => name === task);

/** Tells what the branch only has not taken over yet. */
async function withOutdated(
  changes: readonly SuiteChange[],
  fork: SuiteSide,
  head: SuiteSide,
): Promise<readonly SuiteChange[]> {
  const [left, after] = [await suiteParts(fork), await suiteParts(head)];
  const told: SuiteChange[] = [];
  for (const change of changes) {
    const { subject, kind } = change;
    const isAsLeft =
      kind === 'changed' &&
      (await changeOf(subject, [fork, left.get(subject)], [head, after.get(subject)])) === null;
    told.push(isAsLeft ? { ...change, kind: 'outdated' } : change);
  }
  return told;
}

type Seen = readonly [side: SuiteSide, part: SuitePart | undefined];

async function changeOf(
  subject: string,
  [base, was]: Seen,
  [head, is]: Seen,
): Promise<Pick<SuiteChange, 'subject' | 'before' | 'after' | 'digests' | 'size'> | null> {
  if (was === undefined && is === undefined) return null;
  const written = { subject, before: toldOf(was), after: toldOf(is) };
  const leaves = was?.outside != null || is?.outside != null;
  if (leaves || (was?.entry == null && is?.entry == null)) {
    const isSame = was?.written === is?.written && was?.outside === is?.outside;
    return isSame ? null : { ...written, digests: { before: null, after: null }, size: null };
  }
  if (!head.isCheckedOut && was?.entry?.id === is?.entry?.id) return null;
  if (await isCheckedOutAs(was, head, is)) return null;
  const [from, to] = [await contentOf(base, was), await contentOf(head, is)];
  if (from?.digest !== undefined && from.digest === to?.digest) return null;
  const size = await sizeOf(from, to, idField(head, is ?? was));
  if (size === 'same rows') return null;
  return {
    ...written,
    digests: { before: from?.digest ?? null, after: to?.digest ?? null },
    size,
  };
}

/** As written, and where that leads should it lead out of the repository. */
const toldOf = (part: SuitePart | undefined): string | null =>
  part === undefined || part.outside === null || part.outside === part.written
    ? (part?.written ?? null)
    : `${part.written} (leads to ${part.outside})`;

/** The usual case, for which nothing is taken out of git: the file of the checkout is the blob of the commit. */
async function isCheckedOutAs(
  was: SuitePart | undefined,
  head: SuiteSide,
  is: SuitePart | undefined,
): Promise<boolean> {
  if (!head.isCheckedOut || was?.entry == null || is?.path == null) return false;
  const file = join(head.root, is.path);
  const found = await stat(file).catch(() => null);
  if (found?.isFile() !== true || found.size !== was.entry.bytes) return false;
  if (!(await holdsBlob(file, was.entry.id))) return false;
  // A pointer that nobody replaced is not what it stands for, and that it lies there can be the head's doing.
  return (await pointerIn(file)) === null;
}

interface Content {
  readonly digest: string;
  readonly bytes: number;
  /** Null for what is in Git LFS and not here. */
  readonly file: string | null;
}

/** What a commit has, or what lies in a checkout: there a pointer of Git LFS is a file like any other, as it is for who reads it. */
async function contentOf(side: SuiteSide, part: SuitePart | undefined): Promise<Content | null> {
  const file = part === undefined ? null : await placeOnDisk(side, part);
  if (file === null || !(await isFile(file))) return null;
  const pointer = side.isCheckedOut ? null : await pointerIn(file);
  if (pointer !== null) return { digest: pointer.oid, bytes: pointer.bytes, file: null };
  const { size } = await stat(file);
  return { digest: await hashFile(file, size), bytes: size, file };
}

const isFile = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => null))?.isFile() === true;

/** The field by which rows of a task are told apart. */
function idField({ config }: SuiteSide, part: SuitePart | undefined): string {
  const task = config.tasks.find(({ name }) => name === part?.task);
  return (task === undefined ? undefined : taskSettings(task).get('id_field')) ?? 'id';
}

async function sizeOf(
  from: Content | null,
  to: Content | null,
  idField: string,
): Promise<SuiteSize | 'same rows'> {
  const rows = [from, to].map((content) => rowsIn(content, idField));
  const [before, after] = await Promise.all(rows);
  if (before == null || after == null || (from === null && to === null))
    return { unit: 'bytes', before: from?.bytes ?? null, after: to?.bytes ?? null };
  if (from !== null && to !== null && canonicalJson(before) === canonicalJson(after)) return 'same rows';
  const gone = without(before, after);
  const come = without(after, before);
  const ids = new Set(come.flatMap(({ id }) => id ?? []));
  const changed = gone.filter(({ id }) => id !== null && ids.has(id)).length;
  return { unit: 'rows', added: come.length - changed, removed: gone.length - changed, changed };
}

interface RowIdentity {
  readonly digest: string;
  /** Null where rows have none. */
  readonly id: string | null;
}

/** Null for what holds no rows; no rows for what is not there. */
async function rowsIn(content: Content | null, idField: string): Promise<readonly RowIdentity[] | null> {
  if (content === null) return [];
  const { file } = content;
  const { isDataset, readRows } = await import('../../tasks/datasets/load.ts');
  if (file === null || !isDataset(file)) return null;
  try {
    return (await readRows(file)).map(({ fields }) => ({
      digest: datasetDigest(fields),
      id: Object.hasOwn(fields, idField) ? JSON.stringify(fields[idField]) : null,
    }));
  } catch {
    // A file that the task cannot read either: the evaluation says so, and here its size does.
    return null;
  }
}

/** The rows of the first that the second lacks, each as often as it lacks it. */
function without(rows: readonly RowIdentity[], others: readonly RowIdentity[]): readonly RowIdentity[] {
  const left = new Map<string, number>();
  for (const { digest } of others) left.set(digest, (left.get(digest) ?? 0) + 1);
  return rows.filter(({ digest }) => {
    const count = left.get(digest) ?? 0;
    left.set(digest, count - 1);
    return count <= 0;
  });
}
