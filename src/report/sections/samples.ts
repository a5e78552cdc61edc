import type { VerdictFile } from '../../core/domain/decision.ts';
import type { ShownSample, ShownSamples } from '../../core/domain/shown-samples.ts';
import { type Column, paragraph, table, textColumn } from '../blocks.ts';
import { oneLine } from '../escape.ts';
import { formatCount, plural } from '../format.ts';
import { code, type Inline, inline, ours } from '../inline.ts';
import { samplesToReview } from '../review.ts';
import { sampleAnchor } from '../sample-link.ts';
import type { Section, SectionOptions } from '../section.ts';

/** Every sample that changed, to look things up in; before it those that somebody should look at. */
export function samplesSection(_file: VerdictFile, { samples }: SectionOptions): Section {
  const title = 'Samples, one by one';
  const { omitted, tasks, fault } = samples ?? NOTHING;
  if (fault !== undefined) {
    return { title, blocks: [paragraph(inline`The samples cannot be shown: ${fault}`)] };
  }
  if (samples === undefined || samples.samples.length === 0) return { title, blocks: [] };
  const total = (change: 'worse' | 'better') => tasks.reduce((sum, { counts }) => sum + counts[change], 0);
  const counts = `${formatCount(total('worse'))} got worse, ${formatCount(total('better'))} got better.`;
  const left =
    omitted === 0 ? [] : ours(` ${plural(omitted, 'sample')} of these had no room here; the worst have.`);
  const picked = samplesToReview(samples.samples);
  const intro = `${plural(picked.length, 'sample')} for people to look at, the worst first, then of the groups that lost most`;
  return {
    title,
    blocks: [
      paragraph(inline`${ours(counts)}${left}`),
      // Folded: whoever looks things up should not have to pass by all of them.
      ...table('Samples picked for review', COLUMNS, picked).map((block) => ({
        ...{ kind: 'details' as const, summary: ours(intro), verdict: null, isOpen: false },
        children: [block],
      })),
      {
        kind: 'samples',
        words: ours('Browsing the samples needs a browser that runs the script of this page.'),
      },
    ],
  };
}

const NOTHING: Pick<ShownSamples, 'omitted' | 'tasks' | 'fault'> = { omitted: 0, tasks: [] };

/** Of a text in a table. */
const CELL = 120;

const COLUMNS: readonly Column<ShownSample>[] = [
  textColumn('Sample', ({ task, id }) => link(id, sampleAnchor(task, id))),
  textColumn('Group', ({ group, task }) => code(group ?? task)),
  textColumn('Asked', ({ asked }) => brief(asked?.question ?? '')),
  textColumn('Expected', ({ asked }) => brief(asked?.reference ?? '')),
  textColumn('Baseline said', ({ baseline }) => brief(baseline.output ?? '')),
  textColumn('Candidate said', ({ candidate }) => brief(candidate.output ?? '')),
];

/** The end of a name that begins with its group's. */
const link = (id: string, url: string): Inline => [
  { kind: 'link', text: oneLine(id.slice(id.lastIndexOf('/') + 1)).slice(0, 12) || 'sample', url },
];

const brief = (text: string): Inline => {
  const own = text.replace(/^…/, '').trim();
  return own === '' ? [] : code(own.length > CELL ? `${own.slice(0, CELL - 1)}…` : own);
};
