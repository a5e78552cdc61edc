import { expect, test, vi } from 'vitest';
import { believedFolder, cacheFolder } from '../../../src/adapters/process/cache-folder.ts';

test.each([
  { environment: { WEIGHBRIDGE_CACHE: '/a', XDG_CACHE_HOME: '/b' }, is: /^\/a$/ },
  { environment: { WEIGHBRIDGE_CACHE: '', XDG_CACHE_HOME: '/b' }, is: /^\/b\/weighbridge$/ },
  { environment: {}, is: /\.cache\/weighbridge$/ },
])('by $environment', ({ environment, is }) => {
  expect(cacheFolder(environment)).toMatch(is);
});

test.each(['', '.', 'home'])('HOME %j never puts the cache into the checkout', (home) => {
  vi.stubEnv('HOME', home);
  try {
    expect(() => cacheFolder({})).toThrow('there is no place for the cache');
  } finally {
    vi.unstubAllEnvs();
  }
});

// red-team 6: replies of a judge that an earlier job made up
test('what is believed as it is found lies where a job of a workflow begins with nothing', () => {
  const cache = { WEIGHBRIDGE_CACHE: '/cache', RUNNER_TEMP: '/job' };
  expect(believedFolder(cache, 'judged')).toBe('/cache/judged');
  expect(believedFolder({ ...cache, GITHUB_ACTIONS: 'true' }, 'judged')).toBe('/job/weighbridge-judged');
  // What an evaluation is let see of a workflow.
  expect(believedFolder({ ...cache, RUNNER_TRACKING_ID: 'x' }, 'judged')).toBe('/job/weighbridge-judged');
});
