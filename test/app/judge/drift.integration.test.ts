import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, judgeResults } from '../../../src/app/judge.ts';
import { COMMENT_FILE, HTML_FILE, readVerdict, VERDICT_FILE } from '../../../src/app/verdict-file.ts';
import { readConfig } from '../../../src/config/load.ts';
import type { VerdictFile } from '../../../src/core/domain/decision.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { Side } from '../../../src/core/domain/run.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { plan, sample } from '../../support/stored-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const WORDS = 'river stone window lamp paper chair garden street'.split(' ');
const PROMPTS = 60;

/** Answers of so many words and up to four more. */
const answers = (length: number, seed: number): readonly string[] => {
  const random = mulberry32(seed);
  const word = () => String(WORDS[Math.floor(WORDS.length * random())]);
  return Array.from({ length: PROMPTS }, () =>
    Array.from({ length: length + Math.floor(5 * random()) }, word).join(' '),
  );
};

const DIRECTION: MetricDeclaration = {
  ...{ name: 'embedding_direction', direction: 'lower_is_better', kind: 'corpus', unit: 'number' },
  ...{ range: { min: 0, max: 1 }, scale: 'linear', weak: false, aggregate: 'mean_resultant_length' },
};

/** The run of a task that keeps its answers, and has a metric beside. */
function writeAnswers(out: string, side: Side, outputs: readonly (string | null)[]): void {
  const folder = join(out, side, 'facts');
  mkdirSync(folder, { recursive: true });
  const record = {
    ...plan({ side, planned: outputs.length, fingerprint: { dataset: 'd1', seed: 1, limit: null } }),
    ...{ schema_version: 1, status: { state: 'complete' } },
    ...{ started: '2026-01-01T00:00:00.000Z', finished: '2026-01-01T00:00:01.000Z' },
  };
  const metrics = [...record.metrics.slice(0, 1), DIRECTION];
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...record, metrics }));
  const lines = outputs.map((output, index) =>
    JSON.stringify(
      sample(index, {
        scores: { acc: 1, embedding_direction: { parts: [(output ?? '').length > 150 ? 1 : 0, 1] } },
        output: output ?? undefined,
      }),
    ),
  );
  writeFileSync(join(folder, 'samples.jsonl'), `${lines.join('\n')}\n`);
}

const config = (lines: string) => `version: 1
candidate: { url: "http://localhost:1/v1", model: tuned }
baseline: { url: "http://localhost:1/v1", model: base }
tasks: { facts: { runner: lm-eval, role: general } }
gates: [{ metric: facts/acc, max_drop: 10pp }]
${lines}`;

function folderOf(candidate: readonly (string | null)[], lines: string): string {
  const out = temporaryFolder({ 'weighbridge.yml': config(lines) });
  writeAnswers(out, 'baseline', answers(20, 1));
  writeAnswers(out, 'candidate', candidate);
  return out;
}

async function judged(candidate: readonly (string | null)[], lines = 'drift: [facts]') {
  const out = folderOf(candidate, lines);
  const verdict = await judge(await readConfig(join(out, 'weighbridge.yml'), {}), { out });
  const text = (name: string) => readFileSync(join(out, name), 'utf8');
  return { verdict, out, comment: text(COMMENT_FILE), page: text(HTML_FILE) };
}

const gated = (limit: string) =>
  config('').replace('max_drop: 10pp }]', `max_drop: 10pp }, { metric: facts/length, max_drift: ${limit} }]`);
const many = (length: number, seed: number) => [...answers(length, seed), ...answers(length, seed + 10)];

/** Without what names the folder of a test. */
const withoutDrift = ({ drift: _, provenance: __, policy: ___, ...rest }: VerdictFile) => rest;

