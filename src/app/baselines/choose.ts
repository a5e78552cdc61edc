import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { BaselineAttempt, BaselineProvenance, Origin } from '../../core/domain/baseline.ts';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { FINGERPRINT_FIELDS, type FingerprintField, type RunRecord } from '../../core/domain/run.ts';
import type { StoredRun } from '../../results/store/reader.ts';
import { readToJudge, sideFolder } from '../sides/stored.ts';
import {
  type BaselineContext,
  type FoundBaseline,
  type FoundBaselines,
  findBaseline,
  mustFind,
} from './find.ts';

/** The one of the found baselines that is compared with. */
export interface ChosenBaseline {
  readonly baseline: FoundBaseline | null;
  /** With those that were set aside, and without those that nobody needed. */
  readonly attempts: readonly BaselineAttempt[];
}

/**
 * Tries the sources of the baseline.
 * @param written the config at hand
 * @param taken the same with the base branch's baselines, where those count
 * @returns null where the config names the baseline by one path, and nothing is to be taken in its place
 */
export async function findBaselines(
  written: ResolvedConfig,
  search: BaselineContext,
  taken: ResolvedConfig = written,
): Promise<FoundBaselines | null> {
  if (mustFind(taken)) return findBaseline(taken, search);
  const isMoved = taken.baselines !== written.baselines;
  const mayBeCommitted = taken.baseline?.kind === 'results' && search.committed != null;
  if (taken.baseline === null || !(mayBeCommitted || isMoved)) return null;
  const found = await findBaseline(taken, search);
  const isAsWritten = canonicalJson(found.found[0]?.source ?? null) === canonicalJson(written.baseline);
  return isAsWritten ? null : found;
}

/** Where what is found on this machine is written. */
export const foundIn = (out: string): Pick<BaselineContext, 'scratch'> => ({
  scratch: join(out, 'found-baseline'),
});

/** The same choice once it is known what the candidate was asked. */
export async function chooseAfter(
  config: ResolvedConfig,
  found: FoundBaselines,
  out: string,
): Promise<ChosenBaseline> {
  const { runs } = await readToJudge(sideFolder(config, 'candidate', out), 'candidate');
  return chooseBaseline(
    config,
    found,
    runs.map(({ record }) => record),
  );
}

/**
 * Results whose settings differ from the candidate's in nothing but declared changes are set aside, so that the baseline is
 * evaluated again: two settings are never compared.
 * @param candidate records of the candidate; where there are none yet, the first found stands
 */
export async function chooseBaseline(
  config: ResolvedConfig,
  { found, attempts }: FoundBaselines,
  candidate: readonly RunRecord[],
): Promise<ChosenBaseline> {
  const setAside = new Map<string, string>();
  let chosen: FoundBaseline | null = null;
  for (const baseline of found) {
    const changed = await declaredChanges(config, baseline, candidate);
    if (changed === null) {
      chosen = baseline;
      break;
    }
    setAside.set(baseline.name, `set aside for the declared change of ${changed.join(', ')}`);
  }
  const told = attempts.flatMap(({ source, reason }) => {
    const now = reason ?? setAside.get(source) ?? null;
    return now !== null || source === chosen?.name ? [{ source, reason: now }] : [];
  });
  return { baseline: chosen, attempts: told };
}

/** The declared settings in which a stored baseline differs, where those are all that differ; else null. */
async function declaredChanges(
  { acceptChange, directory }: ResolvedConfig,
  { source }: FoundBaseline,
  candidate: readonly RunRecord[],
): Promise<readonly FingerprintField[] | null> {
  if (source.kind !== 'results' || acceptChange.length === 0) return null;
  const { runs } = await readToJudge(resolve(directory, source.path), 'baseline');
  // No baseline can be evaluated again with another tokenizer than its own.
  const accepted = new Set<FingerprintField>(acceptChange.filter((field) => field !== 'tokenizer'));
  const changed = new Set<FingerprintField>();
  for (const { task, fingerprint } of candidate) {
    const other = runs.find(({ record }) => record.task === task)?.record.fingerprint;
    if (other === undefined) continue;
    for (const field of Object.keys(FINGERPRINT_FIELDS) as FingerprintField[]) {
      const isHard = FINGERPRINT_FIELDS[field].severity === 'hard';
      if (isHard && field !== 'tokenizer' && fingerprint[field] !== other[field]) changed.add(field);
    }
  }
  return changed.size > 0 && [...changed].every((field) => accepted.has(field)) ? [...changed] : null;
}

/** The config with the baseline that was found; without one it names none. */
export const withBaseline = (config: ResolvedConfig, { baseline }: ChosenBaseline): ResolvedConfig => ({
  ...config,
  baseline: baseline?.source ?? null,
});

/** Why there is nothing to compare with, and how to make it: every source with its reason. */
export function noBaseline(attempts: readonly BaselineAttempt[]): WeighbridgeError {
  const tried = attempts.map(({ source, reason }) => `${source}: ${reason}`).join('; ');
  return new WeighbridgeError('data', `there is no baseline. ${tried}`, {
    fix: 'evaluate the accepted model and keep it: `weighbridge evaluate --role candidate --candidate MODEL --out base`, then `weighbridge baseline bless base`; or name its weights as the last source; or set `bootstrap: true` and run on the default branch',
  });
}

/** How the baseline was found, for the report; undefined where one path was named and all of it evaluated. */
export function provenanceOf(
  { baseline, baselines, acceptChange }: ResolvedConfig,
  chosen: ChosenBaseline | null,
  runs: readonly Pick<StoredRun, 'record'>[],
): BaselineProvenance | undefined {
  const isStored = baseline?.kind === 'results';
  // When samples were evaluated is no matter of the verdict, unless the policy asks how old they are.
  const dates = isStored && baselines.maxAgeDays !== null ? runs.map(({ record }) => dated(record)) : [];
  const reused = runs.flatMap(({ record }) => record.reused?.origin ?? []);
  const origin = oldest(reused) ?? chosen?.baseline?.origin ?? oldest(dates);
  if (chosen === null && origin === null && acceptChange.length === 0) return undefined;
  return {
    attempts: chosen?.attempts ?? [],
    origin,
    max_age_days: baselines.maxAgeDays,
    accepted: isStored ? [] : acceptChange.filter((field) => field !== 'tokenizer'),
  };
}

const dated = ({ finished, started }: RunRecord): Origin => ({
  commit: null,
  date: finished ?? started,
  by: null,
});

const oldest = (origins: readonly Origin[]): Origin | null =>
  origins.reduce<Origin | null>(
    (first, each) => (first === null || each.date < first.date ? each : first),
    null,
  );
