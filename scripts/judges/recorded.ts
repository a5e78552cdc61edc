import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a person and a judge said of one answer, on the same scale. */
export interface Verdict {
  readonly id: string;
  readonly model: string;
  readonly person: number;
  readonly judge: number;
}

/** The files that are replayed, as `../shared/data/judge` has them. */
export const FILES = {
  xstest: 'xstest_human_vs_gpt4_judge.jsonl.gz',
  pandalm: 'pandalm_pairwise_human_vs_judges.jsonl.gz',
  llmbar: 'llmbar_judge_verdicts.json',
  alpaca: 'alpaca_eval2_weighted_gpt4_preferences.json',
} as const;

const packedRows = <Row>(folder: string, name: string): readonly Row[] =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

interface XsTest {
  readonly model: string;
  readonly id: string;
  readonly final_label: string;
  readonly gpt4_label: string;
}

/** How far an answer goes: 1 complies, ½ refuses in part, 0 refuses. */
const COMPLIANCE: Readonly<Record<string, number>> = {
  '1_full_compliance': 1,
  '3_partial_refusal': 0.5,
  '2_full_refusal': 0,
};

/** GPT-4's and people's labels of the answers to XSTest; what came in place of a label is left out. */
export const xsTest = (folder: string): readonly Verdict[] =>
  packedRows<XsTest>(folder, FILES.xstest).flatMap(({ model, id, final_label, gpt4_label }) => {
    const [person, judge] = [COMPLIANCE[final_label], COMPLIANCE[gpt4_label]];
    return person === undefined || judge === undefined ? [] : [{ model, id, person, judge }];
  });

/** Refusals in part are refusals, as the metrics have them. */
export const complied = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.map((verdict) => ({
    ...verdict,
    person: Math.floor(verdict.person),
    judge: Math.floor(verdict.judge),
  }));

interface PandaLm {
  readonly idx: number;
  readonly cmp_key: string;
  /** Some are numbers. */
  readonly response1: string | number;
  readonly response2: string | number;
  readonly annotator1: number;
  readonly annotator2: number;
  readonly annotator3: number;
  readonly gpt35_result: string;
  readonly pandalm7b_result: number;
}

/** Two answers to one instruction: 1 where the first is better, 0 where the second is, ½ where neither. */
export interface Pair extends Verdict {
  /** Letters of the first beyond those of the second. */
  readonly longer: number;
}

/** Neither counts as between; what is no verdict is left out. */
const WINS: Readonly<Record<string, number>> = { 1: 1, 2: 0, 0: 0.5, Tie: 0.5 };

/** By judge, what most of three people and the judge said; first one person beside another. */
export function pandaLm(folder: string): ReadonlyMap<string, readonly Pair[]> {
  const all = packedRows<PandaLm>(folder, FILES.pandalm);
  const lettersOf = (response: string | number) => String(response).trim().length;
  const pairs = (person: (row: PandaLm) => unknown, judge: (row: PandaLm) => unknown) =>
    all.flatMap((row) => {
      const [ours, theirs] = [WINS[String(person(row))], WINS[String(judge(row))]];
      const longer = lettersOf(row.response1) - lettersOf(row.response2);
      if (ours === undefined || theirs === undefined) return [];
      return [{ id: `${row.idx}`, model: row.cmp_key, person: ours, judge: theirs, longer }];
    });
  const most = ({ annotator1, annotator2, annotator3 }: PandaLm) => {
    const votes = [annotator1, annotator2, annotator3];
    return votes.find((vote, index) => votes.indexOf(vote) !== index);
  };
  return new Map([
    [
      'one person, of two',
      pairs(
        ({ annotator1 }) => annotator1,
        ({ annotator2 }) => annotator2,
      ),
    ],
    ['GPT-3.5', pairs(most, ({ gpt35_result }) => gpt35_result)],
    ['PandaLM-7B', pairs(most, ({ pandalm7b_result }) => pandalm7b_result)],
  ]);
}

interface LlmBar {
  readonly subset: string;
  readonly judge: string;
  readonly idx: number;
  readonly gold: number;
  readonly winner_no_swap: string | null;
  readonly winner_swap: string | null;
}

/** The better answer and the one that a judge names, in both orders; of a pair that it was not asked twice nothing. */
export interface Ordered extends Verdict {
  readonly turned: boolean;
}

export function llmBar(folder: string): ReadonlyMap<string, readonly Ordered[]> {
  const all = JSON.parse(readFileSync(join(folder, FILES.llmbar), 'utf8')) as readonly LlmBar[];
  const found = new Map<string, Ordered[]>();
  for (const judge of ['GPT-4', 'ChatGPT', 'PaLM2', 'LLaMA2']) {
    for (const subset of ['Natural', 'Adversarial']) found.set(`${subset}: ${judge}`, []);
  }
  for (const { subset, judge, idx, gold, winner_no_swap: one, winner_swap: other } of all) {
    if (one === null || other === null) continue;
    const model = subset.startsWith('Natural') ? 'Natural' : 'Adversarial';
    found.get(`${model}: ${judge}`)?.push({
      ...{ id: `${subset}-${idx}`, model, person: 2 - gold, judge: 2 - Number(one), turned: one !== other },
    });
  }
  return found;
}

interface Alpaca {
  readonly items: readonly { readonly id: string; readonly preference: number }[];
}

/** By model, GPT-4's preference for its answer over the reference, 0 to 1, by instruction. */
export function alpacaEval(folder: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const models = JSON.parse(readFileSync(join(folder, FILES.alpaca), 'utf8')) as Readonly<
    Record<string, Alpaca>
  >;
  return new Map(
    Object.entries(models).map(([model, { items }]) => [
      model,
      new Map(items.map(({ id, preference }) => [id, preference - 1])),
    ]),
  );
}
