import { expect, test } from 'vitest';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../../../src/tasks/runners/native/runner.ts';
import { prepareTask } from '../../../support/native-task.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';

const PASSAGE = 'Beigath lies by the old salt road, and was founded by Ada of Varland in the year 1210.';
const FOUNDED = 'Who founded Beigath?';

const bareOf = async (doc_to_text: string, row: object) => {
  const rows = [{ id: 'a', ...row }];
  const folder = temporaryFolder({ 'rows.jsonl': jsonl(...rows) });
  const options = { type: 'generate', dataset: 'rows.jsonl', doc_to_text, scorers: ['json_valid'] };
  const asked = await nativeRunner.questions(nativeTask.parse(options), folder);
  const { datasetDigest } = await prepareTask(options, rows);
  expect(asked.datasetDigest).toBe(datasetDigest);
  return asked.rows[0]?.bare;
};

test.each<[string, string, object, readonly string[]]>([
  ['the field in a template', 'Question: {{question}}\nAnswer:', { question: FOUNDED }, [FOUNDED]],
  ['a field of any name, by its name', 'q', { q: FOUNDED, answer: 'Ada' }, [FOUNDED]],
  [
    'a passage, and the question about it',
    '{{text}}\nQuestion: {{question}}',
    { text: PASSAGE, question: FOUNDED },
    [PASSAGE, FOUNDED],
  ],
  ['none that the prompt has not', '{{q}}', { q: FOUNDED, note: PASSAGE, question: 'not this' }, [FOUNDED]],
  [
    'no option',
    '{{q}}\nA. {{A}}\nB. {{B}}\nAnswer:',
    { q: FOUNDED, A: 'Ada of Varland', B: 'Tor' },
    [FOUNDED],
  ],
  ['what stands between white space', '{{ q | trim }}', { q: `\n${FOUNDED} ` }, [FOUNDED]],
  ['nothing of what the template made anew', '{{ q | upper }}', { q: FOUNDED }, []],
])('a row asks %s', async (_, template, row, bare) => {
  expect(await bareOf(template, row)).toEqual(bare);
});
