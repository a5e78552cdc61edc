import { expect, test, vi } from 'vitest';
import { cacheFolder } from '../../../src/adapters/process/cache-folder.ts';

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
