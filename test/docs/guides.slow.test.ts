import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { lmEvalEnvironment } from '../../scripts/lm-eval-environment.ts';
import { project } from '../e2e/lm-eval-project.ts';
import { checkpoint, ROOT, temporaryFolder, weighbridge } from '../e2e/support.ts';
import { completionOf, grades, judgeServer } from '../support/judge-server.ts';

/** The guides' own commands, one after the other, in a folder that has what each takes for given. */

const guide = (name: string): string => readFileSync(join(ROOT, 'docs/how-to', `${name}.md`), 'utf8');

/** Blocks of a page, also those within a step of a list. */
const blocks = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^( *)\`\`\`${language}\n(.*?)^\\1\`\`\`$`, 'gms'))].map(
    ([, indent, text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

interface Fact {
  readonly question: string;
  readonly choices: readonly string[];
  readonly answer: number;
}
const FACTS = readFileSync(join(ROOT, 'fixtures/suite/facts.jsonl'), 'utf8').trim().split('\n').slice(0, 80);
const TICKETS = readFileSync(join(ROOT, 'fixtures/suite/tickets.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 40)
  .map((line): { readonly ticket: string } => JSON.parse(line));
const LETTERS = ['A', 'B', 'C', 'D'];
const asRow = ({ question, choices, answer }: Fact) => [question, ...choices, LETTERS[answer]].join(',');
const CONFIG = {
  version: 1,
  candidate: 'checkpoints/candidate.gguf',
  baseline: 'checkpoints/base.gguf',
  store: '.weighbridge/store',
  record: { history: 'history.jsonl' },
  tasks: {
    facts: {
      ...{ role: 'general', type: 'multiple_choice', dataset: 'evals/facts.jsonl' },
      doc_to_text: 'Question: {{question}}\nAnswer:',
    },
  },
  gates: [{ metric: 'facts/acc', max_drop: '20pp' }],
};
const scores = (wrong: number) =>
  ['task,id,metric,filter,score']
    .concat(Array.from({ length: 400 }, (_, i) => `mmlu,q${i},acc,,${i < wrong ? 0 : 1}`))
    .concat(
      Array.from({ length: 400 }, (_, i) => `gsm8k,q${i},exact_match,strict-match,${i < wrong ? 0 : 1}`),
    )
    .join('\n');
const table = (wrong: number) =>
  ['task,id,metric,score']
    .concat(Array.from({ length: 300 }, (_, i) => `tickets,ticket-${i},exact_match,${i < wrong ? 0 : 1}`))
    .join('\n');

/** What promptfoo writes of tests of which some fail. */
const promptfoo = (wrong: number) =>
  JSON.stringify({
    evalId: 'e',
    results: {
      ...{ version: 3, timestamp: '2026-11-21T02:16:37.700Z' },
      results: Array.from({ length: 300 }, (_, i) => ({
        ...{ provider: { id: 'openai:m' }, prompt: { raw: `q${i}` }, vars: { q: `q${i}` }, testIdx: i },
        testCase: { vars: { q: `q${i}` }, assert: [{ type: 'equals' }] },
        ...{ success: i >= wrong, failureReason: Number(i < wrong), score: Number(i >= wrong) },
      })),
      stats: { successes: 300 - wrong, failures: wrong, errors: 0 },
    },
  });

interface Guide {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  /** What stands before the page begins. */
  readonly before?: string;
  /** What only another machine or service could run. */
  readonly without?: RegExp;
  readonly adapt?: (script: string) => string;
  readonly says: readonly (string | RegExp)[];
}

const GUIDES: readonly Guide[] = [
  {
    name: 'own-data',
    before:
      'rm weighbridge.yml; mkdir out models; cp checkpoints/candidate.gguf out/step-2000.gguf; cp checkpoints/base.gguf models/',
    files: {
      'evals/own.csv': ['question,A,B,C,D,letter', ...FACTS.map((line) => asRow(JSON.parse(line)))].join(
        '\n',
      ),
      'evals/tickets.jsonl': Array.from({ length: 40 }, (_, i) =>
        JSON.stringify({ prompt: `Ticket: printer ${i}\nRoute:`, reference: 'hardware' }),
      ).join('\n'),
    },
    // Takes three checkpoints of one recipe.
    without: /--folds/,
    says: [
      'columns of choices',
      'says what it comes to',
      /own\/acc:max_drop/,
      'own, sample',
      /This blocks the merge|does not block/,
    ],
  },
  {
    name: 'existing-results',
    files: {
      'base.csv': table(6),
      'tuned.csv': table(6),
      'out/base/scores.csv': scores(20),
      'out/tuned/scores.csv': scores(20),
    },
    before: 'rm weighbridge.yml',
    // Of a table its file is named, of a harness the folder.
    adapt: (script) => script.replaceAll(/out\/(?:base|tuned)/g, '$&/scores.csv'),
    says: ['mmlu/acc', 'gsm8k/exact_match', 'tickets/exact_match', /does not block/],
  },
  {
    name: 'from-promptfoo',
    files: {
      'written/base.json': promptfoo(6),
      'written/tuned.json': promptfoo(5),
      'promptfooconfig.yaml': stringify({
        ...{ prompts: ['What is {{n}} + {{n}}?'], providers: ['openai:m'] },
        tests: [{ vars: { n: '2' }, assert: [{ type: 'contains', value: '4' }] }],
      }),
    },
    // Ends as promptfoo does where a test failed: the step has to go on.
    before:
      'set -e; rm weighbridge.yml; promptfoo() { [ "$1 $4" = "eval -o" ] && cp "written/$5" "$5"; return 100; }',
    adapt: (script) => `${script}\nweighbridge cases import promptfooconfig.yaml`,
    says: ['promptfoo/pass', /does not block/, '1 case in evals/cases.yml'],
  },
  {
    name: 'shards',
    adapt: (script) =>
      script.replace(/(?:^weighbridge evaluate.*\n)+/m, (all) =>
        [1, 2, 3, 4].map((i) => all.replaceAll('1/4', `${i}/4`).replaceAll('parts/1', `parts/${i}`)).join(''),
      ),
    says: [/^(?:Pass|Inconclusive).*facts\/acc/m],
  },
  { name: 'keep-baselines', before: 'weighbridge run', without: /s3:/, says: ['sha256:'] },
  {
    name: 'contamination',
    // As the run asked them.
    files: {
      'train.jsonl': FACTS.slice(0, 5)
        .map((line) => JSON.stringify({ text: `Question: ${(JSON.parse(line) as Fact).question}\nAnswer:` }))
        .join('\n'),
    },
    says: ['train.jsonl:1', /facts/],
  },
  {
    name: 'follow-the-history',
    before: 'for i in 1 2 3; do weighbridge run --full; done; cp weighbridge.yml stricter.yml',
    without: /track mlflow/,
    says: [/facts\/acc +3 /, 'max_drop', 'history.html'],
  },
];

test.each(GUIDES)(
  'the commands of $name run as they are',
  ({ name, files = {}, before = '', ...guideOf }) => {
    const { without, adapt = (script: string) => script, says } = guideOf;
    const page = guide(name);
    using folder = temporaryFolder({
      'weighbridge.yml': stringify(CONFIG),
      'evals/facts.jsonl': FACTS.join('\n'),
      ...files,
    });
    writeFileSync(join(folder.path, 'more.jsonl.gz'), gzipSync('{"text": "nothing of it"}\n'));
    const commands = blocks(page, 'sh')
      .join('')
      .split('\n')
      .filter((line) => without?.test(line) !== true)
      .join('\n');
    // A guide that shows a whole config runs by it.
    const [config] = blocks(page, 'yaml').filter((text) => text.startsWith('version: 1\n'));
    if (config !== undefined) writeFileSync(join(folder.path, 'page.yml'), config);
    const script = [
      // 1 and 2 are verdicts, and so is a 3 of which nothing is wrong with the command.
      `weighbridge() { node '${ROOT}/dist/cli.js' "$@"; local code=$?; [ $code -le 2 ] || { echo "$* ended with $code" >&2; exit 70; }; }`,
      'mkdir checkpoints',
      `cp '${checkpoint('base')}' checkpoints/base.gguf`,
      `cp '${checkpoint('candidate-good')}' checkpoints/candidate.gguf`,
      before,
      '[ -f page.yml ] && mv page.yml weighbridge.yml',
      adapt(commands),
    ].join('\n');
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(status, `${stdout}\n${stderr}`).toBeLessThan(3);
    for (const words of says) expect(`${stdout}\n${stderr}`).toMatch(words);
  },
);

test('the commands of from-an-lm-eval-script run as they are, of tasks that are at hand', () => {
  using folder = project(['base', 'candidate-good']);
  const [ask = '', judge = ''] = blocks(guide('from-an-lm-eval-script'), 'sh');
  const here = (script: string) =>
    script
      .replaceAll('--tasks mmlu', '--tasks weighbridge_facts')
      .replaceAll('mmlu/acc=2pp', 'weighbridge_facts/acc=20pp');
  expect(here(ask)).not.toBe(ask);
  expect(here(judge)).not.toBe(judge);
  const script = [
    'set -e; mkdir models; mv base models/base; mv candidate-good models/tuned',
    // What the machine has, and nothing of the page's own flags.
    `lm_eval() { '${lmEvalEnvironment()}' "$@" --include_path tasks --device cpu --batch_size 16; }`,
    `weighbridge() { node '${ROOT}/dist/cli.js' "$@"; }`,
    here(ask),
    here(judge),
  ].join('\n');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    ...{ cwd: folder.path, encoding: 'utf8' },
    env: { ...process.env, HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1', OMP_NUM_THREADS: '1' },
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  expect(stdout).toMatch(/weighbridge_facts\/acc/);
}, 900_000);

test('the first config of the guide to judges is judged by the server that it names', async () => {
  const page = guide('judge');
  const [config = ''] = blocks(page, 'yaml');
  const [label = ''] = blocks(page, 'json');
  // Replies are kept in the machine's cache: other questions than any that were asked before.
  const now = Date.now();
  const judge = await judgeServer(({ question }) =>
    completionOf(grades({ solves: question.length % 2 === 0 ? 2 : 4, tone: 4 })),
  );
  using folder = temporaryFolder({
    'weighbridge.yml': stringify({
      ...{ version: 1, candidate: checkpoint('candidate-good'), baseline: checkpoint('base') },
      ...parse(config.replace('https://api.example.com/v1', judge.url)),
      policy: { evaluation: 'full' },
    }),
    'evals/tickets.jsonl': TICKETS.map(({ ticket }, i) =>
      JSON.stringify({ id: `t-${i}`, question: `Ticket of ${now}: ${ticket}\nRoute:` }),
    ).join('\n'),
    'evals/judge-labels.jsonl': label,
  });
  const run = (command: string) =>
    weighbridge([command], {
      cwd: folder.path,
      env: { JUDGE_KEY: 'of-this-test' },
    });
  const checked = await run('check');
  expect(checked.exitCode, checked.stdout + checked.stderr).toBe(0);
  expect(checked.stdout).toMatch(/judge/);
  expect(judge.graded()).toHaveLength(0);
  const { exitCode, stdout, stderr } = await run('run');
  // No answer was graded by people, so that nothing could pass, as the page says.
  expect(exitCode, `${stdout}\n${stderr}`).toBe(3);
  expect(stdout).toMatch(/tickets\/judge did not count: nobody knows whether the judge agrees with people/);
  expect(new Set(judge.graded().map(({ authorization }) => authorization))).toEqual(
    new Set(['Bearer of-this-test']),
  );
}, 600_000);
