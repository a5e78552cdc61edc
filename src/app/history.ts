import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { askGit } from '../adapters/process/git.ts';
import { type BranchFile, readFromBranch, updateOnBranch } from '../adapters/process/git-branch.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { lockedSplitWords } from '../core/compare/locked-split.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import {
  HISTORY_VERSION,
  type HistoryLine,
  type RecordedNote,
  type RecordedRun,
  type TrainingFact,
} from '../core/domain/history.ts';
import {
  appendHistory,
  historyLine,
  parseHistory,
  pruned,
  pruneHistory,
  readHistory,
  type StoredHistory,
} from '../results/store/history.ts';
import { originHere } from './baselines/find.ts';
import { type ArtifactHistory, readArtifactHistory } from './history/artifacts.ts';
import { lockedSplitsOf } from './history/locked-splits.ts';
import { recordOf } from './history/record.ts';
import { trainingFacts } from './history/training-facts.ts';
import type { Log } from './log.ts';

/** Where a history is kept: a file, or one on a branch of its own. */
export type HistoryPlace =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'branch'; readonly at: BranchFile }
  /** Of the repository in which a workflow runs, or that the environment names. */
  | { readonly kind: 'artifacts'; readonly at: ArtifactHistory };

/** One request to GitHub. */
const ARTIFACTS_MS = 60_000;

const DEFAULT_HISTORY = 'weighbridge-history.jsonl';
/** On a branch, whatever the file of a checkout is called. */
export const HISTORY_ON_BRANCH = 'history.jsonl';

export function describePlace(place: HistoryPlace): string {
  switch (place.kind) {
    case 'file':
      return place.file;
    case 'branch':
      return `${place.at.file} on branch ${place.at.branch} of ${place.at.remote}`;
    case 'artifacts':
      return `artifacts ${place.at.name} of ${place.at.branch}`;
  }
}

/** @throws WeighbridgeError `data` where there is none, `platform` where git cannot reach it */
export async function openHistory(place: HistoryPlace): Promise<StoredHistory> {
  if (place.kind === 'file') return readHistory(place.file);
  const content = place.kind === 'branch' ? await readFromBranch(place.at) : await textOfArtifacts(place.at);
  if (content !== null) return parseHistory(content, describePlace(place));
  throw new WeighbridgeError('data', `there is no ${describePlace(place)}`, {
    fix:
      place.kind === 'branch'
        ? 'begin one with `weighbridge history add --branch`'
        : 'write `record: { artifact: NAME }` into the config, and let the action judge a push to the branch',
  });
}

/** Null where there is no such artifact. @throws WeighbridgeError `usage` where nobody says which repository */
async function textOfArtifacts(at: ArtifactHistory): Promise<string | null> {
  const { GITHUB_REPOSITORY, GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL } = process.env;
  const [owner = '', name = ''] = (GITHUB_REPOSITORY ?? '').split('/');
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (owner === '' || name === '' || !token) {
    throw new WeighbridgeError(
      'usage',
      'nobody says of which repository the artifacts are, or may read them',
      {
        fix: 'set GITHUB_REPOSITORY=owner/name and GITHUB_TOKEN, which needs `actions: read`',
      },
    );
  }
  const { createClient } = await import('../adapters/github/client.ts');
  const apiUrl = GITHUB_API_URL || 'https://api.github.com';
  const client = createClient({ token, apiUrl, timeoutMs: ARTIFACTS_MS });
  const { text, artifacts } = await readArtifactHistory({ client, repository: { owner, name } }, at);
  return artifacts.length === 0 ? null : text;
}

const NOTHING_YET: StoredHistory = { runs: [], notes: [], faults: [], unread: [] };

/** The same, and nothing where the history has not begun yet. */
export async function historySoFar(place: HistoryPlace): Promise<StoredHistory> {
  return place.kind === 'file' && !existsSync(place.file) ? NOTHING_YET : openHistory(place);
}

/** Adds a line; of a branch the newest `keep` runs stay, where it says how many. */
async function addLine(place: HistoryPlace, line: HistoryLine, keep: number | null): Promise<void> {
  if (place.kind === 'file') {
    await appendHistory(place.file, line);
    if (keep !== null) await pruneHistory(place.file, keep);
    return;
  }
  if (place.kind === 'artifacts') throw onlyTheAction();
  const message = line.kind === 'run' ? `Record ${line.run}: ${line.verdict}` : `Note on ${line.run}`;
  await updateOnBranch(place.at, message, (content) =>
    withLine(content ?? '', line, keep, describePlace(place)),
  );
}

/** @param place how the history is called in messages */
export function withLine(content: string, line: HistoryLine, keep: number | null, place: string): string {
  const before = content === '' || content.endsWith('\n') ? content : `${content}\n`;
  const after = `${before}${historyLine(line)}`;
  return keep === null ? after : pruned(parseHistory(after, place), keep).text;
}

const onlyTheAction = () =>
  new WeighbridgeError('usage', 'a history of artifacts is written by the report step of the action alone', {
    fix: 'keep it in a file or on a branch where people add to it: `record.history`, or --branch',
  });

export interface RoundRequest {
  readonly place: HistoryPlace;
  readonly verdict: VerdictFile;
  /** What the config says of the training, and where its checkpoint lies; null without a config. */
  readonly config: ResolvedConfig | null;
  /** How long the evaluation took; null where nobody knows. */
  readonly seconds: number | null;
}

