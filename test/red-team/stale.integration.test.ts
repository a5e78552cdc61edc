import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderAgain } from '../../src/app/verdict-file.ts';
import type { AddCommand } from '../../src/cli/command.ts';
import { addEvaluate } from '../../src/cli/evaluate.ts';
import { addGate } from '../../src/cli/gate.ts';
import { addRun } from '../../src/cli/run.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { attempt, HALF, writeTampered } from './attempt.ts';

/** A pass of an earlier run lies in the folder; the next one dies before it comes to a verdict. */
// red-team 8: a failed run beside the pass of an earlier one
test.each<[string, AddCommand, readonly string[], number]>([
  ['gate, a limit on nothing', addGate, ['gate', '--max-drop', 'fact/acc=5pp'], 4],
  [
    'gate, no results',
    addGate,
    ['gate', '--max-drop', 'facts/acc=5pp', '--baseline', 'nowhere', '--candidate', 'nowhere'],
    3,
  ],
  ['run, no config', addRun, ['run', '--config', 'nowhere.yml'], 4],
  ['evaluate, no config', addEvaluate, ['evaluate', '--role', 'candidate', '--config', 'nowhere.yml'], 4],
])('%s: the earlier pass is gone', async (_, add, args, exitCode) => {
  const folder = temporaryFolder();
  const [baseline, candidate, out] = [join(folder, 'b'), join(folder, 'c'), join(folder, 'out')];
  writeTampered(baseline, 'baseline');
  writeTampered(candidate, 'candidate');
  const sides = ['--baseline', baseline, '--candidate', candidate];
  const first = await attempt(addGate, ['gate', ...sides, '--max-drop', 'facts/acc=5pp'], out);
  expect(first).toMatchObject({ exitCode: 0, verdict: { verdict: 'pass' } });
  const [command = '', ...flags] = args;
  const second = await attempt(add, [command, ...(command === 'gate' ? sides : []), ...flags], out);
  expect(second.exitCode, second.text).toBe(exitCode);
  expect(second.verdict).toBeNull();
  for (const file of ['comment.md', 'report.html']) expect(existsSync(join(out, file))).toBe(false);
});

/** Whoever edits a verdict by hand, or cuts one out of another, is not believed. */
// red-team 8: a verdict file edited by hand
test.each<[string, Partial<VerdictFile>]>([
  ['the exit code alone', { exitCode: 0 }],
  ['that it does not block', { blocked: false, exitCode: 0 }],
  ['the verdict', { verdict: 'pass', blocked: false, exitCode: 0 }],
])('report of a regression that was edited, %s: no zero', async (_, edited) => {
  const folder = temporaryFolder();
  const [baseline, candidate, out] = [join(folder, 'b'), join(folder, 'c'), join(folder, 'out')];
  writeTampered(baseline, 'baseline');
  writeTampered(candidate, 'candidate', { isRight: HALF });
  const sides = ['--baseline', baseline, '--candidate', candidate, '--max-drop', 'facts/acc=5pp'];
  const { exitCode, verdict } = await attempt(addGate, ['gate', ...sides], out);
  expect(exitCode).toBe(1);
  writeFileSync(join(out, 'verdict.json'), JSON.stringify({ ...verdict, ...edited }));
  await expect(renderAgain(out)).rejects.toThrow('this is not a verdict file');
});
