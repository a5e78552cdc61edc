import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { checkpoint, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

test('a task that a config no longer names is set aside by the next run, and told where none has run', async () => {
  using folder = temporaryFolder();
  const { path } = folder;
  const facts = {
    ...{ role: 'general', type: 'multiple_choice', dataset: join(dirname(SUITE), 'facts.jsonl'), limit: 40 },
    doc_to_text: 'Question: {{question}}\nAnswer:',
  };
  const configure = (tasks: Record<string, unknown>) =>
    writeFileSync(
      join(path, 'weighbridge.yml'),
      stringify({
        ...{ version: 1, candidate: checkpoint('candidate-good'), baseline: checkpoint('base'), tasks },
        ...{ gates: [{ metric: 'facts/acc', max_drop: '40pp' }], policy: { evaluation: 'full' } },
      }),
    );
  const run = (...args: string[]) => weighbridge([...args, '--out', 'out'], { cwd: path });
  configure({ facts, dropped: facts });
  const first = await run('run');
  expect(first.exitCode, first.stderr).toBe(EXIT_CODES.notBlocked);
  cpSync(join(path, 'out'), join(path, 'before'), { recursive: true });

  configure({ facts });
  const second = await run('run');
  expect(second.exitCode, second.stderr).toBe(EXIT_CODES.notBlocked);
  expect(second.stderr).toContain('out/candidate/dropped: this config has no such task');
  expect(verdictIn(join(path, 'out')).tasks.map(({ task }) => task)).toEqual(['facts']);
  expect(existsSync(join(path, 'out/superseded/candidate/dropped.1/run.json'))).toBe(true);

  const gate = [
    'gate',
    '--config',
    'weighbridge.yml',
    '--baseline',
    'before/baseline',
    '--candidate',
    'out/candidate',
  ];
  const third = await run(...gate);
  expect(third.exitCode).toBe(EXIT_CODES.invalid);
  expect(verdictIn(join(path, 'out')).reasons.join()).toContain(
    'the baseline alone has a run of dropped, in before/baseline/dropped, and weighbridge.yml names no such task',
  );
}, 600_000);
