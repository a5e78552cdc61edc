import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkpoint, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

test('run evaluates the anchor on the tasks that it limits, and explain speaks of its gate', async () => {
  using folder = temporaryFolder();
  const suite = parse(readFileSync(SUITE, 'utf8')) as { tasks: Record<string, { dataset: string }> };
  const { facts, prose } = suite.tasks;
  if (facts === undefined || prose === undefined) throw new Error('the suite lost a task');
  const placed = (task: { dataset: string }) => ({ ...task, dataset: join(dirname(SUITE), task.dataset) });
  const config = join(folder.path, 'weighbridge.yml');
  writeFileSync(
    config,
    stringify({
      version: 1,
      candidate: checkpoint('candidate-forgetful'),
      // The baseline has forgotten as much already: only the anchor remembers.
      baseline: checkpoint('candidate-forgetful'),
      anchor: { model: checkpoint('base'), max_drop: { 'facts/acc': '5pp' } },
      tasks: { facts: placed(facts), prose: placed(prose) },
      gates: [{ metric: 'facts/acc', max_drop: '5pp' }],
    }),
  );
  const { exitCode, stderr } = await weighbridge(['run', '--config', config, '--out', folder.path]);
  expect(exitCode, stderr).toBe(1);
  const { gates, anchor } = verdictIn(folder.path);
  expect(gates.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['facts/acc:max_drop@anchor', 'regression'],
    // The anchor's gate alone proves the regression, and ends the evaluation.
    ['facts/acc:max_drop', 'inconclusive'],
  ]);
  expect(gates[0]?.sequence).toMatchObject({ planned: 500 });
  expect(anchor?.source).toContain('base.gguf');
  expect(existsSync(join(folder.path, 'anchor', 'facts'))).toBe(true);
  expect(existsSync(join(folder.path, 'anchor', 'prose'))).toBe(false);

  const explained = await weighbridge(['explain', 'facts/acc:max_drop@anchor', '--out', folder.path]);
  expect(explained.exitCode).toBe(0);
  expect(explained.stdout).toContain('against the anchor');
  const unknown = await weighbridge(['explain', 'facts/acc:max_drop@ancor', '--out', folder.path]);
  expect(unknown.exitCode).toBe(4);
  expect(unknown.stderr).toContain('did you mean facts/acc:max_drop@anchor?');
}, 300_000);
