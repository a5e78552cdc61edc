import { expect, test } from 'vitest';
import { explainConfig, explainLines } from '../../src/config/explain.ts';
import { FULL, HEAD, resolve } from './support.ts';

test('every value in force has its key, value and source', () => {
  const overrides = {
    max_mmlu_drop: { value: '5%rel', source: { kind: 'flag', name: '--max-mmlu-drop' } },
    candidate: { value: 'new.gguf', source: { kind: 'input', name: 'candidate' } },
  } as const;
  const lines = explainLines(resolve(FULL, { overrides })).map((line) => line.replaceAll(/ {2,}/g, ' | '));
  for (const line of [
    'candidate | new.gguf | input candidate',
    'baseline | old.gguf on base.gguf | w.yml:3',
    'engine.context_size | 512 | w.yml:5',
    'engine.gpu | off | default',
    'seed | 7 | w.yml:6',
    'tasks.facts.primary_metric | acc_norm | w.yml:13',
    'tasks.facts.num_fewshot | 0 | default',
    'tasks.tickets.scorers | ["exact_match","json_valid"] | w.yml:19',
    'facts/acc_norm:max_drop | 5%rel (blocking) | flag --max-mmlu-drop',
    'rude/toxicity:ceiling | 1% (blocking) | w.yml:30',
    'tickets/json_valid:floor | 95% (advisory) | w.yml:33',
    'prose/bits_per_byte:max_drop | 0.02 (blocking) | w.yml:35',
    'policy.evaluation | sequential | default',
    'policy.alpha | 0.1 | w.yml:36',
    'policy.min_coverage | 0.95 | w.yml:36',
    'policy.allow | ["unsafe_code"] | w.yml:36',
  ]) {
    expect(lines).toContain(line);
  }
});

test('no option of a task is left out', () => {
  const config = resolve(FULL);
  const keys = explainConfig(config).map(({ key }) => key);
  for (const task of config.tasks) {
    for (const option of Object.keys(task.options)) expect(keys).toContain(`tasks.${task.name}.${option}`);
  }
  expect(keys.filter((key) => config.gates.some(({ id }) => id === key))).toHaveLength(config.gates.length);
});

test('values stay on one short line, whatever they hold', () => {
  const hostile = `${HEAD.replace('facts.jsonl', JSON.stringify(`a\u001b[31m\n::set-env::${'x'.repeat(200)}`))}gates: [{ metric: facts, max_drop: 2pp }]`;
  const line = explainLines(resolve(hostile)).find((each) => each.startsWith('tasks.facts.dataset'));
  expect(line).toMatch(/"a\\u001b\[31m\\n::set-env::x+…/);
  expect(line).not.toMatch(/\p{Cc}/u);
});
