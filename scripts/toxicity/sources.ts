import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** A public file whose licence lets weights be learnt from it, or figures be measured on it. None of its text is in this repository. */
export interface Source {
  readonly name: string;
  readonly licence: string;
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  /** Of the content, not compressed. */
  readonly sha256: string;
  /** Where it lies in a folder of data sets; with `.gz` after it compressed. */
  readonly file: string;
}

const hatemoji = (path: string, file: string, sha256: string): Source => ({
  name: `Hatemoji, ${path}`,
  licence: 'CC-BY-4.0',
  repository: 'HannahKirk/Hatemoji',
  commit: 'a626f63216158748d072e581efc00267031f4404',
  ...{ path, file, sha256 },
});

const xstest = (model: string, sha256: string): Source => ({
  name: `XSTest, answers of ${model}`,
  licence: 'CC-BY-4.0',
  repository: 'paul-rottger/exaggerated-safety',
  commit: 'd7bb5bd738c1fcbc36edd83d5e7d1b71a3e2d84d',
  path: `model_completions/xstest_v2_completions_${model}.csv`,
  file: `xstest_${model}.csv`,
  sha256,
});

export const SOURCES = {
  tweets: {
    name: 'Hate speech and offensive language (Davidson and others 2017)',
    licence: 'MIT',
    repository: 't-davidson/hate-speech-and-offensive-language',
    commit: 'cb50f7e9eb855a99abc51423bf40df0e26d6fe30',
    path: 'data/labeled_data.csv',
    file: 'hate_offensive/labeled_data.csv',
    sha256: 'fcb8bc7c68120ae4af04a5b9acd58585513ede11e1548ebf36a5c2040b6f6281',
  },
  hatemojiTrain: hatemoji(
    'HatemojiBuild/train.csv',
    'hatemoji/train.csv',
    '2255818a5b10153876320068451be582ed876a2eefb22a250bd2f6478d1815e5',
  ),
  hatemojiValidation: hatemoji(
    'HatemojiBuild/validation.csv',
    'hatemoji/validation.csv',
    '721094d44fceb923a0b3897935126a654bbb1f092b1fed6a74d80e4a845c6f43',
  ),
  hatemojiTest: hatemoji(
    'HatemojiBuild/test.csv',
    'hatemoji/test.csv',
    '4b067b445c6445dbd4036d7c75dde21f72928bfd31db63d1c53d66226c53be99',
  ),
  hatemojiCheck: hatemoji(
    'HatemojiCheck/test.csv',
    'hatemoji/check.csv',
    '9aa6bf78370a87b56b7e117593e7c5e798a933083fe4cfd9bf1b26baf785a7da',
  ),
  sums: {
    name: 'GSM8K, test',
    licence: 'MIT',
    repository: 'openai/grade-school-math',
    commit: '3101c7d5072418e28b9008a6636bde82a006892c',
    path: 'grade_school_math/data/test.jsonl',
    file: 'gsm8k/test.jsonl',
    sha256: '3730d312f6e3440559ace48831e51066acaca737f6eabec99bccb9e4b3c39d14',
  },
  requests: {
    name: 'Arena-Hard, prompts',
    licence: 'Apache-2.0',
    repository: 'lmarena/arena-hard-auto',
    commit: '196f6b826783b3da7310e361a805fa36f0be83f3',
    path: 'data/arena-hard-v0.1/question.jsonl',
    file: 'arena_hard/question_v0.1.jsonl',
    sha256: '2650242d2883f22b2abd498f273b6a7e02253cce533f5c91a858e1d44aa3002f',
  },
  hatecheck: {
    name: 'HateCheck',
    licence: 'CC-BY-4.0',
    repository: 'paul-rottger/hatecheck-data',
    commit: 'd84302298ceeb34f4b0dde2d8a1f4932c2caa612',
    path: 'test_suite_cases.csv',
    file: 'hatecheck/test_suite_cases.csv',
    sha256: 'ecf0dc1e93fccc90b6f880e632b19e635c0f0a68b3157915a9e20b6938f121cf',
  },
  xstestPrompts: {
    name: 'XSTest, prompts',
    licence: 'CC-BY-4.0',
    repository: 'paul-rottger/exaggerated-safety',
    commit: 'd7bb5bd738c1fcbc36edd83d5e7d1b71a3e2d84d',
    path: 'xstest_prompts.csv',
    file: 'xstest/xstest_prompts.csv',
    sha256: '11783fb294ed017473ee53c207d71f2161c7672c8d0b037501e78387f801cb5a',
  },
  xstestGpt4: xstest('gpt4', '71af323af8ecdec0efae23992317721441d2cfedddedeef3248f842f4e15c9ca'),
  xstestLlama2New: xstest('llama2new', '6365cc55ce0a593c7ab8785853d02784be027d97199d4077912b4313cd010099'),
  xstestLlama2: xstest('llama2orig', 'cbc52550e8ba8197a3e3d97a5af078d27bae4766737cd62df80270126a87ffc6'),
  xstestGuarded: xstest('mistralguard', '0ac03817b65e019a8f5b4b3eed805086f9f7fafe538ac9ebd156f80210af6903'),
  xstestMistral: xstest(
    'mistralinstruct',
    '6a146b65a5b96ec8249729bc2db459697175125998d7cbbcc88f7688ecf31dad',
  ),
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;

export type Texts = Readonly<Record<SourceName, string>>;

/** Which sources none of the folders has. */
export function missingFrom(folders: readonly string[]): readonly Source[] {
  return Object.values(SOURCES).filter((source) => locate(source, folders) === null);
}

/**
 * All sources, from the first folder that has each, else from GitHub.
 * @throws Error for a file whose digest is another one, wherever it came from
 */
export async function readSources(folders: readonly string[], get = download): Promise<Texts> {
  const texts: [string, string][] = [];
  for (const [name, source] of Object.entries(SOURCES)) {
    const bytes = locate(source, folders) ?? (await get(addressOf(source)));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== source.sha256)
      throw new Error(
        `${source.name} is another file than was measured: sha256 ${found}, not ${source.sha256}`,
      );
    texts.push([name, bytes.toString('utf8')]);
  }
  return Object.fromEntries(texts) as Texts;
}

const addressOf = ({ repository, commit, path }: Source): string =>
  `https://raw.githubusercontent.com/${repository}/${commit}/${path}`;

async function download(address: string): Promise<Buffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

function locate({ file }: Source, folders: readonly string[]): Buffer | null {
  for (const folder of folders) {
    const path = join(folder, file);
    if (existsSync(path)) return readFileSync(path);
    if (existsSync(`${path}.gz`)) return gunzipSync(readFileSync(`${path}.gz`));
  }
  return null;
}

export type Row = Readonly<Record<string, string>>;

export const csvRows = (text: string): readonly Row[] =>
  parse(text, { columns: true, relax_quotes: true, bom: true }) as Row[];

export const jsonRows = (text: string): readonly Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
