import type { ShownSample } from '../core/domain/shown-samples.ts';

/** As many as somebody reads in half an hour. */
const MOST_REVIEWED = 24;
/** Of these the worst, wherever they are; the others are of the groups that lost most, as long as these have any. */
const WORST = 8;
const FALLEN_GROUPS = 8;

/**
 * Samples for people to look at: the worst, then by turns one of each group that lost most samples on balance, the worst of it first.
 * @param samples the worst first
 */
export function samplesToReview(samples: readonly ShownSample[]): readonly ShownSample[] {
  const changed = samples.filter(({ change }) => change !== 'same');
  const worst = changed.slice(0, WORST);
  const lost = new Map<string, number>();
  for (const sample of changed) {
    const group = groupOf(sample);
    lost.set(group, (lost.get(group) ?? 0) + (sample.change === 'worse' ? 1 : -1));
  }
  const ranked = [...lost].sort(([, a], [, b]) => b - a).map(([group]) => group);
  const turns = new Map<string, number>();
  const others = changed.slice(WORST).map((sample) => {
    const group = groupOf(sample);
    const turn = turns.get(group) ?? 0;
    turns.set(group, turn + 1);
    return { sample, turn, rank: ranked.indexOf(group) };
  });
  const isFallen = ({ sample, rank }: (typeof others)[number]) =>
    sample.change === 'worse' && rank < FALLEN_GROUPS;
  others.sort((a, b) => Number(isFallen(b)) - Number(isFallen(a)) || a.turn - b.turn || a.rank - b.rank);
  return [...worst, ...others.map(({ sample }) => sample)].slice(0, MOST_REVIEWED);
}

const groupOf = ({ task, group }: ShownSample): string => JSON.stringify([task, group]);

const COLUMNS: readonly (readonly [string, (sample: ShownSample) => string])[] = [
  ['task', ({ task }) => task],
  ['group', ({ group }) => group ?? ''],
  ['id', ({ id }) => id],
  ['metric', ({ metric }) => metric],
  ['change', ({ change }) => change],
  ['turns', ({ asked }) => (asked?.turns ?? []).map(({ role, text }) => `${role}: ${text}`).join('\n')],
  ['question', ({ asked }) => asked?.question ?? ''],
  ['choices', ({ asked }) => (asked?.choices ?? []).join(' | ')],
  ['reference', ({ asked }) => asked?.reference ?? ''],
  ['baseline', ({ baseline }) => baseline.output ?? ''],
  ['candidate', ({ candidate }) => candidate.output ?? ''],
  ['judgement', () => ''],
  ['note', () => ''],
];

/** A table to note judgements in (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function reviewTable(samples: readonly ShownSample[]): string {
  const quoted = (text: string) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
  const rows = [
    COLUMNS.map(([title]) => quoted(title)),
    ...samples.map((sample) => COLUMNS.map(([, cell]) => quoted(cell(sample)))),
  ];
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}
