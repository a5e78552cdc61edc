import type { CaseResult, GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { type Block, type Column, paragraph, table, textColumn, titled } from '../blocks.ts';
import { formatCount, formatShare, metricName, plural } from '../format.ts';
import { code, type Inline, inline, joined, ours } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

/** Code points that cells have room for, and names that are listed where rows are too many. */
const MOST_SAID = 120;
const MOST_OF_CHECK = 60;
const MOST_NAMED = 50;

interface Shown extends CaseResult {
  readonly said: { readonly baseline: string | null; readonly candidate: string | null } | null;
}

/** Every test case that fails now and did not before, by its name, with what was said; and those that come out as chance has it. */
export function casesSection({ gates, tasks }: VerdictFile, { rung }: SectionOptions): Section {
  const blocks = gates.flatMap((gate): Block[] => {
    if (gate.cases === undefined) return [];
    const flips = tasks.find(({ task }) => task === gate.task)?.flips ?? [];
    const failed = gate.cases.failed.map((each): Shown => {
      const flip = flips.find(({ id }) => id === each.id);
      const said = flip && { baseline: flip.baseline.output, candidate: flip.candidate.output };
      return { ...each, said: said ?? null };
    });
    const shown = failed.slice(0, rung.samples);
    const left = failed.slice(shown.length);
    const title = inline`${plural(failed.length, 'case')} of ${code(metricName(gate))} that the baseline passes ${ours(failed.length === 1 ? 'fails' : 'fail')}`;
    return [
      ...titled(title, [
        ...table('Cases that fail now', COLUMNS, shown),
        ...(left.length === 0 ? [] : [paragraph(inline`Also: ${namesOf(left)}.`)]),
      ]),
      ...flakyLine(gate),
    ];
  });
  return { title: null, blocks };
}

function flakyLine({ cases, metric, task }: GateResult): Block[] {
  const flaky = cases?.flaky ?? [];
  if (flaky.length === 0) return [];
  const rates = ({ passed: { baseline, candidate } }: CaseResult) =>
    inline`(${formatShare(baseline)} → ${formatShare(candidate)} of answers pass)`;
  const few = flaky.slice(0, 10);
  const rest = flaky.length > few.length ? inline` and ${formatCount(flaky.length - few.length)} more` : [];
  const named = joined(
    few.map((each) => inline`${code(each.id)} ${rates(each)}`),
    ', ',
  );
  return [
    paragraph(
      inline`${plural(flaky.length, 'flaky case')} of ${code(`${task}/${metric}`)}, which ${ours(flaky.length === 1 ? 'blocks' : 'block')} nothing: ${named}${rest}.`,
    ),
  ];
}

function namesOf(cases: readonly CaseResult[]): Inline {
  const named = joined(
    cases.slice(0, MOST_NAMED).map(({ id }) => code(id)),
    ', ',
  );
  const left = cases.length - MOST_NAMED;
  return left > 0 ? inline`${named} and ${formatCount(left)} more` : named;
}

const COLUMNS: readonly Column<Shown>[] = [
  textColumn('Case', ({ id, severity }) =>
    severity === 'normal' ? code(id) : inline`${code(id)} (${ours(severity)})`,
  ),
  textColumn('Fails', ({ checks }) =>
    joined(
      checks.map((check) => code(cut(check, MOST_OF_CHECK))),
      ', ',
    ),
  ),
  textColumn('Baseline said', ({ said }) => answer(said?.baseline ?? null)),
  textColumn('Candidate said', ({ said }) => answer(said?.candidate ?? null)),
];

function answer(text: string | null): Inline {
  if (text === null) return [];
  const line = cut(text, MOST_SAID);
  return line === '' ? inline`(empty)` : code(line);
}

/** @param most code points kept */
function cut(text: string, most: number): string {
  const points = Array.from(text.trim().replace(/\s+/g, ' '));
  return points.length <= most ? points.join('') : `${points.slice(0, most - 1).join('')}…`;
}
