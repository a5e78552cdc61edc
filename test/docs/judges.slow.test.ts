import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgesPage } from '../../scripts/judges.ts';
import { sharedData } from '../support/shared-data.ts';

const data = sharedData('judge');

test.skipIf(data === null)(
  'docs/reference/judges.md says what recorded judges are worth beside people',
  { timeout: 300_000 },
  () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/reference/judges.md'), 'utf8');
    expect(judgesPage(data ?? '') === page, 'npm run bench:judges').toBe(true);
  },
);
