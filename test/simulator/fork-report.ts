import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { writeRun } from '../support/run-folder.ts';
import { type ZipEntry, zip } from '../support/zip.ts';
import type { FakeGitHub } from './fake-github.ts';
import { reportJob } from './report-action.ts';
import { BASE, config, HEAD } from './simulate.ts';

const event = (name: string) => ({
  name: name.replace(/_(fork|requested)$/, ''),
  payload: JSON.parse(readFileSync(join(import.meta.dirname, `../events/${name}.json`), 'utf8')),
});
const NAME = 'weighbridge-0123456789ab-run-1';
export const CONFIG = config('forged').replace('max_drop: 2pp', 'max_drop: 10pp');

/** The files of a run on 400 questions that were answered as `isRight` says. */
export function samples(
  isRight: (index: number) => boolean,
  side: 'candidate' | 'baseline' = 'candidate',
): ZipEntry[] {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-forged-'));
  writeRun(folder, side, 400, isRight);
  const entries = ['run.json', 'samples.jsonl'].map((name) => ({
    name: `run/${side}/facts/${name}`,
    content: readFileSync(join(folder, side, 'facts', name)),
  }));
  rmSync(folder, { recursive: true });
  return entries;
}

/** The entries with one file of the candidate changed. */
export const edited = (
  file: 'run.json' | 'samples.jsonl',
  edit: (text: string) => string,
  entries: readonly ZipEntry[] = samples(half),
): ZipEntry[] =>
  entries.map((entry) =>
    entry.name.endsWith(`/${file}`) ? { ...entry, content: edit(String(entry.content)) } : entry,
  );

/** Three of four questions answered rightly, as the baseline does. */
export const half = (index: number) => index % 4 !== 0;
export const worse = (index: number) => index % 2 === 0;
export const BASELINE = 'baseline-results';

export interface Forgery {
  readonly entries?: readonly ZipEntry[];
  readonly size?: number;
  readonly prepare?: (github: FakeGitHub) => void;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly headConfig?: string;
  /** Puts the baseline elsewhere. */
  readonly fill?: (workspace: string) => void;
  readonly inspect?: (temp: string) => Promise<void>;
}

/** The job that reports a fork's pull request, of which everything may be forged but what GitHub says. */
export const report = ({
  action,
  entries = samples(half),
  size,
  prepare,
  inputs,
  eventName = 'workflow_run_fork',
  ...rest
}: Forgery & { readonly action: string }) =>
  reportJob({
    action,
    event: event(eventName),
    inputs: { check: 'on', baseline: BASELINE, workflow: '.github/workflows/evaluate.yml', ...inputs },
    fill:
      rest.fill ??
      ((workspace) => {
        writeRun(join(workspace, BASELINE), 'baseline', 400, half);
      }),
    prepare: (github) => {
      github.mergeBase = BASE;
      github.commits.set(BASE, { 'weighbridge.yml': CONFIG });
      github.commits.set(HEAD, { 'weighbridge.yml': rest.headConfig ?? CONFIG });
      const pull = event(eventName === 'workflow_run' ? 'pull_request' : 'pull_request_fork').payload
        .pull_request;
      github.pulls = [pull];
      const of = { runId: 4200, headRepositoryId: 2 };
      github.addArtifact(NAME, zip(entries), size === undefined ? of : { ...of, size });
      prepare?.(github);
    },
    ...(rest.inspect === undefined ? {} : { inspect: rest.inspect }),
  });

/** Nothing green anywhere: not the job, not the check, not the verdict, not the comment. */
export function expectNotGreen({ github, outcome, outputs, summary }: Awaited<ReturnType<typeof report>>) {
  expect(outcome).toBe('failure');
  expect(outputs).toMatchObject({ blocked: 'true' });
  expect(outputs.verdict).not.toBe('pass');
  expect(github.checks).toHaveLength(1);
  for (const { conclusion } of github.checks) expect(['failure', 'action_required']).toContain(conclusion);
  expect(github.comments).toHaveLength(1);
  for (const text of [github.comments[0]?.body, summary]) expect(text).not.toContain('PASS ✅**');
}
