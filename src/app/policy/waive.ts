import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { WAIVER_MAX_DAYS, type Waiver, type WaiverRecord } from '../../core/domain/policy.ts';
import { buildVerdictFile } from '../../report/build.ts';

/**
 * Lets waivers keep gates from blocking. Verdicts stay what they are: a regression that was waived is a regression. `invalid`
 * cannot be waived, since nobody knows what would be. Waivers that were applied before stay.
 * @param today the day in UTC, `2026-11-21`
 * @param maxDays how many days ahead a waiver may expire
 */
export function applyWaivers(
  file: VerdictFile,
  waivers: readonly Waiver[],
  today: string,
  maxDays = WAIVER_MAX_DAYS,
): VerdictFile {
  if (waivers.length === 0) return file;
  const records: WaiverRecord[] = [];
  const gates = new Map(file.gates.map((gate) => [gate.id, gate]));
  for (const { refused, ...waiver } of waivers) {
    const named = gatesNamed(waiver.gate, file.gates).flatMap(({ id }) => gates.get(id) ?? []);
    const because = refused ?? obstacle(named, waiver.expires, today, maxDays);
    const [gate] = named;
    records.push({ ...waiver, applied: because === null, because });
    if (because !== null || gate === undefined) continue;
    const { by, reason, expires } = waiver;
    gates.set(gate.id, { ...gate, blocks: false, waived: { by, reason, expires } });
  }
  const results = [...gates.values()];
  const blocked = file.blocked && (file.verdict === 'invalid' || results.some(({ blocks }) => blocks));
  return buildVerdictFile({
    ...file,
    blocked,
    gates: results,
    waivers: [...(file.waivers ?? []), ...records],
  });
}

/** By its id, or by its metric where that is enough. */
function gatesNamed(name: string, gates: readonly GateResult[]): readonly GateResult[] {
  const exact = gates.filter(({ id }) => id === name);
  return exact.length > 0 ? exact : gates.filter(({ task, metric }) => `${task}/${metric}` === name);
}

const DAY_MS = 24 * 60 * 60 * 1000;

function obstacle(
  named: readonly GateResult[],
  expires: string,
  today: string,
  maxDays: number,
): string | null {
  const [gate, ...others] = named;
  if (gate === undefined) return 'it names no gate';
  if (others.length > 0) return 'it names several gates: give the id of one';
  const fault = termFault(expires, today, maxDays);
  if (fault !== null) return fault;
  if (gate.verdict === 'invalid')
    return 'the gate could not be judged, and what is not known cannot be waived';
  if (gate.waived !== undefined) return 'another waiver counts already';
  return gate.blocks ? null : 'the gate does not block';
}

/** Why the term of a waiver does not include today, or is longer than it may be; null where it is in order. */
export function termFault(expires: string, today: string, maxDays: number): string | null {
  // Until the next commit.
  if (!/^\d/.test(expires)) return null;
  if (expires < today) return `it expired on ${expires}`;
  return Date.parse(expires) - Date.parse(today) > maxDays * DAY_MS
    ? `it expires on ${expires}, more than ${maxDays} days from now (policy.waiver_max_days)`
    : null;
}
