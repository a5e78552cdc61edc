import type { VerdictFile } from '../../core/domain/decision.ts';
import type {
  PolicyChange,
  PolicyEffect,
  PolicyOrigin,
  SuiteChange,
  SuiteMode,
  WaiverRecord,
} from '../../core/domain/policy.ts';
import { type Block, heading, list, paragraph, titled } from '../blocks.ts';
import { truncate } from '../escape.ts';
import { plural } from '../format.ts';
import { untilWords } from '../headline.ts';
import { code, type Inline, inline, ours, strong } from '../inline.ts';
import type { Section } from '../section.ts';

const SHOWN = 20;
/** Of a value, in code points. */
const LONGEST = 120;

/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
export function policySection({ untrusted, policyOrigin, waivers = [] }: VerdictFile): Section {
  const blocks: Block[] = [];
  if (untrusted !== undefined) blocks.push(paragraph(inline`${strong('Untrusted samples:')} ${untrusted}.`));
  if (policyOrigin?.state === 'adopted') {
    const adopted =
      "The base branch has no config yet, so that the pull request's own limits apply: review them as well.";
    blocks.push(paragraph(ours(adopted)));
  }
  const { suite } = policyOrigin ?? {};
  if (suite !== undefined) blocks.push(...suiteBlocks(suite, policyOrigin?.changes ?? []));
  const candidate = policyOrigin?.changes.find(({ subject }) => subject === 'candidate');
  if (candidate !== undefined)
    blocks.push(paragraph(inline`This pull request names another candidate: ${movedLine(candidate)}.`));
  const told = new Set(['candidate', ...(suite?.changes ?? []).map(({ subject }) => subject)]);
  const rules = (policyOrigin?.changes ?? []).filter(({ subject }) => !told.has(subject));
  const changes = firstOf(rules.map(changeLine));
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

type Suite = NonNullable<PolicyOrigin['suite']>;

const SUITE_WORDS: Record<SuiteMode, string> = {
  block: 'Nothing passes until somebody who may waive gates accepts these changes.',
  base: 'The base branch’s files and options were evaluated: a change takes effect when it is merged.',
  warn: 'The verdict is that of the changed files: policy.suite_changes of the base branch lets it count.',
};

function suiteBlocks({ mode, accepted, changes, digest }: Suite, rules: readonly PolicyChange[]): Block[] {
  const effects = new Map(rules.map(({ subject, effect }) => [subject, effect]));
  const word = changes.some(({ counts }) => counts) ? ours(SUITE_WORDS[mode]) : [];
  const by =
    accepted === null
      ? word
      : inline`Accepted by ${accepted.by} until ${untilWords(accepted.expires)}: ${accepted.reason}`;
  const waits = mode === 'block' && accepted === null && word.length > 0;
  return [
    heading(ours('This pull request changes what decides about it')),
    ...(by.length === 0 ? [] : [paragraph(waits ? inline`${by} Waiver: ${code(`suite:${digest}`)}` : by)]),
    ...firstOf(changes.map((change) => suiteLine(change, effects.get(change.subject)))),
  ];
}

const SUITE_KINDS: Record<SuiteChange['kind'], string> = {
  changed: '',
  outdated: ' (not changed here: the base branch has it otherwise by now)',
  'new task': ' (of a new task)',
  pointer: ' (takes effect when it is merged)',
};

/** `tasks.facts.dataset facts.jsonl: 0 rows added, 80 removed, 2 changed` */
function suiteLine(change: SuiteChange, effect?: PolicyEffect): Inline {
  const { subject, before, after, size, kind, digests } = change;
  const moved = before !== null && before === after ? code(truncate(after, LONGEST)) : movedLine(change);
  const told = effect === undefined || effect === 'changed' ? '' : ` (${effect})`;
  const gone = size !== null && digests.after === null ? ' (missing)' : '';
  const words = `${sizeWords(size)}${gone}${told}${SUITE_KINDS[kind]}`;
  return inline`${code(truncate(subject, LONGEST))} ${moved}${ours(words)}`;
}

function sizeWords(size: SuiteChange['size']): string {
  if (size === null) return '';
  if (size.unit === 'rows')
    return `: ${plural(size.added, 'row')} added, ${size.removed} removed, ${size.changed} changed`;
  const bytes = (count: number | null) => (count === null ? 'none' : plural(count, 'byte'));
  return `: ${bytes(size.before)} → ${bytes(size.after)}`;
}

/** `facts/acc: max_drop 2pp → 5pp (looser)` */
export const changeLine = (change: PolicyChange): Inline =>
  inline`${code(change.subject)} ${movedLine(change)} (${change.effect})`;

function movedLine({ before, after }: Pick<PolicyChange, 'before' | 'after'>): Inline {
  const value = (text: string | null) => (text === null ? inline`none` : code(truncate(text, LONGEST)));
  return inline`${value(before)} → ${value(after)}`;
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
