import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addRun } from '../../src/cli/run.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { command } from '../red-team/attempt.ts';
import { type Imitation, openAiServer } from '../support/openai-server.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

/** Two models that answer nearly alike: the tuned one has read a little more. */
const BASE = 'the cat sat on the mat. the dog ate the cat food. a man and a hat. ';
const TUNED = `${BASE}a hat and a mat. `;
export const SAMPLES = 40;

const WORDS = ['cat', 'mat', 'man', 'hat', 'dog', 'food'];
const word = (index: number) => WORDS[index % WORDS.length] ?? '';
const rows = Array.from({ length: SAMPLES }, (_, index) => ({
  id: `q${index}`,
  question: `the ${word(index)}${index}`,
  choices: [` ${word(index + 1)}`, ' dag', ` ${word(index + 2)} and`],
  answer: index % 5 === 0 ? 2 : 0,
}));

interface Run {
  readonly base?: Imitation;
  readonly tuned?: Imitation;
  readonly engine?: string;
  readonly task?: string;
  readonly more?: string;
}

export const CHOICE =
  'type: multiple_choice, dataset: rows.jsonl, doc_to_text: question, doc_to_choice: choices, doc_to_target: answer, target_delimiter: ""';
export const WRITE =
  'type: generate, dataset: rows.jsonl, doc_to_text: question, doc_to_target: question, scorers: [{ name: regex, pattern: "a" }], generation_kwargs: { max_gen_toks: 8, until: ["."] }';

export async function project({ base = {}, tuned = {}, engine = '', task = CHOICE, more = '' }: Run = {}) {
  const [left, right] = [
    await openAiServer({ corpus: BASE, ...base }),
    await openAiServer({ corpus: TUNED, ...tuned }),
  ];
  const folder = temporaryFolder({
    'w.yml': `version: 1
candidate: { url: "${right.url}", model: tiny }
baseline: { url: "${left.url}", model: tiny }
engine: { type: openai, ${engine.includes('attempts') ? '' : 'attempts: 1, '}timeout_seconds: 10${engine} }
tasks: { facts: { role: general, ${task} } }
gates: [{ metric: facts, max_drop: 60pp }]
policy: { evaluation: full }
${more}`,
    'rows.jsonl': jsonl(...rows),
  });
  const out = join(folder, 'out');
  const run = async () => {
    const { exitCode, text } = await command(addRun, [
      'run',
      '--config',
      join(folder, 'w.yml'),
      '--out',
      out,
    ]);
    const verdict = verdictOf(out);
    return { exitCode, text, verdict };
  };
  return { run, out, left, right, folder };
}

function verdictOf(out: string): VerdictFile | null {
  try {
    return JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')) as VerdictFile;
  } catch {
    return null;
  }
}
