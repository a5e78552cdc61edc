import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../src/core/domain/verdict.ts';
import { verdictLabel } from '../../src/report/headline.ts';
import { type JobReport, type JobsContext, renderJobs } from '../../src/report/jobs.ts';
import { COMMENT_BYTES } from '../../src/report/markdown.ts';

const CONTEXT: JobsContext = {
  ...{ expected: 1, current: true, running: null, attempt: 1 },
  runUrl: 'https://github.com/o/r/actions/runs/42',
};

const job = (overrides: Partial<JobReport> = {}): JobReport => {
  const { verdict = 'pass' } = overrides;
  return {
    ...{ label: 'size=7b', verdict, blocked: verdict !== 'pass', seconds: 60, attempt: 1 },
    text: `**${verdictLabel(verdict)}** what decided.\n\nstatus\n\ndetails ${'x'.repeat(500)}\n`,
    ...overrides,
  };
};

const firstLine = (jobs: readonly JobReport[], context: Partial<JobsContext> = {}) =>
  renderJobs(jobs, { ...CONTEXT, ...context }, COMMENT_BYTES).markdown.split('\n')[0];

describe('the first line', () => {
  test.each([
    [['pass', 'pass'], 2, /^\*\*PASS ✅\*\* <code>size&#61;7b<\/code>: what decided\.$/],
    [['pass', 'inconclusive', 'regression'], 3, /^\*\*REGRESSION ❌\*\* /],
    [['regression', 'invalid'], 2, /^\*\*INVALID ⛔\*\* /],
    [['pass', 'pass'], 3, /^\*\*EVALUATING ⏳\*\* 1 of 3 jobs has not reported\./],
    [['pass', 'regression'], 4, /^\*\*REGRESSION ❌\*\* /],
    [[], 4, /^\*\*EVALUATING ⏳\*\*/],
  ] as const)('of %j, %i expected', (verdicts, expected, line) => {
    expect(
      firstLine(
        verdicts.map((verdict) => job({ verdict })),
        { expected },
      ),
    ).toMatch(line);
  });

  test('says what may merge without a proof, and takes no label that does not fit the verdict', () => {
    const leant = job({
      verdict: 'inconclusive',
      blocked: false,
      text: '**PASS, NOT PROVEN ⚠️** what leans.\n\nstatus\n',
    });
    const { markdown } = renderJobs([job(), leant], { ...CONTEXT, expected: 2 }, COMMENT_BYTES);
    expect(markdown.split('\n')[0]).toBe('**PASS, NOT PROVEN ⚠️** <code>size&#61;7b</code>: what leans.');
    expect(markdown).toContain('not blocked, not proven');
    const forged = job({ verdict: 'inconclusive', text: '**PASS ✅** all is well.\n\nstatus\n' });
    expect(firstLine([job(), forged], { expected: 2 })).toBe('**INCONCLUSIVE ⚠️** <code>size&#61;7b</code>');
  });

  test('one job of one is shown as it is', () => {
    expect(renderJobs([job()], CONTEXT, COMMENT_BYTES).markdown).toBe(job().text);
  });
});

describe('the next step', () => {
  const reporting = (label: string, step: string, overrides: Partial<JobReport> = {}) => {
    const { verdict = 'pass' } = overrides;
    return job({
      ...{ label, ...overrides },
      text: `**${verdictLabel(verdict)}** what decided.\n\nstatus\n\n**Next:** ${step}\n\ndetails\n`,
    });
  };
  const [small, large] = [reporting('7b', 'merge.'), reporting('70b', 'merge.')];
  const worse = reporting('70b', 'train again.', { verdict: 'regression' });
  const commit = { sha: 'a'.repeat(40), newerHead: 'b'.repeat(40) };
  const shown = (jobs: readonly JobReport[], context: Partial<JobsContext> = {}) =>
    renderJobs(jobs, { ...CONTEXT, expected: 2, ...context }, COMMENT_BYTES)
      .markdown.replace(/<!--.*?-->/g, '')
      .match(/\*\*Next:\*\* .*/g);

  test.each<[string, readonly JobReport[], Partial<JobsContext>, readonly string[] | null]>([
    ['of jobs that pass is seen, and said once', [small, large], {}, ['merge.']],
    [
      'is that of the job that decides; another job has its own',
      [small, worse],
      {},
      ['train again.', 'merge.'],
    ],
    ['of one job of a matrix is said while others run where it blocks', [worse], {}, ['train again.']],
    ['waits while others may block', [small], {}, ['merge.']],
    ['of an earlier commit is that of its jobs', [small, large], { current: false }, ['merge.', 'merge.']],
    [
      'of a commit that is not the head any more is to wait',
      [small, large],
      { commit },
      ['wait for the verdict on the newer commit: this one says nothing of it.'],
    ],
    ['of a regression stays, whatever the head is', [small, worse], { commit }, ['train again.']],
  ])('%s', (_, jobs, context, steps) => {
    expect(shown(jobs, context)).toEqual(steps?.map((step) => `**Next:** ${step}`) ?? null);
  });

  test('stands before the table, and is above it alone while others run and nothing blocks', () => {
    const { markdown } = renderJobs([small, large], { ...CONTEXT, expected: 2 }, COMMENT_BYTES);
    expect(markdown.split('\n\n')[2]).toBe('**Next:** merge.');
    const waiting = renderJobs([small], { ...CONTEXT, expected: 2 }, COMMENT_BYTES).markdown;
    expect(waiting.indexOf('**Next:**')).toBeGreaterThan(waiting.indexOf('<details>'));
  });

  test('comes back whole from a comment that was written before', () => {
    const once = renderJobs([small, large], { ...CONTEXT, expected: 2 }, COMMENT_BYTES);
    const kept = [small, large].map((each, index) => {
      const { start, length } = once.places[index] ?? { start: 0, length: 0 };
      return { ...each, text: once.markdown.slice(start, start + length) };
    });
    const again = renderJobs(kept, { ...CONTEXT, expected: 2 }, COMMENT_BYTES);
    expect(again.markdown).toBe(once.markdown);
    expect(shown(kept, { current: false })).toEqual(['**Next:** merge.', '**Next:** merge.']);
  });

  test('says of which commit it is where there is a newer one', () => {
    const { markdown } = renderJobs([small, large], { ...CONTEXT, expected: 2, commit }, COMMENT_BYTES);
    expect(markdown.split('\n\n')[1]).toContain(
      'Judged at <code>aaaaaaa</code>; the head of the pull request is <code>bbbbbbb</code> by now',
    );
  });
});

describe('what does not fit', () => {
  test('the mildest is shortened first, and keeps its verdict', () => {
    const jobs = [job({ verdict: 'regression', label: 'a' }), job({ label: 'b' }), job({ label: 'c' })];
    const { markdown, places } = renderJobs(jobs, { ...CONTEXT, expected: 3 }, 1500);
    expect(markdown.match(/details x+/g)).toHaveLength(1);
    expect(markdown.slice(places[0]?.start).startsWith(job({ verdict: 'regression' }).text)).toBe(true);
    expect(markdown).toContain('Shortened to fit');
    for (const label of ['a', 'b', 'c']) expect(markdown).toContain(`| <code>${label}</code> |`);
  });

  const anyJob = fc.record({
    label: fc.string({ unit: 'binary', maxLength: 60 }),
    verdict: fc.constantFrom(...VERDICTS),
    blocked: fc.boolean(),
    seconds: fc.option(fc.nat(100_000)),
    attempt: fc.integer({ min: 1, max: 3 }),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.nat(30_000).map((size) => 'é\n\n'.repeat(size)),
    ),
  });

  test('whatever the jobs say, the whole keeps to its bytes and every text is where it is said to be', () => {
    fc.assert(
      fc.property(
        fc.array(anyJob, { maxLength: 40 }),
        fc.record({
          expected: fc.integer({ min: 2, max: 256 }),
          current: fc.boolean(),
          attempt: fc.integer({ min: 1, max: 3 }),
          running: fc.option(fc.record({ sha: fc.string(), tasks: fc.nat(50) })),
        }),
        fc.integer({ min: 5000, max: 60_000 }),
        (jobs, context, bytes) => {
          const { markdown, places } = renderJobs(jobs, { ...CONTEXT, ...context }, bytes);
          expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bytes);
          places.forEach(({ start, length }, index) => {
            const shown = markdown.slice(start, start + length);
            const text = jobs[index]?.text ?? '';
            if (length > 0 && !shown.includes('Shortened to fit')) expect(shown).toBe(text);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('256 jobs leave room for their marker', () => {
    const jobs = Array.from({ length: 256 }, (_, index) =>
      job({ label: `suite=${index}-${'&'.repeat(50)}`, verdict: index % 2 === 0 ? 'pass' : 'regression' }),
    );
    const { markdown } = renderJobs(jobs, { ...CONTEXT, expected: 256 }, 20_000);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(20_000);
    expect(markdown).toContain('231 more jobs, left out for length.');
    expect(markdown).toContain('Of 256 jobs: 128 regression, 128 pass.');
  });
});
