import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { feasibilityOf } from '../../src/config/plan/feasibility.ts';
import { starterFiles, withTask } from '../../src/config/starter.ts';
import { THRESHOLD_NAMES, thresholdOf } from '../../src/config/thresholds.ts';
import { ASSUMED_DISCORDANCE } from '../../src/core/decide/hypothetical.ts';
import { parseChange, parseValue } from '../../src/core/decide/rules/limits.ts';
import { ruleOf } from '../../src/core/decide/rules/registry.ts';
import { resolve } from './support.ts';

const textOf = (path: string, options = {}) =>
  starterFiles(options).find((file) => file.path === path)?.text ?? expect.fail(`no ${path}`);

const rows = () =>
  textOf('evals/arithmetic.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the starter config', () => {
  test('resolves, and no gate of it is hopeless with the dataset beside it', () => {
    const config = resolve(textOf('weighbridge.yml'));
    expect(config.candidate).toEqual({ kind: 'file', path: 'checkpoints/candidate.gguf' });
    expect(config.gates.length).toBeGreaterThan(0);
    for (const gate of config.gates) {
      const metric = config.declared.flatMap((task) => task.metrics).find(({ name }) => name === gate.metric);
      if (metric === undefined) return expect.fail(gate.id);
      expect(
        feasibilityOf(gate, metric, { evaluated: rows().length, isWhole: true }, config.policy).outcome,
      ).not.toBe('hopeless');
    }
  });

  test.each([
    'with space.gguf',
    "it's.gguf",
    'a: b.gguf',
    '#.gguf',
    'ä"\n.gguf',
    `${'long/'.repeat(60)}x.gguf`,
  ])('keeps the path %j', (candidate) => {
    expect(resolve(textOf('weighbridge.yml', { candidate })).candidate).toEqual({
      kind: 'file',
      path: candidate,
    });
  });

  test('the thresholds in its comments are right when they are uncommented', () => {
    const text = textOf('weighbridge.yml').replaceAll(/^# (thresholds:| {2})/gm, '$1');
    const { thresholds } = parse(text);
    expect(Object.keys(thresholds)).toEqual(THRESHOLD_NAMES);
    for (const name of THRESHOLD_NAMES) {
      const parse = ruleOf(thresholdOf(name)).written === 'change' ? parseChange : parseValue;
      expect(parse(thresholds[name], 'rate').ok).toBe(true);
    }
  });

  test('an ending of blank lines is written so that it can be read', () => {
    const task = {
      name: 'own',
      written: { generation_kwargs: { until: ['\n\n\n'] } },
      gates: [],
      samples: 9,
    };
    const lines = /until:\n\s+- "\\n\\n\\n"\n/;
    expect(textOf('weighbridge.yml', { tasks: [task] })).toMatch(lines);
    expect(withTask('version: 1\n', 'weighbridge.yml', task)).toMatch(lines);
  });

  test('says a true number of samples for 2pp', () => {
    const needed = ((1.6449 + 1.2816) ** 2 * ASSUMED_DISCORDANCE) / 0.02 ** 2;
    expect(textOf('weighbridge.yml')).toContain('2pp needs about 2,600');
    expect(Math.round(needed / 100) * 100).toBe(2600);
  });
});

test('the right answer of every row is the sum', () => {
  for (const { id, question, choices, answer } of rows()) {
    const [a, b] = id.split('+').map(Number);
    expect(question).toContain(`${a} + ${b} =`);
    expect(Number(choices[answer])).toBe(a + b);
    expect(new Set(choices).size).toBe(4);
  }
  expect(new Set(rows().map(({ id }) => id)).size).toBe(rows().length);
  const positions = rows().map(({ answer }) => answer);
  expect(new Set(positions).size, 'the right answer must not always stand at one place').toBe(4);
});

describe('the starter workflow', () => {
  const text = textOf('.github/workflows/weighbridge.yml', { commit: 'a'.repeat(40) });

  test('is accepted by the parser of GitHub', async () => {
    const { context, value } = parseWorkflow(
      { name: 'weighbridge.yml', content: text },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (value === undefined) return expect.fail('no workflow');
    const template = await convertWorkflowTemplate(context, value);
    expect(template.errors ?? []).toEqual([]);
    expect(template.jobs).toHaveLength(1);
  });

  test('grants what is needed and no more, and pins every action to a full commit', () => {
    const workflow = parse(text);
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.gate.permissions).toEqual({
      ...{ actions: 'read', contents: 'read', 'pull-requests': 'write' },
    });
    const used = workflow.jobs.gate.steps.map((step: { uses: string }) => step.uses);
    expect(used).toHaveLength(2);
    for (const uses of used) expect(uses).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(17);
  });
});
