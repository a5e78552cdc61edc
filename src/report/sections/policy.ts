import type { VerdictFile } from '../../core/domain/decision.ts';
import type { PolicyChange, WaiverRecord } from '../../core/domain/policy.ts';
import { plural } from '../format.ts';
import { untilWords } from '../headline.ts';
import { code, type Inline, say, toMarkdown } from '../inline.ts';

const SHOWN = 20;

/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
export function policyBlocks({ untrusted, policyOrigin, waivers = [] }: VerdictFile): readonly string[] {
  const blocks: string[] = [];
  if (untrusted !== undefined) blocks.push(toMarkdown(say`**Untrusted samples:** ${untrusted}.`));
  if (policyOrigin?.state === 'adopted') {
    blocks.push(
      "The base branch has no config yet, so that the pull request's own limits apply: review them as well.",
    );
  }
  if (policyOrigin !== undefined && policyOrigin.changes.length > 0) {
    blocks.push(
      list(
        '**This pull request changes how it is judged.** Both policies were evaluated; the stricter verdict decides.',
        policyOrigin.changes.map(changeLine),
      ),
    );
  }
  if (waivers.length > 0) blocks.push(list('**Waivers**', waivers.map(waiverLine)));
  return blocks;
}

/** `facts/acc: max_drop 2pp → 5pp (looser)` */
export function changeLine({ subject, before, after, effect }: PolicyChange): Inline {
  const value = (text: string | null) => (text === null ? say`none` : code(text));
  return say`${code(subject)} ${value(before)} → ${value(after)} (${effect})`;
}

export function waiverLine({ gate, by, reason, expires, source, applied, because }: WaiverRecord): Inline {
  const who = say`${code(gate)} by ${by} until ${untilWords(expires)} (${code(source)}): ${reason}`;
  return applied ? who : say`${who} — does not count: ${because ?? 'no reason was recorded'}`;
}

function list(title: string, lines: readonly Inline[]): string {
  const left = lines.length - SHOWN;
  const shown = lines.slice(0, SHOWN).map((line) => `- ${toMarkdown(line)}`);
  return `${title}\n\n${shown.join('\n')}${left > 0 ? `\n- ${plural(left, 'more')}, see \`verdict.json\`` : ''}`;
}
