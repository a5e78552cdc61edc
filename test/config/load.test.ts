import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { WeighbridgeError } from '../../src/core/domain/errors.ts';
import { FULL } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-load-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('reads a file, BOM or not, and keeps its folder', async () => {
  const plain = await loadConfig(write('plain.yml', FULL));
  const marked = await loadConfig(write('bom.yml', `\uFEFF${FULL}`));
  expect(marked.digest).toBe(plain.digest);
  expect(plain.directory).toBe(folder);
});

test.each([
  ['no file', () => join(folder, 'absent.yml'), 'there is no such file'],
  ['a folder', () => folder, 'this is a folder, not a file'],
  ['10 MB', () => write('big.yml', '#'.repeat(10 * 1024 * 1024)), 'larger than 1024 KiB'],
  ['UTF-16', () => write('utf16.yml', Buffer.from(`\uFEFF${FULL}`, 'utf16le')), 'not UTF-8'],
  ['bytes', () => write('bytes.yml', Uint8Array.of(0x76, 0xff, 0xfe)), 'not UTF-8'],
])('%s is an error that names the file', async (_, make, message) => {
  const path = make();
  const error = await loadConfig(path).catch((reason: unknown) => reason);
  if (!(error instanceof WeighbridgeError)) return expect.fail('not a WeighbridgeError');
  expect(error.kind).toBe('config');
  expect(error.describe()).toContain(`${path}: `);
  expect(error.message).toContain(message);
});
