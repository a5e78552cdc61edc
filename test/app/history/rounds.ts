import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordOf } from '../../../src/app/history/record.ts';
import { judgeResults } from '../../../src/app/judge.ts';
import type { RecordedRun } from '../../../src/core/domain/history.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';

export interface Rounds {
  readonly samples: number;
  readonly count: number;
  /** From this round on, counted from 1, every round forgets; never where it is 0. */
  readonly forgetsFrom: number;
  /** Share of what is right that a forgetting round loses. */
  readonly loss: number;
  readonly maxDrop: string;
  readonly seed: number;
}

/** Answers of one checkpoint after the other, each a fine-tune of the last, judged against the one before as a repository would. */
export async function judgedRounds(folder: string, rounds: Rounds): Promise<readonly RecordedRun[]> {
  const random = mulberry32(rounds.seed);
  const draw = () => (random() < 0.8 ? 1 : 0);
  let current: readonly number[] = Array.from({ length: rounds.samples }, draw);
  const records: RecordedRun[] = [];
  let baseline = await table(folder, 0, current);
  for (let round = 1; round <= rounds.count; round++) {
    const forgets = rounds.forgetsFrom > 0 && round >= rounds.forgetsFrom;
    current = current.map((score) => {
      const moved = random() < 0.02 ? draw() : score;
      return forgets && moved === 1 && random() < rounds.loss ? 0 : moved;
    });
    const candidate = await table(folder, round, current);
    const limit = { rule: 'max_drop' as const, value: `facts/acc=${rounds.maxDrop}` };
    const verdict = await judgeResults({
      ...{ configPath: null, out: join(folder, `out-${round}`), folders: { baseline, candidate } },
      overrides: { gates: [{ ...limit, source: { kind: 'flag', name: '--max-drop' } }] },
    });
    const date = new Date(Date.UTC(2026, 0, round)).toISOString();
    const commit = String(round).padStart(40, '0');
    records.push(
      recordOf(verdict, {
        date,
        commit,
        branch: 'main',
        pullRequest: null,
        seconds: 60,
        training: { round },
      }),
    );
    baseline = candidate;
  }
  return records;
}

async function table(folder: string, round: number, scores: readonly number[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `round-${round}.jsonl`);
  const line = (score: number, index: number) =>
    JSON.stringify({ task: 'facts', id: `q${index}`, metric: 'acc', score });
  await writeFile(path, `${scores.map(line).join('\n')}\n`);
  return path;
}
