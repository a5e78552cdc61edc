import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { TrackedRun, Tracker, TrackerTarget } from '../adapters/trackers/tracker.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { RUN_FILE, SAMPLES_FILE } from '../results/store/layout.ts';
import { COMMENT_FILE, HTML_FILE, readVerdict, VERDICT_FILE } from './verdict-file.ts';

/**
 * Tells a tracker what a run directory came to.
 * @param options `withSamples`: the candidate's samples too, so that a later run can compare with them
 * @returns where it can be seen
 */
export async function trackRun(
  { out, withSamples }: { readonly out: string; readonly withSamples: boolean },
  tracker: Tracker,
  target: TrackerTarget,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const verdict = await readVerdict(join(out, VERDICT_FILE));
  const files = [VERDICT_FILE, COMMENT_FILE, HTML_FILE].map((name) => join(out, name)).filter(existsSync);
  const samples = withSamples ? await candidateFiles(out) : [];
  const run = trackedRun(verdict, { started: new Date().toISOString(), files, samples });
  return tracker.log(run, target, environment);
}

/** @throws WeighbridgeError `data` where the candidate was not evaluated here */
async function candidateFiles(out: string): Promise<TrackedRun['samples']> {
  const tasks = await readdir(join(out, 'candidate')).catch(() => []);
  const names = tasks.flatMap((task) =>
    [RUN_FILE, SAMPLES_FILE].map((file) => posix.join('candidate', task, file)),
  );
  const files = names.map((name) => ({ name, path: join(out, name) })).filter(({ path }) => existsSync(path));
  if (files.length > 0) return files;
  throw new WeighbridgeError('data', 'there are no samples of the candidate here', {
    at: { file: join(out, 'candidate') },
    fix: 'name the folder into which `weighbridge run` evaluated it, or leave out --samples',
  });
}

/** The candidate's values by task and metric, with those of the baseline, the change and its ends beside each. */
export function trackedRun(
  file: VerdictFile,
  given: Pick<TrackedRun, 'started' | 'files' | 'samples'>,
): TrackedRun {
  const metrics = file.tasks.flatMap(({ task, metrics: of }) =>
    of.flatMap(({ metric, candidate, baseline, delta }) => {
      const name = `${task}/${metric}`;
      const known: readonly (readonly [string, number | null | undefined])[] = [
        [name, candidate?.value],
        [`${name}/stderr`, candidate?.stderr],
        [`${name}/baseline`, baseline?.value],
        [`${name}/delta`, delta?.value],
        [`${name}/delta_low`, delta?.low],
        [`${name}/delta_high`, delta?.high],
      ];
      return known.flatMap(([key, value]) => (value == null ? [] : [[key, value] as const]));
    }),
  );
  const { candidate, baseline, verdict, proven, blocked, summary, policy } = file;
  return {
    ...{ ...given, name: candidate?.source ?? 'candidate', succeeded: !blocked },
    metrics: Object.fromEntries(metrics),
    params: {
      ...(candidate === null ? {} : { candidate: candidate.source, candidate_digest: candidate.digest }),
      ...(baseline === null ? {} : { baseline: baseline.source, baseline_digest: baseline.digest }),
      ...{ alpha: String(policy.alpha.value), on_inconclusive: policy.onInconclusive.value },
      ...Object.fromEntries(
        Object.entries(policy.limits).map(([gate, { value }]) => [`limit/${gate}`, value]),
      ),
    },
    tags: {
      'weighbridge.verdict': verdict,
      'weighbridge.proven': String(proven),
      'weighbridge.summary': summary,
    },
    datasets: file.tasks.flatMap(({ task }) => {
      const dataset = file.provenance.fingerprints[task]?.candidate?.dataset;
      return typeof dataset === 'string' ? [{ name: task, digest: dataset.replace(/^sha256:/, '') }] : [];
    }),
  };
}
