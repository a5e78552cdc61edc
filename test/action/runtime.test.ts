import { basename, dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  type AnnotationProperties,
  annotate,
  type Core,
  requiredVariable,
} from '../../src/action/runtime.ts';
import { IssueList, WeighbridgeError } from '../../src/core/domain/errors.ts';

function recorder() {
  const errors: [string, AnnotationProperties | undefined][] = [];
  const core: Core = {
    setOutput: () => {},
    notice: () => {},
    warning: () => {},
    error: (message, place) => errors.push([message, place]),
  };
  return { core, errors };
}

describe('annotations', () => {
  test('an error is shown at its place', () => {
    const { core, errors } = recorder();
    annotate(
      core,
      new WeighbridgeError('config', 'wrong', { at: { file: 'w.yml', line: 3, column: 5 }, fix: 'right' }),
    );
    expect(errors).toEqual([
      [
        'w.yml:3:5: wrong\n  fix: right',
        { title: 'Weighbridge', file: 'w.yml', startLine: 3, startColumn: 5 },
      ],
    ]);
  });

  test('each fault of a list is one, up to what GitHub shows', () => {
    const { core, errors } = recorder();
    const faults = Array.from({ length: 15 }, (_, index) => new WeighbridgeError('config', `fault ${index}`));
    annotate(core, new IssueList('config', faults));
    expect(errors).toHaveLength(10);
    expect(errors[1]).toEqual(['fault 1', { title: 'Weighbridge' }]);
  });

  test('the path is that of the repository, wherever the step works', () => {
    vi.stubEnv('GITHUB_WORKSPACE', dirname(process.cwd()));
    try {
      const { core, errors } = recorder();
      annotate(core, new WeighbridgeError('config', 'wrong', { at: { file: 'w.yml' } }));
      expect(errors[0]?.[1]?.file).toBe(`${basename(process.cwd())}/w.yml`);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('a long reason is cut at a code point', () => {
    const { core, errors } = recorder();
    annotate(core, new TypeError('😀'.repeat(60_000)));
    expect(errors[0]?.[0]).toBe(`${'😀'.repeat(3999)}…`);
  });

  test('anything else is shown too', () => {
    const { core, errors } = recorder();
    annotate(core, new TypeError('our fault'));
    expect(errors).toEqual([['our fault', { title: 'Weighbridge' }]]);
  });

  test('a variable that is missing is said by name', () => {
    expect(requiredVariable({ A: 'x' }, 'A')).toBe('x');
    for (const env of [{}, { A: '' }]) expect(() => requiredVariable(env, 'A')).toThrow('A is not set');
  });
});
