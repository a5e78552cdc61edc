import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { faults, resolve } from './support.ts';

const withTasks = (tasks: string) => `version: 1\ncandidate: a.gguf\nbaseline: b.gguf\ntasks:\n${tasks}`;
const tasksOf = (tasks: string, gated: string) =>
  resolve(`${withTasks(tasks)}gates: [{ metric: ${gated}, max_drop: 5pp }]\n`).tasks.map(
    ({ name, role, primaryMetric, options }) => ({
      ...{ name, role, primaryMetric },
      options: options as Readonly<Record<string, unknown>>,
    }),
  );

describe('a suite', () => {
  test('is a task by its name alone, of its newest version', () => {
    const [task] = tasksOf('  facts: weighbridge:general\n', 'facts');
    expect(task).toMatchObject({ name: 'facts', role: 'general', primaryMetric: 'acc' });
    expect(task?.options).toMatchObject({
      type: 'multiple_choice',
      dataset: 'weighbridge:general@1',
      metadata: { version: 'weighbridge:general@1' },
      group_field: 'subject',
    });
  });

  test('of two parts is two tasks', () => {
    expect(tasksOf('  no: { suite: weighbridge:refusals@1 }\n', 'no-safe')).toMatchObject([
      { name: 'no-safe', role: 'safety', primaryMetric: 'over_refusal' },
      { name: 'no-unsafe', role: 'safety', primaryMetric: 'under_refusal' },
    ]);
  });

  test('gives way to what the task says itself', () => {
    const [task] = tasksOf(
      '  r: { suite: weighbridge:reasoning, role: target, limit: 20, apply_chat_template: false }\n',
      'r',
    );
    expect(task?.role).toBe('target');
    expect(task?.options).toMatchObject({ limit: 20, apply_chat_template: false, scorers: ['numeric'] });
  });

  test.each<[what: string, tasks: string, says: RegExp]>([
    [
      'a name that is none',
      '  g: weighbridge:generel\n',
      /there is no suite "weighbridge:generel".*did you mean weighbridge:general\?/s,
    ],
    [
      'a version that is none',
      '  g: { suite: weighbridge:general@7 }\n',
      /there is no suite "weighbridge:general@7"/,
    ],
    [
      'a suite of one’s own prompts',
      '  g: weighbridge:memory\n',
      /there is no suite "weighbridge:memory".*weighbridge cases keep RUN/s,
    ],
    [
      'another dataset',
      '  g: { suite: weighbridge:general, dataset: own.jsonl }\n',
      /dataset is said by the suite/,
    ],
    [
      'a task of the same name',
      '  n: weighbridge:refusals\n  n-safe: weighbridge:general\n',
      /has a task n-safe too/,
    ],
    [
      'an unknown option',
      '  g: { suite: weighbridge:general, limt: 3 }\n',
      /unknown key limt.*did you mean limit\?/s,
    ],
    ['a number', '  g: 3\n', /expected a map of keys, not 3/],
  ])('refuses %s', (_, tasks, says) => {
    const found = faults(withTasks(tasks)).map((each) => each.describe());
    expect(found.join('\n')).toMatch(says);
    expect(found).toHaveLength(1);
  });
});

describe('an editor', () => {
  const accepts = new Ajv2020({ strict: false }).compile(configJsonSchema());
  test.each([
    ['weighbridge:general', true],
    ['weighbridge:refusals@1', true],
    [{ suite: 'weighbridge:format', role: 'target' }, true],
    ['weighbridge:genral', false],
    [{ suite: 'own.jsonl' }, false],
  ])('of %j says %j', (task, expected) => {
    expect(accepts({ version: 1, tasks: { t: task } })).toBe(expected);
  });
});
