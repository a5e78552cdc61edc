import { expect, test } from 'vitest';
import { mlflowReference } from '../../../src/core/domain/mlflow.ts';

const ID = 'ab'.repeat(16);

test.each([
  [`runs:/${ID}`, { of: { run: ID }, path: '', choices: '' }],
  [
    `runs:/${ID}/eval/table.json#higher=quality`,
    { of: { run: ID }, path: 'eval/table.json', choices: '#higher=quality' },
  ],
  ['models:/tickets/3', { of: { name: 'tickets', version: '3' }, path: '', choices: '' }],
  ['models:/tickets/3/model/', { of: { name: 'tickets', version: '3' }, path: 'model', choices: '' }],
  [`models:/m-${ID}/model.gguf`, { of: { model: `m-${ID}` }, path: 'model.gguf', choices: '' }],
])('%s is fixed', (written, expected) => {
  expect(mlflowReference(written)).toMatchObject(expected);
});

test.each([
  'models:/tickets@champion',
  'models:/tickets/latest',
  'models:/tickets/Production',
  'models:/tickets',
  'runs:/latest/model',
  `runs:/${ID}/../secret`,
  `runs:/${ID}/a\\b`,
  `runs:/${ID}/C:evil`,
  `runs:/${ID}/a//b`,
  'models:/../3',
  'hf:org/name@main',
  'out/candidate',
])('%s is not', (written) => {
  expect(mlflowReference(written)).toBeNull();
});
