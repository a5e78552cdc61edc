import { cp, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAction } from './build-action.ts';
import { simulate } from './simulate.ts';

/** The action as a user's job runs it: the fixture checkpoints, the embedded engine, all four steps. */

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action);
});
afterAll(() => rm(action, { recursive: true }));

const run = (candidate: string) =>
  simulate({
    action,
    files: {},
    fill: (workspace) => cp(FIXTURES, join(workspace, 'fixtures'), { recursive: true }),
    inputs: { 'working-directory': 'fixtures/suite', candidate: `../checkpoints/${candidate}.gguf` },
    // The engine is installed once a machine, not once a test.
    jobEnv: { WEIGHBRIDGE_CACHE: process.env.WEIGHBRIDGE_CACHE ?? join(homedir(), '.cache', 'weighbridge') },
  });

// Generous: on two shared cores the suite takes minutes a checkpoint.
const TIMEOUT = 900_000;

describe('the action on the fixture checkpoints', () => {
  test.each([
    ['candidate-good', 'pass', 'success', 'tickets&#47;exact&#95;match'],
    ['candidate-forgetful', 'regression', 'failure', 'facts&#47;acc'],
  ] as const)('%s: %s', { timeout: TIMEOUT }, async (candidate, verdict, outcome, decidedBy) => {
    const { github, steps, ...result } = await run(candidate);
    expect(steps.evaluate?.outcome, steps.evaluate?.log).toBe('success');
    expect(result.outcome).toBe(outcome);
    expect(result.outputs).toMatchObject({ verdict, blocked: String(verdict !== 'pass') });
    const row = github.comments[0]?.body.split('\n').find((line) => line.startsWith(`| <code>${decidedBy}`));
    expect(row).toContain(verdict.toUpperCase());
    expect(github.comments[0]?.body).toContain(`**${verdict.toUpperCase()} `);
    expect(steps.report?.summary).toContain(`**${verdict.toUpperCase()} `);
    expect(github.artifacts.map(({ mimeType }) => mimeType)).toEqual(['application/zip', 'text/html']);
  });
});
