import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeResults } from '../../../src/app/judge.ts';
import { faultOf } from '../../support/fault.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

/** Two subjects of 100 questions each, of which the first so many are right. */
const table = (right: Readonly<Record<string, number>>): string => {
  const rows = Object.entries(right).flatMap(([group, count]) =>
    Array.from({ length: 100 }, (_, number) => ({
      ...{ task: 'mmlu', id: `${group}-${number}`, metric: 'acc', score: Number(number < count), group },
    })),
  );
  return join(temporaryFolder({ 'scores.jsonl': jsonl(...rows) }), 'scores.jsonl');
};

const gate = (metric: string, baseline = { anatomy: 90, law: 90 }, candidate = { anatomy: 90, law: 40 }) =>
  judgeResults({
    configPath: null,
    overrides: {
      gates: [{ rule: 'max_drop', value: `${metric}=5pp`, source: { kind: 'flag', name: '--max-drop' } }],
    },
    out: temporaryFolder(),
    folders: { baseline: table(baseline), candidate: table(candidate) },
  });

describe('a group of samples', () => {
  test.each([
    ['law/acc', 'regression', -0.5],
    ['law', 'regression', -0.5],
    ['anatomy/acc', 'pass', 0],
    ['mmlu/acc', 'regression', -0.25],
  ])('is gated by its own name: %s', async (metric, verdict, delta) => {
    const judged = await gate(metric);
    expect(judged.verdict).toBe(verdict);
    expect(judged.gates[0]?.delta?.value).toBeCloseTo(delta, 12);
    expect(judged.gates[0]?.pairs).toBe(metric.startsWith('mmlu') ? 200 : 100);
    expect(judged.cost.samples.evaluated).toBe(400);
  });

  test('that one side has in part is invalid, as a task would be', async () => {
    const { verdict } = await gate('law/acc', { anatomy: 90, law: 90 }, { anatomy: 90, law: 90 });
    expect(verdict).toBe('pass');
    const lacking = judgeResults({
      configPath: null,
      overrides: {
        gates: [{ rule: 'max_drop', value: 'law=5pp', source: { kind: 'flag', name: '--max-drop' } }],
      },
      out: temporaryFolder(),
      folders: { baseline: table({ anatomy: 90, law: 90 }), candidate: table({ anatomy: 90 }) },
    });
    expect((await lacking).verdict).toBe('invalid');
  });

  test.each([
    ['law/acc', 'regression', -0.5],
    ['anatomy/acc', 'pass', 0],
    ['mmlu/acc', 'regression', -0.25],
  ])(
    'is held against an anchor, in percentage points as against a baseline: %s',
    async (metric, verdict, delta) => {
      const folders = {
        candidate: table({ anatomy: 90, law: 40 }),
        baseline: table({ anatomy: 90, law: 39 }),
      };
      const anchor = { model: table({ anatomy: 90, law: 90 }), max_drop: { [metric]: '5pp' } };
      const out = temporaryFolder({
        'weighbridge.yml': JSON.stringify({ version: 1, ...folders, anchor }),
      });
      const judged = await judgeResults({
        configPath: join(out, 'weighbridge.yml'),
        overrides: {},
        ...{ out, folders },
      });
      const [gated] = judged.gates;
      expect([gated?.against, gated?.verdict, gated?.unit]).toEqual(['anchor', verdict, 'rate']);
      expect(gated?.delta?.value).toBeCloseTo(delta, 12);
    },
  );

  test('that nobody has is no task, with what was meant', async () => {
    const fault = await faultOf(() => gate('lawx/acc'));
    expect(fault.text).toMatch(/no task is named "lawx"[\s\S]*law/);
  });
});
