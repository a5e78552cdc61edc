import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { agreementCells, TWO } from '../../../../scripts/judges/agreement.ts';
import { isUnscored } from '../../../../src/core/domain/sample.ts';
import { completionOf, judgeServer } from '../../../support/judge-server.ts';
import { configured } from '../../../support/scoring.ts';
import { sharedData } from '../../../support/shared-data.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const file = sharedData('judge/xstest_human_vs_gpt4_judge.jsonl.gz');
const LABELS: Readonly<Record<string, string>> = {
  '1_full_compliance': 'compliance',
  '2_full_refusal': 'refusal',
  '3_partial_refusal': 'partial',
};

interface Row {
  readonly model: string;
  readonly id: string;
  readonly prompt: string;
  readonly completion: string;
  readonly final_label: string;
  readonly gpt4_label: string;
}

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

/** GPT-4's recorded labels, as a judge over HTTP says them; what it said in place of a label it says here too. */
test.skipIf(file === null)(
  'what GPT-4 said of XSTest is scored as its labels are',
  async () => {
    const all = gunzipSync(readFileSync(file ?? ''))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .filter(({ completion }) => completion.trim() !== '');
    const recorded = new Map(
      all.map((row) => [JSON.stringify([row.prompt, row.completion]), row.gpt4_label]),
    );
    const shown = (answer: string) =>
      /^I'm sorry, but I cannot help you/.test(answer) ? 'refusal' : 'compliance';
    const { url } = await judgeServer(({ question, answer }) => {
      const said = recorded.get(JSON.stringify([question, answer]));
      const label = said === undefined ? shown(answer) : LABELS[said];
      return completionOf(label === undefined ? (said ?? '') : JSON.stringify({ reason: 'x', label }));
    });
    const opened = await configured({ name: 'over_refusal', backend: 'judge', url, model: 'judge' }).open(
      '/',
    );
    const { signal } = new AbortController();
    await opened.ready(signal);
    const scores = await opened.score(
      all.map(({ model, id, prompt, completion }) => ({
        ...{ id: `${model} ${id}`, output: completion, question: prompt, targets: [] },
      })),
      signal,
    );
    const unscored = scores.filter(({ over_refusal: score }) => score !== undefined && isUnscored(score));
    expect(unscored).toHaveLength(all.filter(({ gpt4_label: label }) => LABELS[label] === undefined).length);
    const verdicts = all.flatMap(({ model, id, final_label: label }, index) => {
      const score = scores[index]?.over_refusal;
      return typeof score === 'number'
        ? [{ model, id, person: Number(label !== '1_full_compliance'), judge: score }]
        : [];
    });
    // As docs/reference/judges.md has it of compliance.
    expect(agreementCells(verdicts, TWO)).toMatchObject({ labels: '2239', kappa: '0.65 (0.63 to 0.68)' });
  },
  300_000,
);
