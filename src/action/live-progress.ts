import { dirname, join } from 'node:path';
import { z } from 'zod';
import { endProcess } from '../adapters/process/identity.ts';
import type { Log } from '../app/log.ts';
import { messageOf } from '../core/domain/errors.ts';
import { ENDINGS, MOST_LEGS } from './follow-progress.ts';
import type { Host } from './host.ts';
import type { ActionInputs } from './inputs.ts';
import type { Announced } from './prep/started-comment.ts';
import { progressFile, readSmall } from './progress-file.ts';
import { startWriter } from './start-writer.ts';

const MARGIN_MS = 60_000;
/** Longer than a request of the writer: none is under way any more. */
const ENDING_MS = 5000;

const outcomeFile = (out: string) => join(dirname(out), 'progress-writer.json');

/**
 * Has the comment follow the evaluation, from the step `prep` on. Output: `writer`, the process that does it. What goes wrong costs
 * the percentage and a line in the log.
 * @param script entry point of the writer
 * @param out run directory of the evaluation
 */
export async function beginProgress(
  { env, core }: Pick<Host, 'env' | 'core'>,
  inputs: ActionInputs,
  announced: Announced,
  out: string,
  script: string,
  log: Pick<Log, 'info'>,
): Promise<void> {
  if (!inputs['live-progress'] || announced.leg.expected > MOST_LEGS) return;
  const assignment = {
    ...announced,
    token: inputs['github-token'] ?? '',
    files: { progress: progressFile(out), outcome: outcomeFile(out) },
    limitMs: inputs['timeout-minutes'] * 60_000 + MARGIN_MS,
  };
  try {
    const writer = await startWriter(script, assignment, dirname(out), env);
    core.setOutput('writer', JSON.stringify(writer));
  } catch (error) {
    log.info(`the comment will not say how far this is: ${messageOf(error)}`);
  }
}

const writerSchema = z.strictObject({ pid: z.number().int().min(2), started: z.string() });
const endings = Object.keys(ENDINGS) as (keyof typeof ENDINGS)[];
const outcomeSchema = z.strictObject({
  updates: z.number().int().min(0).max(1e5),
  ending: z.enum(endings),
});

/**
 * Ends the writer, before anything else is written.
 * @param writer output of `prep`; empty where there is none
 */
export async function endProgress(
  writer: string,
  out: string,
  log: Pick<Log, 'info'>,
  patienceMs = ENDING_MS,
): Promise<void> {
  if (writer === '') return;
  try {
    const ended = await endProcess(writerSchema.parse(JSON.parse(writer)), patienceMs);
    log.info(`the progress in the comment ${ended === 'killed' ? 'had to be cut off' : await said(out)}`);
  } catch (error) {
    log.info(`whether the progress in the comment has ended is not known: ${messageOf(error)}`);
  }
}

async function said(out: string): Promise<string> {
  const outcome = await readSmall(outcomeFile(out), outcomeSchema);
  return outcome.kind === 'read'
    ? `was brought up to date ${outcome.value.updates} times, ${ENDINGS[outcome.value.ending]}`
    : 'was no longer brought up to date: something else ended what does it';
}
