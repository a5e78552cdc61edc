import type { GateResult, VerdictFile } from '../core/domain/decision.ts';
import { GATE_COLUMNS } from './columns.ts';
import { agePrefix, commitWords, type JudgedCommit } from './commit.ts';
import { formatDigest, plural } from './format.ts';
import { gateCounts, headline, verdictLabel } from './headline.ts';
import { code, type Inline, say, toMarkdown } from './inline.ts';
import { comparedSection } from './sections/compared.ts';
import { costSection, reproduceSection } from './sections/cost.ts';
import { type FlipDetail, flipsSection } from './sections/flips.ts';
import { policyBlocks } from './sections/policy.ts';
import { regressedSection } from './sections/regressed.ts';
import { undecidedSection } from './sections/undecided.ts';
import { warningList } from './sections/warnings.ts';
import { renderTable } from './table.ts';
import { faults } from './who-acts.ts';

/** What the report may say beside the verdict file; nothing of it changes the verdict. */
export interface ReportContext {
  /** Where the stored samples and the full report can be downloaded; ours, never from data. */
  readonly artifactUrl: string | null;
  /** Where the report opens as a page; ours as well. */
  readonly pageUrl?: string | null;
  readonly runUrl: string | null;
  readonly elapsedSeconds: number | null;
  /** Names of variables that the evaluation was let see by `env-allow`. */
  readonly envAllow?: readonly string[];
  readonly commit?: JudgedCommit | null;
  /** ISO 8601, for the age of the baseline; without it no age is told. */
  readonly now?: string | null;
}

/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
export const COMMENT_BYTES = 60_000;
/** A job summary may have 1 MiB. */
export const SUMMARY_BYTES = 1_000_000;

/** How much is told, fullest first. What decides is never left out: only what explains. */
interface Rung {
  readonly name: string;
  readonly flips: FlipDetail | null;
  readonly gates: number;
  readonly sections: boolean;
}

const FULL: FlipDetail = { samples: 10, improved: true, groups: 20, outputLength: 1000 };

export const LADDER: readonly Rung[] = [
  { name: 'full', flips: FULL, gates: Number.POSITIVE_INFINITY, sections: true },
  {
    name: 'regressed flips only',
    flips: { ...FULL, improved: false },
    gates: Number.POSITIVE_INFINITY,
    sections: true,
  },
  {
    name: 'fewer flips',
    flips: { samples: 3, improved: false, groups: 5, outputLength: 300 },
    gates: Number.POSITIVE_INFINITY,
    sections: true,
  },
  { name: 'no flips', flips: null, gates: Number.POSITIVE_INFINITY, sections: true },
  { name: 'worst gates', flips: null, gates: 25, sections: false },
  { name: 'verdict and link', flips: null, gates: 0, sections: false },
];

export interface RenderedReport {
  readonly markdown: string;
  /** Name of the rung that fitted. */
  readonly rung: string;
}

function checkpoints({ candidate, baseline }: VerdictFile): Inline {
  if (candidate === null || baseline === null) return [];
  const side = ({ source, digest }: typeof candidate) => say`${code(source)} (${code(formatDigest(digest))})`;
  return say` Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
}

function status(file: VerdictFile, { commit = null }: ReportContext): string {
  const effect = file.blocked ? '**This blocks the merge.**' : '**This does not block the merge.**';
  // Where every gate holds, the headline has said so.
  const counts = file.gates.some((gate) => gate.verdict !== 'pass') ? ` ${gateCounts(file.gates)}` : '';
  return `${effect}${commitWords(commit)}${counts}${toMarkdown(checkpoints(file))}`;
}

const FAULTS_SHOWN = 20;

function faultList(file: VerdictFile): string | null {
  if (file.verdict !== 'invalid') return null;
  const { wrong, remedies } = faults(file);
  const list = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          `**${title}**\n\n${items
            .slice(0, FAULTS_SHOWN)
            .map((item) => `- ${item}`)
            .join('\n')}`,
        ];
  return [
    ...list('What is wrong', wrong.map(toMarkdown)),
    ...list(
      'Who must do what',
      remedies.map(({ who, what }) => `**${who}:** ${toMarkdown(what)}`),
    ),
  ].join('\n\n');
}

function gateTable(gates: readonly GateResult[], limit: number): string | null {
  const shown = gates.slice(0, limit);
  if (shown.length === 0) return null;
  const left = gates.length - shown.length;
  const table = renderTable(GATE_COLUMNS, shown);
  return left === 0
    ? table
    : `${table}\n\n${plural(left, 'more gate')}, none worse than those above, left out for length.`;
}

/** Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function links({ artifactUrl, pageUrl = null, runUrl }: ReportContext): string | null {
  const safe = (url: string | null) => url !== null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url);
  const parts = [
    ...(safe(pageUrl) ? [`[Full report](${pageUrl})`] : []),
    ...(safe(artifactUrl)
      ? [`[${pageUrl === null ? 'All samples and the full report' : 'All samples'}](${artifactUrl})`]
      : []),
    ...(safe(runUrl) ? [`[workflow run](${runUrl})`] : []),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

function renderRung(file: VerdictFile, context: ReportContext, rung: Rung): string {
  const blocks: readonly (string | null)[] = [
    `**${verdictLabel(file.verdict)}** ${agePrefix(context.commit ?? null)}${toMarkdown(headline(file))}`,
    status(file, context),
    ...policyBlocks(file),
    rung.gates === 0 ? null : faultList(file),
    gateTable(file.gates, rung.gates),
    rung.gates === 0 ? null : warningList(file),
    rung === LADDER[0] ? null : `Shortened to fit (${rung.name}).`,
    links(context),
    ...(rung.sections
      ? [
          regressedSection(file),
          undecidedSection(file),
          rung.flips === null ? null : flipsSection(file, rung.flips),
          comparedSection(file, context),
          costSection(file, context.elapsedSeconds),
          reproduceSection(file),
        ]
      : []),
  ];
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
}

const encoder = new TextEncoder();

/**
 * The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
 * it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
 */
export function renderMarkdown(file: VerdictFile, context: ReportContext, bytes: number): RenderedReport {
  for (const rung of LADDER) {
    const markdown = renderRung(file, context, rung);
    if (encoder.encode(markdown).length <= bytes) return { markdown, rung: rung.name };
  }
  throw new Error(`not even the verdict fits into ${bytes} bytes`);
}
