import { declaredTasks, openResults } from '../config/declared-tasks.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { Overrides } from '../config/overrides.ts';
import { resolveConfig } from '../config/resolve.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { BySide, GivenInputs, VerdictFile } from '../core/domain/decision.ts';
import { IssueList, messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { invalidateVerdict } from '../report/build.ts';
import { chooseAfter, noBaseline, provenanceOf, withBaseline } from './baselines/choose.ts';
import { type FoundBaselines, mustFind } from './baselines/find.ts';
import { withFolds } from './cross-validation.ts';
import { readerFor, withDrift } from './judge/drift.ts';
import { judgeRuns } from './judge/judge-runs.ts';
import { type Judged, withShown } from './judge/shown.ts';
import { judgeUnderPolicies, type Policies } from './policy.ts';
import { curvesOf } from './sides/curves.ts';
import { readLabels } from './sides/labels.ts';
import { fetchSource } from './sides/mlflow.ts';
import {
  inSharedUnits,
  readReference,
  readSides,
  readToJudge,
  salvageToJudge,
  sideFolder,
} from './sides/stored.ts';
import { type BaseSuite, onBaseSuite } from './suite/base-suite.ts';
import { writeVerdict } from './verdict-file.ts';

export interface JudgeOptions {
  /** Run directory. */
  readonly out: string;
  /** What the sources of the baseline came to; null where nobody tried them. */
  readonly baselines?: FoundBaselines | null;
  /** Why the evaluation did not come to its end: then the verdict is `invalid`, whatever it left. */
  readonly failure?: string | null;
  /** Where the base branch's tasks were asked in place of those of the config. */
  readonly suite?: BaseSuite | null;
  /** What decides besides config and samples; without it, the config at hand alone. */
  readonly policies?: Policies;
}

/** Without anybody who knows of a base branch, the config at hand is the policy. */
const OWN_POLICY: Policies = { base: null, waivers: [], today: '', untrusted: null };

/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and all that is made of it. */
export async function judge(loaded: LoadedConfig, options: JudgeOptions): Promise<VerdictFile> {
  const { verdict, samples, speeds } = await decideStored(loaded, options);
  await writeVerdict(options.out, verdict, samples(), speeds());
  return verdict;
}

/** The same without writing anything. */
export async function decideStored(loaded: LoadedConfig, options: JudgeOptions): Promise<Judged> {
  const { out, baselines = null, failure = null, suite = null, policies = OWN_POLICY } = options;
  const chosen = baselines === null ? null : await chooseAfter(loaded.config, baselines, out);
  const config = chosen === null ? loaded.config : withBaseline(loaded.config, chosen);
  const stored = await readSides({
    baseline: sideFolder(config, 'baseline', out),
    candidate: sideFolder(config, 'candidate', out),
    anchor: config.anchor === null ? undefined : sideFolder(config, 'anchor', out),
  });
  const curves = await curvesOf(config);
  const asked = suite === null ? config : onBaseSuite({ ...loaded, config }, suite).config;
  const labels = await readLabels(config, asked);
  const reference = await readReference(config, out);
  const provenance = provenanceOf(config, chosen, stored.baseline.runs);
  const reader = await readerFor(asked, policies.base);
  const sides = inSharedUnits({ ...stored, ...reference, ...reader, curves, labels, provenance });
  const known = understood(() =>
    loaded.withResults(config, [...stored.baseline.runs, ...stored.candidate.runs]),
  );
  // Whatever lies in the folder of a baseline that no source gave was left there by somebody else.
  const isAbsent = chosen === null ? mustFind(loaded.config) : chosen.baseline === null;
  const faults = [
    ...(failure === null ? [] : [failure]),
    ...(known instanceof WeighbridgeError ? [messageOf(known)] : []),
    ...(isAbsent ? [messageOf(noBaseline(chosen?.attempts ?? []))] : []),
  ];
  const resolved = known instanceof WeighbridgeError ? config : known;
  const judged = judgeUnderPolicies(resolved, loaded.overrides, sides, policies);
  const verdict = withGiven(
    [...new Set(faults)].reduce(invalidateVerdict, judged),
    givenBy(loaded.overrides),
  );
  const told = await withDrift(verdict, resolved, sides);
  return withShown(withFolds(told, sides, resolved.policy.alpha.value), resolved, sides);
}

function understood(resolve: () => ResolvedConfig): ResolvedConfig | WeighbridgeError {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof WeighbridgeError) return error;
    throw error;
  }
}

/** Results that lie anywhere, and what they are judged by: a config, limits given by flags, or both. */
export interface ResultsRequest {
  readonly configPath: string | null;
  readonly overrides: Overrides;
  readonly out: string;
  readonly folders: BySide<string>;
  /** What was named, where a folder is a copy of it, or was joined. */
  readonly given?: Pick<GivenInputs, 'baseline' | 'candidate' | 'folds'>;
  readonly policies?: Policies;
}

