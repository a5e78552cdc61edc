import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { checkpoint, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

describe('the fixture checkpoints, evaluated as far as the verdict takes', () => {
  const evaluated = (out: string) =>
    verdictIn(out).tasks.map(({ task, samples, stopped }) => [task, samples.candidate.evaluated, stopped]);

  test.each([
    { name: 'candidate-good', verdict: 'pass', exitCode: EXIT_CODES.notBlocked, most: 0.6 },
    { name: 'candidate-forgetful', verdict: 'regression', exitCode: EXIT_CODES.regression, most: 0.2 },
    { name: 'candidate-rude', verdict: 'regression', exitCode: EXIT_CODES.regression, most: 0.5 },
  ])(
    '$name: $verdict, from $most of the samples at most',
    async ({ name, verdict, exitCode, most }) => {
      using folder = temporaryFolder();
      const out = join(folder.path, 'out');
      const sides = ['--baseline', checkpoint('base'), '--candidate', checkpoint(name)];
      const command = ['run', '--config', SUITE, ...sides, '--out', out];
      const first = await weighbridge(command);
      expect(first.exitCode, first.stderr).toBe(exitCode);
      const file = verdictIn(out);
      expect(file.verdict).toBe(verdict);
      const of = (key: 'planned' | 'evaluated') =>
        file.tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
      expect(of('evaluated')).toBeLessThan(most * of('planned'));
      expect(readFileSync(join(out, 'comment.md'), 'utf8')).toContain(
        'as soon as the verdict was known saved',
      );

      // Asking again is no second draw, and neither is asking for the rest.
      const before = evaluated(out);
      await weighbridge(command);
      expect(evaluated(out)).toEqual(before);
      expect(verdictIn(out)).toEqual(file);
      const full = await weighbridge([...command, '--full']);
      expect(full.exitCode, full.stderr).toBe(exitCode);
      expect(evaluated(out).every(([, , stopped]) => stopped === undefined)).toBe(true);
      // How many more were evaluated, and what all of their answers look like, is all that changes of a gate that was decided.
      const onTheSame = ({ gates }: VerdictFile) =>
        gates.map(({ sequence, warnings = [], reasons, ...gate }) => ({
          ...{ ...gate, used: sequence?.used },
          reasons: reasons.filter((reason) => !warnings.includes(reason)),
        }));
      const decided = onTheSame(file).filter((gate) => gate.verdict !== 'inconclusive');
      expect(onTheSame(verdictIn(out))).toEqual(expect.arrayContaining(decided));
    },
    600_000,
  );
});
