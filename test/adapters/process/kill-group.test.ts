import { describe, expect, test } from 'vitest';
import { groupOptions, killGroup } from '../../../src/adapters/process/kill-group.ts';

/** A system that writes down what it is asked. */
function fakeSystem(platform: NodeJS.Platform, fault?: string) {
  const asked: unknown[] = [];
  const kill = (pid: number, signal: string) => {
    asked.push([pid, signal]);
    if (fault !== undefined) throw Object.assign(new Error(fault), { code: fault });
  };
  const start = (file: string, args: readonly string[]) => void asked.push([file, ...args]);
  return { asked, system: { platform, kill, start } };
}

describe('what leads a group is ended with it', () => {
  test.each<[NodeJS.Platform, 'SIGKILL' | 'SIGTERM', readonly unknown[]]>([
    ['linux', 'SIGKILL', [[-42, 'SIGKILL']]],
    ['darwin', 'SIGTERM', [[-42, 'SIGTERM']]],
    ['win32', 'SIGKILL', [['taskkill', '/pid', '42', '/t', '/f']]],
    ['win32', 'SIGTERM', []],
  ])('%s, %s', (platform, signal, expected) => {
    const { asked, system } = fakeSystem(platform);
    killGroup(42, signal, system);
    expect(asked).toEqual(expected);
  });

  test('one that never started is none, least of all our own group', () => {
    const { asked, system } = fakeSystem('linux');
    killGroup(undefined, 'SIGKILL', system);
    expect(asked).toEqual([]);
  });

  test('that it is gone already is no fault; that it may not be ended is', () => {
    expect(() => killGroup(42, 'SIGKILL', fakeSystem('linux', 'ESRCH').system)).not.toThrow();
    expect(() => killGroup(42, 'SIGKILL', fakeSystem('linux', 'EPERM').system)).toThrow('EPERM');
  });

  test('Windows gets no window and no group of its own', () => {
    expect(groupOptions('win32')).toEqual({ detached: false, windowsHide: true });
    expect(groupOptions('darwin').detached).toBe(true);
  });
});
