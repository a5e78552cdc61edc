import { compareTask, type TaskComparison } from '../../src/core/compare/compare.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { Gate } from '../../src/core/domain/gate.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';
import { POLICY, runOf } from './tasks.ts';

const LIMIT = 0.03;
const SAMPLES = 200;
const DISCORDANCE = 0.12;
const MOST_ROUNDS = 400;
const ACC = declareMetric('acc');
const source = { kind: 'default' } as const;

/** How the samples of two tasks hang together: each moves with its namesake so often, which the tasks share or do not say. */
const CELLS = [
  { name: 'three tasks, nothing shared', tasks: 3, together: 0, isShared: false },
  { name: 'two tasks of the same questions', tasks: 2, together: 1, isShared: true },
  {
    name: 'two tasks of the same questions, half of them move alike',
    tasks: 2,
    together: 0.5,
    isShared: true,
  },
  { name: 'two tasks of the same questions, none moves alike', tasks: 2, together: 0, isShared: true },
] as const;

type Cell = (typeof CELLS)[number];

export const average: Section = {
  name: 'average',
  title: 'One average over several tasks',
  about: `Per cent of merges that the gate \`average\` passes and fails at its limit of 3 pp: ${SAMPLES} samples a task, 12 % flips. Tasks of
the same questions hang together as far as these moved alike; taken for independent they would err more often.`,
  run: ({ cell, progress, sequences }) => {
    const checks: Check[] = [];
    const rounds = Math.min(sequences, MOST_ROUNDS);
    const rows = CELLS.filter(({ name }) => name.includes(cell ?? '')).map((each) => {
      progress(each.name);
      const random = mulberry32(11);
      const verdicts = Array.from({ length: rounds }, () => verdictOf(each, random));
      const share = (verdict: string) => percent(verdicts.filter((own) => own === verdict).length / rounds);
      const allowed = 5 + 300 * Math.sqrt((0.05 * 0.95) / rounds);
      for (const verdict of ['pass', 'regression'])
        checks.push(atMost(`average, ${each.name}, ${verdict}`, share(verdict), allowed));
      return [each.name, show(share('pass')), show(share('regression'))];
    });
    return { tables: [{ title: 'At the limit', head: ['tasks', 'passed', 'failed'], rows }], checks };
  },
};

const FELL = (DISCORDANCE + LIMIT) / 2;

/** −1, 0 or 1: an answer that got worse, stayed or got better, as often as makes the drop the limit. */
function move(random: () => number): number {
  const u = random();
  return u < FELL ? -1 : u < DISCORDANCE ? 1 : 0;
}

function verdictOf({ tasks, together, isShared }: Cell, random: () => number): string {
  const common = Array.from({ length: SAMPLES }, () => move(random));
  const comparisons = Array.from({ length: tasks }, (_, task): TaskComparison => {
    const moves = common.map((shared) => (random() < together ? shared : move(random)));
    return compared(`task ${task}`, moves, (index) => (isShared ? `q ${index}` : `${task} ${index}`));
  });
  const gate: Gate = {
    ...{ rule: 'average', limit: { kind: 'absolute', value: LIMIT }, id: 'average/acc:average', source },
    of: comparisons.map(({ task }) => ({ task, metric: 'acc', weight: 1 })),
    ...{ task: 'average', metric: 'acc', tier: 'blocking' },
  };
  return decide({ comparisons, gates: [gate], policy: POLICY }).verdict;
}

function compared(task: string, moves: readonly number[], asked: (index: number) => string): TaskComparison {
  const side = (score: (moved: number, index: number) => number) =>
    runOf(
      task,
      ACC,
      moves.map((moved, index) => ({
        ...{ id: String(index), input_digest: asked(index) },
        scores: { acc: score(moved, index) },
      })),
    );
  const still = (index: number) => Number(index % 4 !== 0);
  return compareTask(
    side((moved, index) => (moved === 0 ? still(index) : Number(moved < 0))),
    side((moved, index) => (moved === 0 ? still(index) : Number(moved > 0))),
  );
}
