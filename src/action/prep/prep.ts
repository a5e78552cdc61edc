import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { findBaselines } from '../../app/baselines/choose.ts';
import { baseInPlace, reviewSuite } from '../../app/suite/review-suite.ts';
import { fencedLog } from '../fenced-log.ts';
import { writePlan } from '../plan-file.ts';
import { annotate, type Core, requiredVariable, type StepRuntime } from '../runtime.ts';
import { type PrepContext, readContext } from './context.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { downloadShards } from './download-shards.ts';
import { drawOrder } from './draw.ts';
import { baselineSearch } from './last-green-run.ts';
import { writeStartedComment } from './started-comment.ts';

/** Entry point of the step `prep`, called by github-script. */
export async function prep({ core }: { readonly core: Core }): Promise<void> {
  const runtime = { env: process.env, core };
  try {
    const context = await readContext(runtime);
    const conversation = await plan(runtime, context);
    const log = fencedLog((text) => process.stdout.write(text));
    await writeStartedComment(runtime, context, log, conversation);
  } catch (error) {
    annotate(core, error);
    process.exitCode = 1;
  }
}

/**
 * Writes the plan, and brings what the later steps need.
 * Outputs: `plan` (its path), `digest` (of the plan), `node` (the runner's own), `evaluate` (`true` or `false`).
 * @returns what was asked for it of the pull request's comments
 */
async function plan({ env, core }: StepRuntime, context: PrepContext): Promise<Conversation | null> {
  const { check, configDigest, directory, overrides, run } = context;
  const { 'github-token': _, ...inputs } = context.inputs;
  const temp = requiredVariable(env, 'RUNNER_TEMP');
  const folder = await mkdtemp(join(temp, 'weighbridge-'));
  const out = join(folder, 'run');
  await mkdir(out);
  if (inputs.phase === 'report') {
    const problem = await downloadShards(inputs['comment-key'], out, temp);
    // Without samples the verdict is invalid, and that should be reported like any other.
    if (problem !== null) core.warning(problem, { title: 'Weighbridge' });
  }
  const change = { ...context, head: run.event.headSha ?? 'HEAD' };
  const review = await reviewSuite(change, join(folder, 'review'));
  const policy = { ...context.policy, suite: review };
  const { config, committed, suite } = await baseInPlace(change, review, join(folder, 'suite'));
  const baselines = await findBaselines(
    context.config,
    { ...baselineSearch(context, env.GITHUB_REF, join(folder, 'baseline')), committed },
    config,
  );
  const conversation = conversationOf(context);
  const draw = await drawOrder(context, core, conversation);
  const path = join(folder, 'plan.json');
  const digest = await writePlan(path, {
    ...{
      directory,
      config: { path: inputs.config, sha256: configDigest },
      inputs,
      run,
      overrides,
      baselines,
    },
    ...{ policy, check, suite, draw, out, started: new Date().toISOString() },
  });
  core.setOutput('plan', path);
  core.setOutput('digest', digest);
  core.setOutput('node', process.execPath);
  core.setOutput('evaluate', String(inputs.phase !== 'report'));
  return conversation;
}
