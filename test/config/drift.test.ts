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

const gated = (metric: string, limit: string) =>
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
gates: [{ metric: ${metric}, max_drift: ${limit} }]
`,
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

  test('a gate on a drift has its feature and its limit, and its task is compared', () => {
    const { gates, drift } = gated('tickets/vocabulary', '0.1');
    expect(drift).toEqual(['chat', 'tickets']);
    expect(gates[0]).toMatchObject({
      ...{ id: 'tickets/vocabulary:max_drift', rule: 'max_drift', task: 'tickets', tier: 'blocking' },
      ...{ feature: 'vocabulary', limit: { kind: 'absolute', value: 0.1 } },
    });
    expect(gated('chat/length', '10%rel').gates[0]).toMatchObject({
      limit: { kind: 'relative', value: 0.1 },
    });
    expect(gated('chat/refusal', '5pp').gates[0]).toMatchObject({ limit: { kind: 'absolute', value: 0.05 } });
    expect(gated('mmlu/format', '0.05').gates[0]).toMatchObject({ feature: 'format' });
  });

  test.each([
    ['chat/vocabulry', '0.1', /names nothing in which answers drift[\s\S]*chat\/vocabulary/],
    ['vocabulary', '0.1', /no task is named/],
    ['chatt/vocabulary', '0.1', /no task is named "chatt"[\s\S]*chat/],
    ['chat/vocabulary', '10%rel', /no limit on a drift in vocabulary[\s\S]*plain number/],
    ['chat/vocabulary', '5pp', /5pp is for rates/],
    ['chat/vocabulary', '1', /allows everything/],
    ['chat/vocabulary', '0', /drift of 0/],
    ['chat/length', '12', /no limit on a drift in length[\s\S]*10%rel/],
    ['chat/refusal', '5%', /5% can mean two changes/],
    ['chat/refusal', '100pp', /allows everything/],
    ['chat/meaning', '0.1', /no meaning of its answers[\s\S]*embedding_direction/],
    ['chat/judge', '0.1', /no judge of its answers/],
    ['facts/length', '10%rel', /writes no answers to task facts/],
  ])('%s: %s is refused', (metric, limit, message) => {
    expect(() => gated(metric, limit)).toThrow(message);
  });

  test('results tell which tasks there are where the config names none', () => {
    const { drift } = resolveConfig({
      ...{ file: 'weighbridge.yml', assumeTasks: true },
      text: 'version: 1\ndrift: [chat]\ngates: [{ metric: chat/acc, max_drop: 2pp }]\n',
    });
    expect(drift).toEqual(['chat']);
  });
});
