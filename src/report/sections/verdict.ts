import type { VerdictFile } from '../../core/domain/decision.ts';
import { paragraph } from '../blocks.ts';
import { formatCount, formatDigest, plural } from '../format.ts';
import { rests } from '../gate-rules.ts';
import { gateCounts, headline, headlineWords } from '../headline.ts';
import { code, type Inline, inline, joined, ours, strong } from '../inline.ts';
import {
  type CountedEvaluation,
  checkedUrl,
  type JudgedCommit,
  LADDER,
  type ReportContext,
  type Section,
  type SectionOptions,
} from '../section.ts';

/** The verdict with the one number that decided it, and what it does to the merge. */
export function verdictSection(file: VerdictFile, { context }: SectionOptions): Section {
  const { commit = null, evaluation = null } = context;
  const { verdict, blocked, gates } = file;
  const effect = strong(blocked ? 'This blocks the merge.' : 'This does not block the merge.');
  // Where there is one gate, or every one holds, the headline has said so.
  const isSaid = gates.length === 1 || (gates.length > 0 && gates.every((gate) => gate.verdict === 'pass'));
  const counts = isSaid ? [] : ours(gateCounts(gates));
  return {
    title: null,
    blocks: [
      {
        kind: 'headline',
        verdict,
        words: headlineWords(file),
        content: inline`${titlePrefix(context)}${headline(file, isSaid)}`,
      },
      paragraph(joined([effect, commitSentence(commit), triesSentence(evaluation), counts, restsOn(file)])),
    ],
  };
}

export const OWN_POLICY_TITLE = 'By its own config: ';

/**
 * Before the headline: what was found of a commit must not look like what is known of a later one, nor what it says by itself like
 * what a base branch asks of it.
 */
export function titlePrefix({
  commit = null,
  ownPolicy = false,
}: Pick<ReportContext, 'commit' | 'ownPolicy'>): Inline {
  const age = commit === null || commit.newerHead === null ? '' : 'Of an older commit: ';
  return ours(`${ownPolicy ? OWN_POLICY_TITLE : ''}${age}`);
}

function triesSentence(evaluation: CountedEvaluation | null): Inline {
  if (evaluation === null || evaluation.number < 2) return [];
  const { number, tries } = evaluation;
  const promise =
    number <= tries ? '' : `, and the policy promises its error for ${tries === 1 ? 'one' : tries}`;
  return ours(`This is evaluation ${number} of this pull request${promise}.`);
}

/** Nothing where nobody knows. */
export function commitSentence(commit: JudgedCommit | null): Inline {
  if (commit === null) return [];
  const { sha, newerHead } = commit;
  const short = (of: string) => code(of.slice(0, 7));
  return newerHead === null
    ? inline`Judged at ${short(sha)}.`
    : inline`Judged at ${short(sha)}; the head of the pull request is ${short(newerHead)} by now, of which this says nothing.`;
}

/** A verdict on part of the samples could be another on all of them, with the error that was allowed: that is no footnote. */
function restsOn({ tasks, gates }: VerdictFile): Inline {
  const decided = gates.filter(({ verdict }) => verdict === 'pass' || verdict === 'regression');
  const parts = tasks.flatMap(({ task, stopped, samples: { candidate } }) => {
    const { evaluated, planned } = candidate;
    const isPart = stopped !== undefined && evaluated > 0 && evaluated < planned;
    if (!isPart || !decided.some((gate) => rests(gate, task))) return [];
    return [inline`${formatCount(evaluated)} of ${plural(planned, 'sample')} of ${code(task)}`];
  });
  if (parts.length === 0) return [];
  return inline`It rests on a part of the samples, drawn in random order until the verdict was known: ${joined(parts, ', ')}.`;
}

/** Below the numbers: what they are of. */
export function checkpointsSection({ candidate, baseline, comparability }: VerdictFile): Section {
  if (candidate === null || baseline === null) return { title: null, blocks: [] };
  const side = ({ source, digest }: typeof candidate) =>
    inline`${code(source)} (${code(formatDigest(digest))})`;
  const line = inline`Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
  const own = comparability.filter(({ field, severity }) => field === 'own_prompt' && severity === 'soft');
  const tasks = joined(
    own.map(({ task }) => code(task)),
    ', ',
  );
  const asked = inline` The baseline is asked with its own prompt on ${tasks} (${code('baseline.prompt')}).`;
  return { title: null, blocks: [paragraph(own.length === 0 ? line : inline`${line}${asked}`)] };
}

/** Where the rest is. Links are built by us, and still checked: a URL with anything odd in it is not shown. */
export function linksSection(
  _: VerdictFile,
  { context: { artifactUrl, pageUrl = null, runUrl }, rung: { name } }: SectionOptions,
): Section {
  const link = (text: string, url: string | null): Inline =>
    checkedUrl(url) !== null ? [{ kind: 'link', text, url: url ?? '' }] : [];
  const samples = pageUrl === null ? 'All samples and the full report' : 'All samples';
  const links = joined(
    [link('Full report', pageUrl), link(samples, artifactUrl), link('workflow run', runUrl)],
    ' · ',
  );
  const shortened = name === LADDER[0].name ? [] : [paragraph(ours(`Shortened to fit (${name}).`))];
  return { title: null, blocks: [...shortened, ...(links.length === 0 ? [] : [paragraph(links)])] };
}
