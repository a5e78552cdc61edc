import { describe, expect, test } from 'vitest';
import { taskSettings } from '../../src/config/task-settings.ts';
import { lmEvalTask } from '../../src/tasks/runners/lm-eval/options.ts';
import { nativeTask } from '../../src/tasks/runners/native/options.ts';
import { SCORERS } from '../../src/tasks/scorers/registry.ts';

const settings = (options: unknown) => taskSettings({ options } as Parameters<typeof taskSettings>[0]);
const generating = (...scorers: readonly unknown[]) =>
  settings(nativeTask.parse({ type: 'generate', dataset: 'd.jsonl', doc_to_contexts: 'found', scorers }));

const textsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [typeof value === 'string' ? value : JSON.stringify(value)];

describe('everything that a task’s options say, a value a key', () => {
  test.each([...SCORERS])(
    '%s: no option of the scorer is left out, nor a file that it names',
    (name, row) => {
      const found = generating({ name, ...row.example.options });
      const metric = row.example.options.metric ?? name;
      expect(found.get(`scorers.${metric}`)).toBe(name);
      for (const [option, value] of Object.entries(row.example.options)) {
        const texts = [value].flat().flatMap(textsOf);
        const keys = [...found].filter(([key]) => key.startsWith(`scorers.${metric}.${option}`));
        // Options within options have defaults of their own.
        const isNested = [value].flat().some((each) => typeof each === 'object');
        expect(keys.map(([, text]) => text)).toEqual(isNested ? expect.arrayContaining(texts) : texts);
      }
    },
  );

  test('defaults are values, and another order of scorers is no change', () => {
    const one = { name: 'profanity_rate', words: 'w.txt' };
    expect([...generating('exact_match', one)].sort()).toEqual([...generating(one, 'exact_match')].sort());
    expect(generating('exact_match').get('generation_kwargs.max_gen_toks')).toBe('256');
    expect(generating(one).get('scorers.profanity_rate.words')).toBe('w.txt');
  });

  test('lists that became empty, and values in values, are there', () => {
    const found = settings(lmEvalTask.parse({ model_args: {}, gen_kwargs: { until: ['a', 'b'] }, seed: 7 }));
    expect(found.get('model_args')).toBe('{}');
    expect(found.get('gen_kwargs.until.1')).toBe('b');
    expect(found.get('seed')).toBe('7');
  });
});
