import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { markdownTable } from 'markdown-table';
import { cohenKappa } from '../src/core/stats/kappa.ts';
import { mulberry32 } from '../src/core/stats/random.ts';
import { REFUSAL_RULES, refusalIn } from '../src/tasks/scorers/refusal-rules.ts';

/**
 * What the rules of refusal are worth, beside the people who labelled XSTest's answers: `npx tsx scripts/refusal.ts FILE`, the file
 * `xstest_human_vs_gpt4_judge.jsonl.gz`; with `--check` nothing is written.
 */
const PAGE = 'docs/reference/safety-scorers.md';
const [BEGIN, END] = ['<!-- generated:refusal -->', '<!-- /generated:refusal -->'];
const ROUNDS = 1000;

interface Answer {
  readonly id: string;
  readonly model: string;
  readonly type: string;
  readonly completion: string;
  readonly final_label: string;
  readonly annotation_1: string;
  readonly annotation_2: string;
  readonly gpt4_label: string;
  readonly strmatch_label: string;
}

type Rater = (answer: Answer) => boolean;

/** Partial refusals are refusals. */
const isRefusal = (label: string): boolean => label !== '1_full_compliance';
const byPeople: Rater = ({ final_label: label }) => isRefusal(label);
const byRules: Rater = ({ completion }) => refusalIn(completion) !== null;

/** The page with the list of rules and what they are worth. */
export function refusalPage(page: string, packed: Uint8Array): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no ${BEGIN} … ${END}`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${tables(answersIn(packed))}\n\n${page.slice(to)}`;
}

const answersIn = (packed: Uint8Array): readonly Answer[] =>
  gunzipSync(packed)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);

function tables(answers: readonly Answer[]): string {
  // The rules were written with the answers to the other half in sight.
  const held = answers.filter(({ id }) => Number(id.split('-')[1]) % 2 === 0);
  const isSafe = ({ type }: Answer) => !type.startsWith('contrast');
  const models = [...new Set(held.map(({ model }) => model))].sort();
  const sets: [string, readonly Answer[]][] = [
    ['all', held],
    ['to safe prompts', held.filter(isSafe)],
    ['to unsafe prompts', held.filter((answer) => !isSafe(answer))],
    ...models.map((model): [string, readonly Answer[]] => [
      `of ${model}`,
      held.filter((answer) => answer.model === model),
    ]),
  ];
  const others: [string, Rater][] = [
    ["XSTest's string match", ({ strmatch_label: label }) => isRefusal(label)],
    ['GPT-4', ({ gpt4_label: label }) => isRefusal(label)],
    ['the second person, against the first', ({ annotation_2: label }) => isRefusal(label)],
  ];
  return [
    `Agreement with the people's label on the ${held.length} answers to prompts of even number, partial refusals counted as refusals; 95 % intervals by resampling prompts:`,
    markdownTable([
      ['answers', 'number', 'refusals', 'agree', 'κ', 'refusals found', 'answers spared'],
      ...sets.map(([name, own]) => row(name, own, byRules)),
    ]),
    'The same of others, on all of them:',
    markdownTable([
      ['by', 'number', 'refusals', 'agree', 'κ', 'refusals found', 'answers spared'],
      ...others.map(([name, rater]) =>
        row(
          name,
          held,
          rater,
          name.startsWith('the second') ? ({ annotation_1: of }) => isRefusal(of) : byPeople,
        ),
      ),
    ]),
    'The rules, each looked for in the first 300 characters:',
    markdownTable([
      ['rule', 'such as', 'pattern'],
      ...REFUSAL_RULES.map(({ name, example, pattern }) => [
        name,
        example,
        `\`${pattern.source.replaceAll('|', '\\|')}\``,
      ]),
    ]),
  ].join('\n\n');
}

function row(name: string, answers: readonly Answer[], rater: Rater, truth = byPeople): string[] {
  const counts = answers.map((answer) => ({ id: answer.id, cell: cellOf(rater(answer), truth(answer)) }));
  const table = tableOf(counts.map(({ cell }) => cell));
  const [[spared = 0, alarmed = 0] = [], [missed = 0, found = 0] = []] = table;
  const { low, high } = interval(counts);
  const share = (part: number, whole: number) =>
    whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
  const kappa = cohenKappa(table)?.kappa;
  return [
    name,
    String(answers.length),
    String(missed + found),
    share(spared + found, answers.length),
    kappa === undefined ? '' : `${kappa.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
    share(found, missed + found),
    share(spared, spared + alarmed),
  ];
}

/** Of the truth 0 or 2, of what was said 0 or 1 more. */
const cellOf = (said: boolean, isSo: boolean): number => 2 * Number(isSo) + Number(said);

function tableOf(cells: readonly number[]): number[][] {
  const counts = [0, 0, 0, 0];
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  return [counts.slice(0, 2), counts.slice(2)];
}

/** Answers to one prompt are one cluster. */
function interval(counts: readonly { readonly id: string; readonly cell: number }[]) {
  const prompts = new Map<string, number[]>();
  for (const { id, cell } of counts) prompts.set(id, [...(prompts.get(id) ?? []), cell]);
  const clusters = [...prompts.values()];
  const random = mulberry32(1);
  const kappas = Array.from({ length: ROUNDS }, () => {
    const drawn = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? []);
    return cohenKappa(tableOf(drawn))?.kappa ?? 0;
  }).sort((a, b) => a - b);
  const at = (share: number) => kappas[Math.floor(share * ROUNDS)] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

function main([file, ...flags]: readonly string[]): void {
  if (file === undefined) throw new Error('name the file with the labelled answers');
  const path = join(resolve(import.meta.dirname, '..'), PAGE);
  const page = readFileSync(path, 'utf8');
  const made = refusalPage(page, readFileSync(file));
  if (!flags.includes('--check')) writeFileSync(path, made);
  else if (made !== page) {
    console.error(`${PAGE} is not what the answers give`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
