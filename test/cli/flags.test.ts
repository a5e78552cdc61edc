import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { addOverrides, jsonOption, overridesFromFlags } from '../../src/cli/flags.ts';

const command = () =>
  addOverrides(new Command('run'))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
const parsed = (...args: string[]) => overridesFromFlags(command().parse(args, { from: 'user' }).opts());
const flag = (name: string, value: string) => ({ value, source: { kind: 'flag', name } });

describe('flags as overrides', () => {
  test.each([
    [['--candidate', 'a.gguf'], { candidate: flag('--candidate', 'a.gguf') }],
    [['--baseline', 'b.gguf'], { baseline: flag('--baseline', 'b.gguf') }],
    [['--max-mmlu-drop', '2pp'], { max_mmlu_drop: flag('--max-mmlu-drop', '2pp') }],
    [['--min-task-delta=1pp'], { min_task_delta: flag('--min-task-delta', '1pp') }],
    [['--toxicity-ceiling', '1%'], { toxicity_ceiling: flag('--toxicity-ceiling', '1%') }],
    [['--on-inconclusive', 'block'], { on_inconclusive: flag('--on-inconclusive', 'block') }],
    [[], {}],
  ])('%j', (args, overrides) => {
    expect(parsed(...args)).toEqual(overrides);
  });

  test('gates may be given several times, and keep their order', () => {
    expect(parsed('--floor', 'a/x=90%', '--max-drop', 'b/y=2pp', '--max-drop', 'c/z=1pp')).toEqual({
      gates: [
        { rule: 'max_drop', ...flag('--max-drop', 'b/y=2pp') },
        { rule: 'max_drop', ...flag('--max-drop', 'c/z=1pp') },
        { rule: 'floor', ...flag('--floor', 'a/x=90%') },
      ],
    });
  });

  test('two commands do not share what was given', () => {
    parsed('--ceiling', 'a/x=1%');
    expect(parsed()).toEqual({});
  });

  test.each([['--candidate'], ['--max-drop'], ['--no-such-flag']])('%s alone is wrong usage', (...args) => {
    expect(() => parsed(...args)).toThrow();
  });
});

test('help shows no defaults that say nothing', () => {
  const help = command().addOption(jsonOption()).helpInformation();
  expect(help).toContain('--max-drop <metric=limit>');
  expect(help).not.toMatch(/default: (none|false)/);
});