/** Judges results and keeps the verdict. */
export async function judgeResults(request: ResultsRequest): Promise<VerdictFile> {
  const { verdict, samples, speeds } = await decideResults(request);
  await writeVerdict(request.out, verdict, samples(), speeds());
  return verdict;
}

/** The same without writing anything. */
export async function decideResults(options: ResultsRequest): Promise<Judged> {
  const { configPath, overrides, out, policies } = options;
  const runs = await readSides(options.folders);
  const unread =
    runs.baseline.runs.length + runs.candidate.runs.length === 0
      ? [...runs.baseline.faults, ...runs.candidate.faults]
      : [];
  // Without a config nothing says which tasks there should be: results that cannot be read are all there is to tell.
  if (configPath === null && unread.length > 0) throw new IssueList('data', unread);
  const request = { overrides, results: declaredTasks([...runs.baseline.runs, ...runs.candidate.runs]) };
  const config =
    configPath === null
      ? resolveConfig({ text: null, file: null, ...request })
      : await loadConfig(configPath, request).catch(async (error: unknown) => {
          if (unread.length === 0) throw error;
          throw new IssueList('data', [...unread, ...(await faultsWithoutResults(configPath, overrides))]);
        });
  await fetchSource(config.anchor);
  const anchor =
    config.anchor === null ? {} : { anchor: await readToJudge(sideFolder(config, 'anchor', out), 'anchor') };
  const reference = await readReference(config, out);
  const [curves, labels] = [await curvesOf(config), await readLabels(config)];
  const reader = await readerFor(config, policies?.base ?? null);
  const sides = inSharedUnits({ ...runs, ...anchor, ...reference, ...reader, curves, labels });
  const verdict =
    policies === undefined
      ? judgeRuns(config, sides)
      : judgeUnderPolicies(config, overrides, sides, policies);
  const told = await withDrift(verdict, config, sides);
  const folded = withFolds(told, sides, config.policy.alpha.value);
  const { given = options.folders } = options;
  return withShown(withGiven(folded, { ...given, results: true }), config, sides);
}

/** Those that a config has by itself: it may name tasks which only the results could have told. */
async function faultsWithoutResults(configPath: string, overrides: Overrides): Promise<WeighbridgeError[]> {
  try {
    await loadConfig(configPath, { overrides, assumeTasks: true });
    return [];
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    return [error];
  }
}

function givenBy({ baseline, candidate, full }: Overrides): GivenInputs {
  return {
    ...(baseline === undefined ? {} : { baseline: baseline.value }),
    ...(candidate === undefined ? {} : { candidate: candidate.value }),
    ...(full === undefined ? {} : { full: true }),
  };
}

const withGiven = (verdict: VerdictFile, given: GivenInputs): VerdictFile =>
  Object.keys(given).length === 0 ? verdict : { ...verdict, provenance: { ...verdict.provenance, given } };

/** Samples that another job has made, and what they are judged by. */
export interface DownloadedRun {
  /** The config's path, for people. */
  readonly file: string;
  /** As the pull request has it; null where it removes it, and the base branch's alone applies. */
  readonly config: string | null;
  /** Folder of the candidate's samples. */
  readonly candidate: string;
  /** Folder of the baseline's samples, from where the samples' maker cannot write. */
  readonly baseline: string;
  /** What was named as the baseline where the config may name none: a path in the repository. */
  readonly given?: Pick<GivenInputs, 'baseline'>;
  readonly policies: Policies;
}

/**
 * Judges what another job has evaluated. Nothing but its samples is read, whatever else it says of itself.
 * @throws WeighbridgeError when there is no config at all, or one is at fault
 */
export async function judgeDownloadedRun(run: DownloadedRun): Promise<Judged> {
  const { file, baseline, candidate, given = {}, policies } = run;
  const text = run.config ?? policies.base?.config ?? '';
  const config = resolveConfig({ text, file });
  const sides = {
    baseline: await readToJudge(baseline, 'baseline'),
    // Foreign formats are read by more code than a stranger's samples should reach.
    candidate: await salvageToJudge(candidate, 'candidate'),
    ...(config.anchor === null ? {} : { anchor: await readToJudge(baseline, 'anchor') }),
    ...(await readerFor(config, policies.base)),
  };
  const results = openResults(config, [...sides.baseline.runs, ...sides.candidate.runs]);
  const resolved = resolveConfig({ text, file, results });
  const verdict = withGiven(judgeUnderPolicies(resolved, {}, sides, policies), given);
  return withShown(await withDrift(verdict, resolved, sides), resolved, sides);
}
