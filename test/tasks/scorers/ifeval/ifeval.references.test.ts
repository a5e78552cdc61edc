import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { askReference, referencePython } from '../../../../scripts/references.ts';
import type { Score } from '../../../../src/core/domain/sample.ts';
import { scoresOf } from '../../../support/scoring.ts';
import { sharedDataset } from '../../../support/shared-data.ts';
import { answersTo, type IfevalRow } from './answers.ts';

const python = referencePython();
const data = sharedDataset('ifeval/input_data.jsonl');
/** What `python -m nltk.downloader punkt_tab` makes; without it the reference cannot count sentences. */
const punkt = (process.env.NLTK_DATA ?? '')
  .split(':')
  .map((folder) => join(folder, 'tokenizers/punkt_tab/english'))
  .find((folder) => existsSync(join(folder, 'ortho_context.tab')));
if (punkt === undefined) console.warn('skipped: no tokenizers/punkt_tab/english in NLTK_DATA');

/** Languages are told by another program here. */
const BY_LANGUAGE = /^(language:|change_case:english)/;
/** Where the data ask for a letter that is none, the reference draws one. */
const isDrawn = ({ letter = 'a' }: Readonly<Record<string, unknown>>) => !/^[a-z]$/i.test(String(letter));

interface Compared {
  readonly id: string;
  readonly text: string;
  readonly criterion: 'strict' | 'loose';
  readonly ours: boolean;
  readonly theirs: boolean;
}

test.skipIf(python === null || data === null || punkt === undefined)(
  'every instruction of every row is judged as the harness judges it',
  async () => {
    const rows = readFileSync(data ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as IfevalRow);
    // One instruction at a time, so that no disagreement hides behind another.
    const asked = rows.flatMap((row, index) =>
      row.instruction_id_list.flatMap((id, at) => {
        const kwargs = row.kwargs[at] ?? {};
        return isDrawn(kwargs)
          ? []
          : answersTo(row, index).map((text) => ({ id, kwargs, text, prompt: row.prompt }));
      }),
    );
    const theirs = askReference(
      python ?? '',
      'text.py',
      asked.map(({ prompt, id, kwargs, text }) => ['ifeval', prompt, [id], [kwargs], text] as const),
    ) as [[boolean], [boolean]][];
    const answers = asked.map(({ prompt, id, kwargs, text }) => ({
      id: text,
      output: text,
      targets: [JSON.stringify({ prompt, instruction_id_list: [id], kwargs: [kwargs] })],
    }));
    const compared: Compared[] = [];
    for (const [side, criterion] of (['strict', 'loose'] as const).entries()) {
      const ours: (Score | undefined)[] = await scoresOf(
        { name: `prompt_level_${criterion}_acc`, punkt },
        answers,
      );
      for (const [index, { id, text }] of asked.entries()) {
        const their = theirs[index]?.[side];
        if (!Array.isArray(their)) throw new Error(`${id}: ${JSON.stringify(theirs[index])}`);
        compared.push({ id, text, criterion, ours: ours[index] === 1, theirs: their[0] });
      }
    }
    const apart = compared.filter(({ ours, theirs: their }) => ours !== their);
    const byLanguage = compared.filter(({ id }) => BY_LANGUAGE.test(id));
    const wrong = apart.filter(({ id }) => BY_LANGUAGE.test(id));
    for (const { id, text, ours, theirs: their } of wrong) {
      console.log(`${id}: ours ${ours}, theirs ${their}: ${JSON.stringify(text.slice(0, 80))}`);
    }
    console.log(
      `${compared.length} judgements of ${rows.length} rows; by language ${byLanguage.length}, of which ${wrong.length} differ`,
    );
    expect(apart.filter(({ id }) => !BY_LANGUAGE.test(id))).toEqual([]);
    expect(wrong.length / byLanguage.length).toBeLessThan(0.01);
  },
);
