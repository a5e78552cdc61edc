import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';

const configOf = (lines: string) =>
  resolveConfig({
    file: 'weighbridge.yml',
    text: `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  chat: { role: behaviour, type: drift, dataset: prompts.jsonl }
  tickets: { role: target, type: generate, dataset: t.jsonl, scorers: [json_valid] }
  facts: { role: general, type: multiple_choice, dataset: f.jsonl }
  mmlu: { role: general, runner: lm-eval }
gates: [{ metric: chat/words, max_rise: 20%rel, tier: advisory }]
${lines}`,
  });

describe('which answers are compared', () => {
  test('those of drift tasks, with what they are asked by default', () => {
    const { drift, tasks } = configOf('');
    expect(drift).toEqual(['chat']);
    expect(tasks[0]).toMatchObject({
      primaryMetric: 'words',
      options: {
        doc_to_text: '{{prompt}}',
        apply_chat_template: true,
        generation_kwargs: { until: [], temperature: 0 },
        scorers: ['words', 'over_refusal', 'repetition_rate'],
      },
    });
  });

  test('and those that the config names, whoever runs them', () => {
    expect(configOf('drift: [tickets, mmlu, chat]').drift).toEqual(['chat', 'tickets', 'mmlu']);
  });

  test.each([
    ['drift: [tickts]', /no task is named "tickts"[\s\S]*tickets/],
    ['drift: [facts]', /the model writes no answers to task facts/],
  ])('%s', (line, message) => {
    expect(() => configOf(line)).toThrow(message);
  });

  test('results tell which tasks there are where the config names none', () => {
    const { drift } = resolveConfig({
      ...{ file: 'weighbridge.yml', assumeTasks: true },
      text: 'version: 1\ndrift: [chat]\ngates: [{ metric: chat/acc, max_drop: 2pp }]\n',
    });
    expect(drift).toEqual(['chat']);
  });
});
