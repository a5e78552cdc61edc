import type { VerdictFile } from '../../core/domain/decision.ts';
import type { PolicyChange, WaiverRecord } from '../../core/domain/policy.ts';
import { type Block, heading, list, paragraph, titled } from '../blocks.ts';
import { plural } from '../format.ts';
import { untilWords } from '../headline.ts';
import { code, type Inline, inline, ours, strong } from '../inline.ts';
import type { Section } from '../section.ts';

const SHOWN = 20;

/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
export function policySection({ untrusted, policyOrigin, waivers = [] }: VerdictFile): Section {
  const blocks: Block[] = [];
  if (untrusted !== undefined) blocks.push(paragraph(inline`${strong('Untrusted samples:')} ${untrusted}.`));
  if (policyOrigin?.state === 'adopted') {
    const adopted =
      "The base branch has no config yet, so that the pull request's own limits apply: review them as well.";
    blocks.push(paragraph(ours(adopted)));
  }
  const changes = firstOf((policyOrigin?.changes ?? []).map(changeLine));
  if (changes.length > 0) {
    blocks.push(
      heading(ours('This pull request changes how it is judged')),
      paragraph(ours('Both policies were evaluated; the stricter verdict decides.')),
      ...changes,
    );
  }
  blocks.push(...titled(ours('Waivers'), firstOf(waivers.map(waiverLine))));
  return { title: null, blocks };
}

/** `facts/acc: max_drop 2pp → 5pp (looser)` */
export function changeLine({ subject, before, after, effect }: PolicyChange): Inline {
  const value = (text: string | null) => (text === null ? inline`none` : code(text));
  return inline`${code(subject)} ${value(before)} → ${value(after)} (${effect})`;
}

function waiverLine({ gate, by, reason, expires, source, applied, because }: WaiverRecord): Inline {
  const who = inline`${code(gate)} by ${by} until ${untilWords(expires)} (${code(source)}): ${reason}`;
  return applied ? who : inline`${who} — does not count: ${because ?? 'no reason was recorded'}`;
}

function firstOf(lines: readonly Inline[]): Block[] {
  const left = lines.length - SHOWN;
  const more = left > 0 ? inline`${plural(left, 'more')}, see ${code('verdict.json')}` : [];
  return list([...lines.slice(0, SHOWN), more]);
}
