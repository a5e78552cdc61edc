import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import type { PolicyOrigin } from '../../core/domain/policy.ts';
import { join, VERDICTS } from '../../core/domain/verdict.ts';
import { buildVerdictFile } from '../../report/build.ts';
import { verdictJson } from '../../report/json.ts';

/**
 * One verdict of two policies on the same samples: the worse of the two, blocked where either blocks, each gate as the
 * stricter policy has it.
 */
export function stricterOf(
  base: VerdictFile,
  head: VerdictFile,
  policyOrigin: PolicyOrigin,
  [first, second]: readonly [string, string] = ['of the base branch', 'of the pull request'],
): VerdictFile {
  const gates = new Map(base.gates.map((gate) => [gate.id, gate]));
  const limits = { ...base.policy.limits };
  for (const gate of head.gates) {
    const other = gates.get(gate.id);
    if (other !== undefined && severity(other) >= severity(gate)) continue;
    gates.set(gate.id, gate);
    const limit = head.policy.limits[gate.id];
    if (limit !== undefined) limits[gate.id] = limit;
  }
  const deciding = severity(base) >= severity(head) ? base : head;
  // The base branch's view of the curves, whose columns are its own; the pull request's where it alone has any.
  const curves = base.curves ?? head.curves;
  const waits = base.waits ?? head.waits;
  const says = ({ verdict, blocked }: VerdictFile) => `${verdict}${blocked ? ', which blocks' : ''}`;
  return buildVerdictFile({
    ...deciding,
    verdict: join([base.verdict, head.verdict]),
    blocked: base.blocked || head.blocked,
    reasons: [
      ...deciding.reasons,
      `The policy ${first} says ${says(base)}; that ${second} says ${says(head)}. The stricter of the two decides.`,
    ],
    policy: { ...deciding.policy, limits },
    gates: [...gates.values()],
    comparability: unique([...base.comparability, ...head.comparability]),
    tasks: base.tasks.length >= head.tasks.length ? base.tasks : head.tasks,
    ...(curves === undefined ? {} : { curves }),
    ...(waits === undefined ? {} : { waits }),
    policyOrigin,
  });
}

/** Blocking before not, then the worse verdict, then the tier that could block. */
function severity(judged: Pick<VerdictFile, 'verdict' | 'blocked'> | GateResult): number {
  const blocks = 'blocks' in judged ? judged.blocks : judged.blocked;
  const tier = 'tier' in judged && judged.tier === 'blocking' ? 1 : 0;
  return (blocks ? 100 : 0) + VERDICTS.indexOf(judged.verdict) * 10 + tier;
}

const unique = <T>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [verdictJson(item), item])).values(),
];
