import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('the page of formats names the versions whose results are made afresh', () => {
  const pinned = [
    ...readdirSync(join(ROOT, 'scripts/harnesses')).map((file) => read(`scripts/harnesses/${file}`)),
    read('scripts/harnesses.ts'),
  ].join('\n');
  const [, versions = ''] =
    /makes results afresh .*?: ([^.].*?)\. Files/s.exec(read('docs/reference/result-formats.md')) ?? [];
  const patterns = [/^inspect_ai==(\S+)/m, /^lighteval==(\S+)/m, /^crfm-helm==(\S+)/m, /PROMPTFOO = '(\S+)'/];
  const found = patterns.map((pattern) => pattern.exec(pinned)?.[1] ?? 'no pin');
  expect(found.filter((version) => !versions.includes(version))).toEqual([]);
});