describe('drift of answers in a verdict', () => {
  test('is told, drawn, and decides nothing', async () => {
    const { verdict, out, comment, page } = await judged(answers(32, 2));
    const length = verdict.drift?.[0]?.features.find(({ feature }) => feature === 'length');
    expect(length).toMatchObject({ status: 'moved', prompts: PROMPTS });
    const meaning = verdict.drift?.[0]?.features.find(({ feature }) => feature === 'meaning');
    expect(meaning).toMatchObject({ status: 'moved', prompts: PROMPTS });
    expect(comment).toMatch(
      /\*\*Response drift\*\* of <code>facts<.code> \(decides nothing\): answers are 5\d % longer: \d+ → \d+ words/,
    );
    expect(comment).toContain('Its answers have another length.');
    expect(page).toContain('how answers changed');
    expect(page).toContain('proven, and it matters');
    expect(await readVerdict(join(out, VERDICT_FILE))).toEqual(verdict);

    const untold = await judged(answers(32, 2), '');
    expect(untold.verdict.drift).toBeUndefined();
    expect(withoutDrift(verdict)).toEqual(withoutDrift(untold.verdict));
  });

  test('decides where a gate asks for it, told beside it and in the table', async () => {
    const judgedBy = async (limit: string) => {
      const out = temporaryFolder({ 'weighbridge.yml': gated(limit) });
      writeAnswers(out, 'baseline', many(20, 1));
      writeAnswers(out, 'candidate', many(32, 2));
      const verdict = await judge(await readConfig(join(out, 'weighbridge.yml'), {}), { out });
      return { verdict, comment: readFileSync(join(out, COMMENT_FILE), 'utf8') };
    };
    const strict = await judgedBy('10%rel');
    expect(strict.verdict).toMatchObject({ verdict: 'regression', blocked: true });
    expect(strict.comment).toMatch(
      /answers drifted in <code>facts&#47;length<\/code> by 1\d\.\d+ words from \d+\.\d+ \(90 % interval/,
    );
    expect(strict.comment).toMatch(/decides nothing but the gate on length/);
    const loose = await judgedBy('80%rel');
    expect(loose.verdict).toMatchObject({ verdict: 'pass', blocked: false });
    expect(loose.verdict.policy.limits['facts/length:max_drift']).toMatchObject({ value: '80%rel' });
  });

  test.each(['fork', 'tip'])('decides where only the base branch asks for it, at its %s', async (where) => {
    const out = temporaryFolder({ 'weighbridge.yml': config('') });
    writeAnswers(out, 'baseline', many(20, 1));
    writeAnswers(out, 'candidate', many(32, 2));
    const at = (own: string) => ({
      revision: (own === 'fork' ? 'f' : 'e').repeat(40),
      config: own === where ? gated('10%rel') : config(''),
    });
    const base = { ...at('fork'), tip: at('tip') };
    const verdict = await judge(await readConfig(join(out, 'weighbridge.yml'), {}), {
      ...{ out, policies: { base, waivers: [], today: '2026-01-01', untrusted: null } },
    });
    expect(verdict).toMatchObject({ verdict: 'regression', blocked: true });
  });

  test('of answers that say the like there is no line, and the page does not call it "no drift"', async () => {
    const { comment, page } = await judged(answers(20, 3));
    expect(comment).not.toContain('Response drift');
    expect(page).toContain('that is no proof that there is none');
  });

  test('of answers that were not kept it says so', async () => {
    const kept = answers(20, 3);
    const { verdict, comment, page } = await judged(kept.map((text, index) => (index < 5 ? null : text)));
    expect(verdict.drift?.[0]).toMatchObject({ planned: PROMPTS, answered: 55, features: [] });
    for (const text of [comment, page])
      expect(text).toContain('55 of 60 prompts have a written answer of both sides that was kept');
  });

  test('shows no word of an answer where no sample is to be shown', async () => {
    const other = answers(20, 2).map((text) => text.replaceAll('river', 'brook'));
    const shown = await judged(other);
    expect(shown.comment).toContain('more of <code>brook</code>, less of <code>river</code>.');
    const hidden = await judged(other, 'drift: [facts]\ninclude_samples: none');
    expect(hidden.comment).toContain('other words are used');
    expect(JSON.stringify(hidden.verdict)).not.toContain('brook');
  });

  test('of existing results too', async () => {
    const out = folderOf(answers(32, 2), 'drift: [facts]');
    const verdict = await judgeResults({
      ...{ configPath: join(out, 'weighbridge.yml'), overrides: {}, out: temporaryFolder() },
      folders: { baseline: join(out, 'baseline'), candidate: join(out, 'candidate') },
    });
    expect(verdict.drift?.[0]?.features[0]).toMatchObject({ feature: 'length', status: 'moved' });
  });
});
