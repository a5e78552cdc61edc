import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate, outdated, writeGenerated } from '../../scripts/generate.ts';
import { dashed } from '../../src/config/overrides.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { THRESHOLD_NAMES } from '../../src/config/thresholds.ts';

const ROOT = resolve(import.meta.dirname, '../..');

test('what is committed is what the code says', async () => {
  expect(await outdated(ROOT)).toEqual([]);
});

test('the example that users copy is accepted', () => {
  const file = join(ROOT, 'examples/quick-start/weighbridge.yml');
  expect(resolveConfig({ text: readFileSync(file, 'utf8'), file }).gates).toHaveLength(1);
});

describe('in a folder of its own', () => {
  let root = '';
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'weighbridge-generate-'));
    await writeGenerated(root);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('names every file that is stale or missing', async () => {
    writeFileSync(join(root, 'docs/reference/config.md'), 'old');
    rmSync(join(root, 'schema/verdict.schema.json'));
    expect(await outdated(root)).toEqual([
      'schema/verdict.schema.json is missing',
      'docs/reference/config.md is out of date',
    ]);
  });

  const ACTION = 'docs/reference/action.md';
  const page = async () => (await generate(root)).find(({ path }) => path === ACTION)?.text ?? '';

  test('the page of the actions follows from both of them', async () => {
    expect(await page()).toBe('');
    mkdirSync(join(root, 'report'));
    writeFileSync(join(root, 'report/action.yml'), 'inputs: {}\noutputs: { x: { description: y } }\n');
    writeFileSync(
      join(root, 'action.yml'),
      `name: x
inputs:
  config: { description: "Path of the config,\\n a|b", default: weighbridge.yml }
  candidate: { description: The checkpoint }
outputs:
  verdict: { description: One of four }
`,
    );
    expect(await outdated(root)).toEqual([`${ACTION} is missing`]);
    const text = await page();
    expect(text).toContain('Path of the config, a\\|b');
    expect(text).toMatch(/\| `config` +\|.*\| `weighbridge.yml` \|/);
    expect(text).toMatch(/\| `verdict` +\| One of four \|/);
    expect(text).toMatch(/\| `x` +\| y \|/);
  });

  test('fills in the inputs of the thresholds, and the page has them at once', async () => {
    const text = `inputs:
  # generated:thresholds (npm run generate writes these from src/config/thresholds.ts)
  gone: { description: old }
  # /generated:thresholds
  check: { description: "on or off" }
outputs: {}
`;
    mkdirSync(join(root, 'report'));
    writeFileSync(join(root, 'report/action.yml'), 'inputs: {}\noutputs: {}\n');
    writeFileSync(join(root, 'action.yml'), text);
    await writeGenerated(root);
    expect(await outdated(root)).toEqual([]);
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    expect(Object.keys(inputs)).toEqual([...THRESHOLD_NAMES.map(dashed), 'check']);
    for (const name of THRESHOLD_NAMES) expect(await page()).toContain(`\`${dashed(name)}\``);
  });

  test('a marker without its end is an error, not a file cut short', async () => {
    const begin = '# generated:thresholds (npm run generate writes these from src/config/thresholds.ts)';
    writeFileSync(join(root, 'action.yml'), `inputs:\n  ${begin}\noutputs: {}\n`);
    await expect(generate(root)).rejects.toThrow('not # /generated:thresholds');
  });

  test('every field of a verdict is on its page', async () => {
    const text = readFileSync(join(root, 'docs/reference/verdict.md'), 'utf8');
    for (const field of ['`verdict`', '`low`', '`samples.<side>.evaluated`', '`config.digest`'])
      expect(text).toContain(`| ${field} |`);
  });
});
