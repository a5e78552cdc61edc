import type { ShownSample } from '../core/domain/shown-samples.ts';

/** As many as somebody reads in half an hour. */
const MOST_REVIEWED = 24;
/** Of these the worst, wherever they are; the others are spread over groups. */
const WORST = 8;

/**
 * Samples for people to look at: the worst, then by turns one of each group, the worst of it first.
 * @param samples the worst first
 */
export function samplesToReview(samples: readonly ShownSample[]): readonly ShownSample[] {
  const changed = samples.filter(({ change }) => change !== 'same');
  const worst = changed.slice(0, WORST);
  const turns = new Map<string, number>();
  const others = changed.slice(WORST).map((sample, place) => {
    const group = JSON.stringify([sample.task, sample.group]);
    const turn = turns.get(group) ?? 0;
    turns.set(group, turn + 1);
    return { sample, turn, place };
  });
  others.sort((a, b) => a.turn - b.turn || a.place - b.place);
  return [...worst, ...others.map(({ sample }) => sample)].slice(0, MOST_REVIEWED);
}

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
