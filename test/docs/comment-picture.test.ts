import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  demoComment,
  PICTURE_BYTES,
  PICTURE_DIGEST,
  PICTURES,
  visibleDigest,
} from '../../scripts/comment-picture.ts';

test('the comment that the README shows is the one that is written today (npm run picture)', async () => {
  expect(`${visibleDigest(await demoComment())}\n`).toBe(readFileSync(PICTURE_DIGEST, 'utf8'));
});

test('what is folded is not looked at, what is to be seen is', async () => {
  const comment = await demoComment();
  const changed = comment.replaceAll('</summary>', '</summary>other words');
  expect(changed).not.toBe(comment);
  expect(visibleDigest(changed)).toBe(visibleDigest(comment));
  expect(visibleDigest(comment.replace('REGRESSION', 'PASS'))).not.toBe(visibleDigest(comment));
});

test.each(Object.entries(PICTURES))('the picture for %s pages is a small PNG', (_, path) => {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000);
  expect(statSync(path).size).toBeLessThan(PICTURE_BYTES);
});
