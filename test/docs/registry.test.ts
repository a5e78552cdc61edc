import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = execFileSync('git', ['ls-files', '*.md', '*.yml', 'src/*.ts', 'examples'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

/** Ways to have a package manager look our name up, and to name our action by what moves. */
const REGISTRY =
  /\b(?:npx|bunx|pnpx|uvx|pipx run)(?: -\S+)* @?weighbridge\b|\b(?:npm|pnpm|yarn|bun|pip|pipx|uv)(?: \w+)? (?:install|i|add|exec|dlx|x)(?: -\S+)* ["'`]?@?weighbridge(?![\w.-]*\.t(?:ar\.)?gz)\b/;
const MOVES = /uses: weighbridge\/weighbridge(?:\/\w+)?@(?![0-9a-f]{40}\b|<)/;

test.each([
  ['npx weighbridge gate', REGISTRY],
  ['npx --yes weighbridge@latest', REGISTRY],
  ['npm install -D weighbridge', REGISTRY],
  ['pnpm dlx weighbridge', REGISTRY],
  ['pip install weighbridge', REGISTRY],
  ['- uses: weighbridge/weighbridge@v1', MOVES],
] as const)('%j would be seen', (text, pattern) => {
  expect(text).toMatch(pattern);
});

test.each([
  'npm install ./weighbridge-0.1.0.tgz',
  'node dist/cli.js gate',
  'uses: weighbridge/weighbridge@<commit>',
])('%j is no name of a registry', (text) => {
  expect(text).not.toMatch(REGISTRY);
  expect(text).not.toMatch(MOVES);
});

// red-team 9: a name on a registry that anybody may take
test('nothing tells anybody to run a name that we do not hold on a registry, or one that moves', () => {
  const lines = FILES.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .map((text, index) => ({ where: `${file}:${index + 1}`, text })),
  );
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines.filter(({ text }) => REGISTRY.test(text) || MOVES.test(text))).toEqual([]);
});

// red-team 9: a dependency that is exchanged after the release
test('what is installed from the tarball brings no package with it: everything is bundled', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  // A new package belongs under devDependencies, whether it is bundled or not.
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    expect(manifest).not.toHaveProperty(kind);
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
    expect(manifest.scripts).not.toHaveProperty(script);
});