/** Records a verdict as the newest round. @throws WeighbridgeError where the history cannot be written */
export async function addRound({ place, ...round }: RoundRequest): Promise<RecordedRun> {
  const line = await roundOf(round);
  await addLine(place, line, round.config?.record?.keep ?? null);
  return line;
}

/** The line of a verdict. */
export async function roundOf({
  verdict,
  config,
  seconds,
}: Omit<RoundRequest, 'place'>): Promise<RecordedRun> {
  const directory = config?.directory ?? '.';
  const here = await originHere(directory);
  const { GITHUB_REF_NAME, GITHUB_REF = '', GITHUB_HEAD_REF } = process.env;
  const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
  return recordOf(verdict, {
    ...{ date: here.date, commit: here.commit, seconds },
    branch:
      (GITHUB_HEAD_REF || GITHUB_REF_NAME) ??
      (await askGit(directory, ['rev-parse', '--abbrev-ref', 'HEAD'])),
    pullRequest: pull === undefined ? null : Number(pull),
    training: await trainingOf(config),
  });
}

/** Records a verdict where the config keeps a history. What fails there is told and changes nothing. */
export async function recordIfAsked(
  readConfig: () => Promise<ResolvedConfig>,
  verdict: VerdictFile,
  seconds: number,
  log: Pick<Log, 'info' | 'warn'>,
): Promise<void> {
  try {
    const config = await readConfig();
    const place = placeOf(config);
    const before = async () => (place === null ? null : await historySoFar(place));
    for (const use of await lockedSplitsOf(config, verdict, before))
      log.info(`${use.task} ${lockedSplitWords(use)}`);
    if (place === null) return;
    const { run } = await addRound({ place, verdict, config, seconds });
    log.info(`recorded ${run} in ${describePlace(place)}`);
  } catch (error) {
    log.warn(`the round was not recorded, which changes no verdict: ${messageOf(error)}`);
  }
}

/** What is written in the config wins over what the checkpoint's files say. */
async function trainingOf(config: ResolvedConfig | null): Promise<Readonly<Record<string, TrainingFact>>> {
  if (config === null) return {};
  const { candidate, record, directory } = config;
  const path =
    candidate?.kind === 'file' || candidate?.kind === 'folder'
      ? candidate.path
      : candidate?.kind === 'adapter'
        ? candidate.adapter
        : null;
  const found = path === null ? {} : await trainingFacts(resolve(directory, path));
  return { ...found, ...record?.training };
}

/** @throws WeighbridgeError `usage` where the history has no such run */
export async function addNote(place: HistoryPlace, run: string, text: string): Promise<RecordedNote> {
  if (text.trim() === '')
    throw new WeighbridgeError('usage', 'a note says something, and this one is empty', {
      fix: 'write it in quotes after the run',
    });
  const { runs } = await openHistory(place);
  const named = (name: string | null) => run !== '' && (name ?? '').startsWith(run);
  const found = runs.filter((each) => named(each.run) || named(each.commit));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) {
    const newest = runs.slice(-5).map((each) => each.run);
    throw new WeighbridgeError(
      'usage',
      only === undefined
        ? `no run is named ${JSON.stringify(run)}`
        : `${found.length} runs begin with ${run}`,
      {
        fix:
          newest.length === 0
            ? 'record a round first: `weighbridge history add`'
            : `name one, such as ${newest.join(', ')}: \`weighbridge history\` lists them`,
      },
    );
  }
  const { by, date } = await originHere('.');
  const note = { kind: 'note', schemaVersion: HISTORY_VERSION, run: only.run, date, by, text } as const;
  await addLine(place, note, null);
  return note;
}

/** @returns how many runs went */
export async function pruneRounds(place: HistoryPlace, keep: number): Promise<number> {
  if (place.kind === 'file') return pruneHistory(place.file, keep);
  if (place.kind === 'artifacts') throw onlyTheAction();
  let gone = 0;
  await updateOnBranch(place.at, `Keep the newest ${keep} runs`, (content) => {
    const rest = pruned(parseHistory(content ?? '', describePlace(place)), keep);
    gone = rest.gone;
    return rest.text;
  });
  return gone;
}

/** Where the config keeps it; null where it keeps none. */
export function placeOf({
  record,
  directory,
}: Pick<ResolvedConfig, 'record' | 'directory'>): HistoryPlace | null {
  if (record === null) return null;
  const { history } = record;
  return { kind: 'file', file: isAbsolute(history) ? history : join(directory, history) };
}

/** `tickets` or `tickets@main`. */
export async function artifactHistory(written: string): Promise<ArtifactHistory> {
  const [name = '', branch] = written.split('@', 2);
  const known = branch || (await askGit('.', ['rev-parse', '--abbrev-ref', 'origin/HEAD']));
  return { name, branch: known?.replace(/^origin\//, '') ?? 'main' };
}

/** Where the history lies that a flag or the config names, else the default file where there is one. */
export const defaultPlace = (configPath: string): HistoryPlace => {
  const beside = join(dirname(configPath), DEFAULT_HISTORY);
  return { kind: 'file', file: existsSync(beside) ? beside : DEFAULT_HISTORY };
};
