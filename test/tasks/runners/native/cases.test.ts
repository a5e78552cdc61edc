import { describe, expect, test } from 'vitest';
import type { GenerateRequest, LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../../../src/tasks/runners/native/runner.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

// Pins passed.

const TASK = { type: 'cases', apply_chat_template: false };
const CHATS = {
  template:
    '{% if tools %}[{% for tool in tools %}{{ tool.function.name }}{% endfor %}]{% endif %}{% for message in messages %}<{{ message.role }}>{{ message.content }}{% for call in message.tool_calls or [] %}{{ call.function.name }}{% endfor %}{% endfor %}<assistant>',
  bosToken: '',
  eosToken: '',
};

/** A model that says what is made of its prompt. */
const saying = (text: (request: GenerateRequest) => string): LoadedModel => ({
  ...bigramModel(),
  chatTemplate: CHATS,
  generate: async (request) => ({ text: text(request), promptTokens: 1, outputTokens: 1, finish: 'stop' }),
});
const parrot = saying(({ prompt }) => prompt);

describe('a test case', () => {
  test('passes where all its checks do, and names those that fail', async () => {
    const checks = [
      'json_valid',
      { name: 'contains_any', phrases: ['refund'] },
      { name: 'contains_any', phrases: ['sorry'], not: true },
    ];
    const samples = await runTask(
      TASK,
      [
        { name: 'all hold', input: '{"refund": 1}', checks },
        { name: 'two fail', input: 'sorry, a refund', checks, severity: 'critical' },
      ],
      { model: parrot },
    );
    expect(samples).toMatchObject([
      { id: 'all hold', scores: { passed: 1 }, case: { severity: 'normal', failed: [] } },
      {
        id: 'two fail',
        scores: { passed: 0 },
        case: {
          severity: 'critical',
          failed: ['json_valid', 'not contains_any phrases: ["sorry"]'],
        },
        output: 'sorry, a refund',
        asked: {
          question: 'sorry, a refund',
          reference: 'json_valid | contains_any phrases: ["refund"] | not contains_any phrases: ["sorry"]',
        },
      },
    ]);
  });

  test.each<[string, object, number]>([
    ['the target of the case', { checks: ['exact_match'], target: 'Paris' }, 1],
    ['one of several', { checks: ['exact_match'], target: ['London', 'Paris'] }, 1],
    [
      'a target of the check before that',
      { checks: [{ name: 'exact_match', target: 'x' }], target: 'Paris' },
      0,
    ],
    ['a score with a limit', { checks: [{ name: 'edit_similarity', at_least: 0.5 }], target: 'Pariz' }, 1],
    ['a score that is not the best', { checks: ['edit_similarity'], target: 'Pariz' }, 0],
    ['a check that may not hold', { checks: [{ name: 'exact_match', not: true }], target: 'Paris' }, 0],
  ])('%s', async (_, row, passed) => {
    const [sample] = await runTask(TASK, [{ name: 'a', input: 'Paris', ...row }], { model: parrot });
    expect(sample?.scores).toEqual({ passed });
  });

  test('of which a check has no score is unscored, with the check', async () => {
    const task = {
      ...TASK,
      checks: { broken: { name: 'command', command: ['sh', '-c', 'exit 3'], version: '1' } },
    };
    const [sample] = await runTask(task, [{ name: 'a', input: 'x', checks: ['broken'] }], { model: parrot });
    expect(sample?.scores.passed).toMatchObject({ unscored: expect.stringMatching(/^broken: .*3/) });
  });

  test('of several answers keeps what any of them failed', async () => {
    let said = 0;
    const model = saying(() => ['yes', 'no'][said++ % 2] ?? '');
    const task = { ...TASK, repeats: 2, generation_kwargs: { temperature: 1 } };
    const row = { name: 'a', input: 'x', checks: ['exact_match'], target: 'yes' };
    const [sample] = await runTask(task, [row], { model });
    expect(sample).toMatchObject({
      scores: { passed: 0.5 },
      repeats: { scores: { passed: [1, 0] } },
      case: { failed: ['exact_match'] },
    });
  });
});

describe('what a model is asked', () => {
  const asked = async (row: object, options: object = {}) => {
    const prepared = await prepareTask({ type: 'cases', ...options }, [
      { name: 'a', checks: ['json_valid'], ...row },
    ]);
    const [sample] = prepared.samples;
    return sample === undefined ? null : prepared.show(sample, { chatTemplate: CHATS }).prompt;
  };

  test.each<[string, object, object, string]>([
    ['one question', { input: 'Hi' }, {}, '<user>Hi<assistant>'],
    [
      'with the system message of the task',
      { input: 'Hi' },
      { system_instruction: 'Be brief.' },
      '<system>Be brief.<user>Hi<assistant>',
    ],
    [
      'or its own, over several turns',
      {
        messages: [
          { role: 'system', content: 'Shout.' },
          { role: 'user', content: 'Hi' },
          { role: 'assistant', content: 'HI' },
          { role: 'user', content: 'Bye' },
        ],
      },
      { system_instruction: 'Be brief.' },
      '<system>Shout.<user>Hi<assistant>HI<user>Bye<assistant>',
    ],
    [
      'tools and what they gave',
      {
        tools: [{ name: 'weather', parameters: { type: 'object' } }],
        messages: [
          { role: 'user', content: 'Rain?' },
          { role: 'assistant', tool_calls: [{ name: 'weather', arguments: { city: 'Oslo' } }] },
          { role: 'tool', content: 'wet' },
        ],
      },
      {},
      '[weather]<user>Rain?<assistant>weather<tool>wet<assistant>',
    ],
  ])('%s', async (_, row, options, expected) => {
    expect(await asked(row, options)).toBe(expected);
  });
});

test('only cases with one of the tags, of which the first is the group', async () => {
  const rows = ['a', 'b', 'c'].map((name) => ({
    ...{ name, input: 'x', checks: ['json_valid'] },
    ...(name === 'c' ? {} : { tags: [name, 'both'] }),
  }));
  const { samples } = await prepareTask({ ...TASK, tags: ['both'] }, rows);
  expect(samples).toMatchObject([
    { id: 'a', group: 'a' },
    { id: 'b', group: 'b' },
  ]);
  await expect(faultOf(() => prepareTask({ ...TASK, tags: ['bth'] }, rows))).resolves.toMatchObject({
    text: expect.stringMatching(/no case has one of the tags bth\n.*did you mean both\?/),
  });
});

test('cases of YAML stand where they begin', async () => {
  const yaml = '- name: a\n  input: x\n  checks: [json_valid]\n\n- name: b\n  input: |\n    two\n    lines\n';
  const prepare = () => {
    const folder = temporaryFolder({ 'cases.yml': yaml });
    return nativeRunner.prepare('t', nativeTask.parse({ ...TASK, dataset: 'cases.yml' }), folder);
  };
  await expect(faultOf(prepare)).resolves.toMatchObject({
    text: expect.stringMatching(/cases\.yml:5 \(checks\): the case "b": .*expected array/),
  });
});

describe('refused before any model is loaded', () => {
  const GOOD = { name: 'a', input: 'x', checks: ['json_valid'] };
  test.each<[string, object[], RegExp]>([
    ['no checks', [{ ...GOOD, checks: [] }], /the case "a": a case without checks cannot fail/],
    ['one name twice', [GOOD, GOOD], /the id "a" was already used on line 1/],
    ['no name', [{ input: 'x', checks: ['json_valid'] }], /no usable id/],
    ['nothing asked', [{ name: 'a', checks: ['json_valid'] }], /nothing is asked/],
    ['a key that is misspelt', [{ ...GOOD, severty: 'warn' }], /unknown key severty/],
    ['another severity', [{ ...GOOD, severity: 'fatal' }], /the case "a": .*critical/],
    ['an unknown check', [{ ...GOOD, checks: ['json_vald'] }], /there is no scorer "json_vald"/],
    ['a check without its target', [{ ...GOOD, checks: ['exact_match'] }], /exact_match needs a target/],
    ['a metric of all samples', [{ ...GOOD, checks: ['bleu'], target: 'x' }], /function of all samples/],
    [
      'a judge by contexts',
      [{ ...GOOD, checks: [{ name: 'faithfulness', url: 'http://127.0.0.1:9', model: 'judge' }] }],
      /faithfulness judges by contexts, which a test case has none of/,
    ],
    [
      'code',
      [{ ...GOOD, checks: [{ name: 'command', command: ['true'], version: '1' }] }],
      /its check command runs code, which a dataset may not/,
    ],
    [
      'a service',
      [
        {
          ...GOOD,
          checks: [
            {
              name: 'judge',
              url: 'http://127.0.0.1:9/v1',
              model: 'm',
              criteria: [{ name: 'polite', description: 'Is it?' }],
            },
          ],
        },
      ],
      /asks another model/,
    ],
    [
      'a file',
      [{ ...GOOD, checks: [{ name: 'json_valid', schema: 'rows.jsonl' }] }],
      /reads a file \(schema\)/,
    ],
    [
      'turns without a template',
      [
        {
          ...GOOD,
          input: undefined,
          messages: [
            { role: 'system', content: 's' },
            { role: 'user', content: 'u' },
          ],
        },
      ],
      /has turns, which need a chat template/,
    ],
    [
      'a conversation that the model has ended',
      [{ ...GOOD, input: undefined, messages: [{ role: 'assistant', content: 's' }] }],
      /ends with what the assistant says/,
    ],
  ])('%s', async (_, rows, why) => {
    const fault = await faultOf(() => prepareTask(TASK, rows));
    expect(fault).toMatchObject({ kind: 'data', text: expect.stringMatching(why) });
  });

  test('tools that the template has no place for', async () => {
    const row = { ...GOOD, tools: [{ name: 'weather' }] };
    const model = { ...parrot, chatTemplate: { ...CHATS, template: '{{ messages[0].content }}' } };
    await expect(faultOf(() => runTask({ type: 'cases' }, [row], { model }))).resolves.toMatchObject({
      kind: 'checkpoint',
      text: expect.stringContaining("the model's chat template has no place for tools"),
    });
  });
});

test('another check, or another option of one, is another fingerprint', async () => {
  const model = bigramModel();
  const scorers = async (check: unknown) => {
    const prepared = await prepareTask(TASK, [{ name: 'a', input: 'x', checks: [check] }]);
    return prepared.fingerprint(model);
  };
  const [one, same, other] = [
    await scorers({ name: 'contains_any', phrases: ['a'] }),
    await scorers({ name: 'contains_any', phrases: ['a'] }),
    await scorers({ name: 'contains_any', phrases: ['b'] }),
  ];
  expect(one).toEqual(same);
  expect(one.scorers).not.toBe(other.scorers);
  expect(one.dataset).not.toBe(other.dataset);
});
