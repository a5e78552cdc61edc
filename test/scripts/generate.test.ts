import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  test('fills the tables of the README from action.yml, and leaves the rest alone', async () => {
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
    const marked = (inner: string) =>
      `# Title\n<!-- generated:inputs -->${inner}<!-- /generated:inputs -->\nafter\n`;
    writeFileSync(join(root, 'README.md'), marked('\nold\n'));
    expect(await outdated(root)).toEqual(['README.md is out of date']);
    const text = (await generate(root)).find(({ path }) => path === 'README.md')?.text ?? '';
    expect(text).toMatch(/^# Title\n<!-- generated:inputs -->\n\n\| input/);
    expect(text).toMatch(/<!-- \/generated:inputs -->\nafter\n$/);
    expect(text).toContain('Path of the config, a\\|b');
    expect(text).toMatch(/\| `config` +\|.*\| `weighbridge.yml` \|/);
    expect(text).toMatch(/\| `verdict` +\| One of four \|/);
    writeFileSync(join(root, 'README.md'), text);
    expect(await outdated(root)).toEqual([]);
  });

  test('fills in the inputs of the thresholds, and the README has them at once', async () => {
    const text = `inputs:
  # generated:thresholds (npm run generate writes these from src/config/thresholds.ts)
  gone: { description: old }
  # /generated:thresholds
  check: { description: "on or off" }
outputs: {}
`;
    writeFileSync(join(root, 'action.yml'), text);
    writeFileSync(join(root, 'README.md'), '<!-- generated:inputs --><!-- /generated:inputs -->');
    await writeGenerated(root);
    expect(await outdated(root)).toEqual([]);
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    expect(Object.keys(inputs)).toEqual([...THRESHOLD_NAMES.map(dashed), 'check']);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const name of THRESHOLD_NAMES) expect(readme).toContain(`\`${dashed(name)}\``);
  });

  test('a marker without its end is an error, not a README cut short', async () => {
    writeFileSync(join(root, 'action.yml'), 'inputs: {}\noutputs: {}\n');
    writeFileSync(join(root, 'README.md'), '<!-- generated:inputs -->\nall the rest\n');
    await expect(generate(root)).rejects.toThrow('not <!-- /generated:inputs -->');
  });
});
