import type { SuggestedLimit } from '../core/decide/suggest.ts';
import type { RecordedRun } from '../core/domain/history.ts';
import { formatCount, formatShare, formatSize, plural } from './format.ts';
import { code, toPlain } from './inline.ts';

/** Limits as comments of a config, to be read and chosen from. Names are foreign: they stay on their line, quoted. */
export function renderSuggestions(limits: readonly SuggestedLimit[]): string {
  const total = Math.min(
    1,
    limits.reduce((sum, { blocksUnchanged }) => sum + blocksUnchanged, 0),
  );
  return [
    '# Limits that fit the noise of the rounds so far (weighbridge suggest). All together these gates stop at most',
    `# ${formatShare(total)} of candidates that did not move. Take those that you mean, before the next result is seen.`,
    '# gates:',
    ...limits.flatMap(suggestion),
    '',
  ].join('\n');
}

function suggestion(limit: SuggestedLimit): string[] {
  const { task, metric, unit, maxDrop, pairs, blocksUnchanged, provesUnchanged, stops } = limit;
  const { wouldHaveBlocked, stderr, replayed } = limit;
  const written = unit === 'rate' ? `${Number((maxDrop * 100).toPrecision(2))}pp` : String(maxDrop);
  const name = toPlain(code(`${task}/${metric}`));
  const of = plural(replayed, 'round');
  const past =
    replayed === 0
      ? 'of no round it is known whether it would have been stopped'
      : wouldHaveBlocked.length === 0
        ? `would have stopped none of ${of}`
        : `would have stopped ${formatCount(wouldHaveBlocked.length)} of ${of}: ${wouldHaveBlocked.map(nameOf).join(', ')}`;
  return [
    `#   - { metric: ${JSON.stringify(name)}, max_drop: ${written} }`,
    `#     ${plural(pairs, 'pair')}, standard error ${formatSize(stderr, unit)}: stops ${formatShare(blocksUnchanged)} of candidates that did not move and proves ${formatShare(provesUnchanged)} of them;`,
    `#     a loss of ${formatSize(stops, unit)} is stopped nine times of ten; ${past}.`,
  ];
}

const nameOf = ({ commit, run }: RecordedRun): string => toPlain(code((commit ?? run).slice(0, 7)));
