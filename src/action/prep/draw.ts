import { createHash } from 'node:crypto';
import { headsOfRuns, type RememberedDraws, rememberedDraws } from '../../adapters/github/draws.ts';
import { headBranch } from '../../adapters/github/event.ts';
import { RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import { forkPoint } from '../../app/policy/base-policy.ts';
import { resolveBase, tipOf } from '../../app/policy.ts';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { connect } from '../github-access.ts';
import type { PlannedDraw } from '../plan-file.ts';
import type { Core } from '../runtime.ts';
import type { PrepContext } from './context.ts';
import { type Conversation, conversationOf } from './conversation.ts';

/** Little: the evaluation waits for it. */
const LIMITS: RetryLimits = {
  ...{ totalMs: 15_000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};
/** Earlier runs that are asked for, the oldest first: those whose draws stand. */
const MOST_RUNS = 30;

const NOTHING: RememberedDraws = { draws: [], ours: true };

/**
 * The seed of the order of samples: from the id of the run, which nobody knows before it has begun, and the commit at which the
 * change left the base branch. Every attempt of a run has the same.
 */
export const seedOfRun = (runId: number, base: string | null): number =>
  createHash('sha256')
    .update(canonicalJson(['weighbridge order', runId, base]))
    .digest()
    .readUInt32BE(0);

/**
 * Draws the order of samples, and finds what was drawn before for the same checkpoints under the same policy. What cannot be
 * verified is counted, and not used.
 */
export async function drawOrder(
  context: PrepContext,
  core: Pick<Core, 'notice'>,
  conversation = conversationOf(context),
): Promise<PlannedDraw> {
  const { run, config, policy, overrides } = context;
  const text = policy.base === null ? null : tipOf(policy.base).config;
  const base = text === null ? config : resolveBase(text, config, overrides).config;
  const revision = policy.base?.revision ?? null;
  const draw = { job: run.job.id, policy: base.digest.slice(0, 16), run: run.runId };
  const told = (what: string) =>
    core.notice(`The order of samples is drawn anew, whatever was drawn before: ${what}.`, {
      title: 'Weighbridge',
    });
  const remembered = await remember(conversation).catch((error: unknown) => {
    told(messageOf(error));
    return NOTHING;
  });
  const draws = remembered.draws.filter(({ job }) => job === draw.job);
  const asked = draws.filter((each) => each.policy === draw.policy && each.run !== draw.run);
  if (!remembered.ours && asked.length > 0) told('somebody has edited the comment that remembers');
  const runs = remembered.ours ? [...new Set(asked.map((each) => each.run))].slice(0, MOST_RUNS) : [];
  const seeds = await seedsOf(context, new RetryBudget(LIMITS), runs).catch((error: unknown) => {
    told(`${messageOf(error)} (give the job \`actions: read\`)`);
    return new Map<number, number>();
  });
  const earlier: Record<string, number> = {};
  for (const { checkpoint, run: of } of asked) {
    const seed = seeds.get(of);
    if (seed !== undefined) earlier[checkpoint] ??= seed;
  }
  return {
    ...{ ...draw, base: revision, seed: base.seed, tries: base.tries, draws },
    order: { fresh: seedOfRun(run.runId, revision), earlier },
  };
}

async function remember(conversation: Conversation | null): Promise<RememberedDraws> {
  if (conversation === null) return NOTHING;
  const { client, key, budget } = conversation;
  const found = await conversation.found();
  return budget.retry(() => rememberedDraws(client, key, found));
}

/** Run to the seed that it drew; only of runs that GitHub vouches for. */
async function seedsOf(
  { inputs, run, payload, policy, source }: PrepContext,
  budget: RetryBudget,
  runs: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const token = inputs['github-token'];
  if (runs.length === 0 || token === undefined) return new Map();
  const remote = { client: connect({ run, token }, budget), repository: run.repository };
  const heads = await headsOfRuns(remote, { runId: run.runId, branch: headBranch(payload) }, runs);
  const seeds = new Map<number, number>();
  const tip = policy.base === null ? null : tipOf(policy.base).revision;
  for (const [id, head] of heads) {
    seeds.set(id, seedOfRun(id, tip === null ? null : await forkPoint(source, tip, head)));
  }
  return seeds;
}
