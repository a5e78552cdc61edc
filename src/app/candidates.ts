import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asksOneChange, ruleOf } from '../core/decide/rules/registry.ts';
import type { JudgedCandidate, JudgedCandidates } from '../core/domain/candidates.ts';
import type { GateResult, VerdictFile } from '../core/domain/decision.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { EXIT_CODES, VERDICTS } from '../core/domain/verdict.ts';
import { changeOf } from '../report/gate-rules.ts';
import { verdictJson } from '../report/json.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../results/store/disk-faults.ts';
import { decideResults, type ResultsRequest } from './judge.ts';
import { withdrawVerdict, writeVerdict } from './verdict-file.ts';

export const CANDIDATES_FILE = 'candidates.json';

export interface CandidatesRequest extends Omit<ResultsRequest, 'folders'> {
  readonly baseline: string;
  readonly candidates: readonly string[];
  /** A gate by its id or its metric; null for the first that asks for a gain, else the first that is about a change. */
  readonly rankBy: string | null;
}

/**
 * Judges several candidates against one baseline, each by itself, and as one of so many. Whoever takes the best of k gets the
 * luckiest of k (the winner's curse): at α/k the errors of all of them together stay within α, and so do the intervals, however
 * the best is chosen and however the candidates hang together (Bonferroni; Dunn 1961, "Multiple comparisons among means").
 *
 * @throws WeighbridgeError `usage` when fewer than two are named, or one twice
 */
export async function judgeCandidates(request: CandidatesRequest): Promise<JudgedCandidates> {
  const { candidates, baseline, overrides, out, rankBy } = request;
  refuse(candidates);
  await onDisk(out, async () => rm(join(out, CANDIDATES_FILE), { force: true }));
  for (const index of candidates.keys()) await withdrawVerdict(folderOf(out, index));
  const judged: { readonly own: VerdictFile; readonly among: VerdictFile }[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const one = { ...request, out: folderOf(out, index), folders: { baseline, candidate } };
    const { verdict: own, samples } = await decideResults(one);
    await writeVerdict(one.out, own, samples());
    const shared = { ...one, overrides: { ...overrides, candidates: candidates.length } };
    judged.push({ own, among: (await decideResults(shared)).verdict });
  }
  const rankedBy = rankingGate(
    judged.map(({ among }) => among),
    rankBy,
  );
  const results = candidates.map((candidate, index): JudgedCandidate => {
    const { own, among } = judged[index] ?? {};
    if (own === undefined || among === undefined) throw new Error('a candidate without a verdict');
    const gate = among.gates.find(({ id }) => id === rankedBy);
    const change = gate === undefined ? null : changeOf(gate);
    return {
      ...{ candidate, folder: folderOf(out, index), summary: own.summary },
      ...{ verdict: own.verdict, blocked: own.blocked },
      among: { verdict: among.verdict, blocked: among.blocked },
      change: gate === undefined || change === null ? null : { ...change, unit: gate.unit },
    };
  });
  const best = bestOf(
    results,
    judged.map(({ among }) => among.gates.find(({ id }) => id === rankedBy)),
  );
  const answer: JudgedCandidates = {
    ...{ schemaVersion: 1, baseline, rankedBy, selected: best?.candidate ?? null },
    proven:
      best !== null &&
      judged.some(({ own, among }, index) => results[index] === best && own.proven && among.proven),
    exitCode: best === null ? exitCodeOfBlocked(results) : EXIT_CODES.notBlocked,
    candidates: results,
  };
  await onDisk(out, async () => {
    await makeDirectory(out);
    await writeAtomically(join(out, CANDIDATES_FILE), verdictJson(answer));
  });
  return answer;
}

/** By number, since two candidates may end in one name. */
const folderOf = (out: string, index: number): string => join(out, String(index + 1));

function refuse(candidates: readonly string[]): void {
  const twice = candidates.find((candidate, index) => candidates.indexOf(candidate) !== index);
  if (candidates.length > 1 && twice === undefined) return;
  const message =
    twice === undefined ? 'one candidate is no choice' : `${JSON.stringify(twice)} is named twice`;
  throw new WeighbridgeError('usage', `flag --candidates: ${message}`, {
    fix: 'name two candidates or more, each once; one alone is --candidate',
  });
}

/** @throws WeighbridgeError `usage` when no gate is the one that is named */
function rankingGate(verdicts: readonly VerdictFile[], rankBy: string | null): string | null {
  // Limits stand in the order of the config, gates in that of their verdicts.
  const order = [...new Set(verdicts.flatMap(({ policy }) => Object.keys(policy.limits)))];
  const gates = new Map(verdicts.flatMap((file) => file.gates.map((gate) => [gate.id, gate] as const)));
  const ranking = order.flatMap((id) => gates.get(id) ?? []).filter(isAboutChange);
  if (rankBy !== null) {
    const named = ranking.find(({ id, task, metric }) => id === rankBy || `${task}/${metric}` === rankBy);
    if (named !== undefined) return named.id;
    throw new WeighbridgeError('usage', `flag --rank-by: no gate on a change is ${JSON.stringify(rankBy)}`, {
      fix: `write one of ${ranking.map(({ id }) => id).join(', ') || 'those that the config has'}`,
    });
  }
  const gain = ranking.find(({ rule }) => ruleOf({ rule }).limitSign === -1);
  return (gain ?? ranking.find(({ tier }) => tier === 'blocking') ?? ranking[0])?.id ?? null;
}

const isAboutChange = ({ rule }: GateResult): boolean => asksOneChange(ruleOf({ rule }));

/** Of those that nothing blocks, the one that gained most, or lost least; without a ranking the first. */
function bestOf(
  results: readonly JudgedCandidate[],
  gates: readonly (GateResult | undefined)[],
): JudgedCandidate | null {
  let best: { readonly result: JudgedCandidate; readonly gain: number } | null = null;
  for (const [index, result] of results.entries()) {
    if (result.blocked || result.among.blocked) continue;
    const gain = gainOf(gates[index]);
    if (best === null || gain > best.gain) best = { result, gain };
  }
  return best?.result ?? null;
}

/** So that plus is better; a candidate of which nobody knows it comes last. */
function gainOf(gate: GateResult | undefined): number {
  const change = gate === undefined ? null : changeOf(gate);
  if (gate === undefined || change === null || gate.direction === null) return -Infinity;
  return -ruleOf(gate).signFor(gate.direction) * change.value;
}

/** Where none may merge, the mildest of the reasons: it says what would be needed. */
function exitCodeOfBlocked(results: readonly JudgedCandidate[]): number {
  const worse = results.map(({ verdict, among }) =>
    Math.max(VERDICTS.indexOf(verdict), VERDICTS.indexOf(among.verdict)),
  );
  const mildest = VERDICTS[Math.min(...worse)];
  if (mildest === 'regression') return EXIT_CODES.regression;
  return mildest === 'invalid' ? EXIT_CODES.invalid : EXIT_CODES.inconclusiveAndBlocked;
}
