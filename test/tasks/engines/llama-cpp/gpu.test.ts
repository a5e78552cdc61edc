import { describe, expect, test } from 'vitest';
import { chooseGpu, type GpuMachine } from '../../../../src/tasks/engines/llama-cpp/gpu.ts';
import {
  BACKENDS,
  backendsOf,
  ENGINE_PLATFORMS,
  platformFor,
} from '../../../../src/tasks/engines/llama-cpp/platforms.ts';

/** A machine that has these files and no others. */
function machineWith(
  machine: string,
  files: readonly string[] = [],
  environment: GpuMachine['environment'] = { HOME: '/home/u' },
): GpuMachine {
  const list = (folder: string) =>
    files.flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []));
  return { machine, environment, exists: (path) => files.includes(path), list };
}

const NVIDIA = '/dev/nvidiactl';
const MESA = '/usr/share/vulkan/icd.d/radeon_icd.x86_64.json';
const CARD = '/dev/dri/renderD128';

describe('auto takes what is seen', () => {
  test.each<[string, string, readonly string[], string]>([
    ['an NVIDIA driver', 'linux-x64', [NVIDIA, MESA, CARD], 'linux-x64-cuda'],
    ['the driver of WSL', 'linux-x64', ['/dev/dxg'], 'linux-x64-cuda'],
    ['another card with a Vulkan driver', 'linux-x64', [MESA, CARD], 'linux-x64-vulkan'],
    ['Vulkan drivers without a card', 'linux-x64', [MESA], 'linux-x64'],
    ['a card without a driver', 'linux-x64', [CARD], 'linux-x64'],
    ['nothing', 'linux-x64', [], 'linux-x64'],
    ['a machine for which there is no package', 'linux-arm64', [NVIDIA], 'linux-arm64'],
    ['Apple silicon', 'darwin-arm64', [], 'darwin-arm64-metal'],
    ['a Mac with an Intel processor', 'darwin-x64', [], 'darwin-x64'],
  ])('%s on %s', (_, machine, files, id) => {
    const { platform, backend, says } = chooseGpu('auto', machineWith(machine, files));
    expect(platform.id).toBe(id);
    expect(backend).toBe(platform.backend);
    // What was looked at is said, and that it is no promise.
    expect(says).toMatch(backend === null ? /no GPU is seen.*CPU computes/ : /shows when the engine starts/);
  });
});

describe('one by name', () => {
  test('is vouched for by what was looked at', () => {
    const { platform, backend, says } = chooseGpu('cuda', machineWith('linux-x64', [NVIDIA]));
    expect([platform.id, backend]).toEqual(['linux-x64-cuda', 'cuda']);
    expect(says).toContain('/dev/nvidiactl is there; whether it computes shows when the engine starts');
  });

  test.each<[Parameters<typeof chooseGpu>[0], string, readonly string[], RegExp]>([
    ['cuda', 'linux-x64', [MESA, CARD], /none is seen on this machine: looked for \/dev\/nvidiactl/],
    ['vulkan', 'linux-x64', [NVIDIA], /none is seen.*\/usr\/share\/vulkan\/icd\.d/],
    ['cuda', 'win32-x64', [], /none is seen.*nvcuda\.dll/],
    ['metal', 'linux-x64', [], /no such package for linux-x64/],
    ['cuda', 'darwin-arm64', [], /no such package for darwin-arm64/],
    ['cuda', 'freebsd-x64', [], /does not run on freebsd-x64/],
  ])('%s on %s is refused where it cannot be', (setting, machine, files, message) => {
    expect(() => chooseGpu(setting, machineWith(machine, files))).toThrow(message);
  });

  test('Vulkan is looked for where its loader looks', () => {
    const named = machineWith('linux-x64', ['/opt/lvp.json'], { VK_DRIVER_FILES: '/opt/lvp.json' });
    expect(chooseGpu('vulkan', named).backend).toBe('vulkan');
    const own = machineWith('linux-x64', ['/home/u/.local/share/vulkan/icd.d/x.json']);
    expect(chooseGpu('vulkan', own).backend).toBe('vulkan');
    const elsewhere = machineWith('linux-x64', [MESA], { VK_DRIVER_FILES: '/opt/none.json' });
    expect(() => chooseGpu('vulkan', elsewhere)).toThrow('/opt/none.json');
  });
});

describe('off', () => {
  test('says nothing, and is the default of every machine', () => {
    for (const machine of new Set(ENGINE_PLATFORMS.map((each) => each.machine)))
      expect(chooseGpu('off', machineWith(machine, [NVIDIA, MESA, CARD]))).toMatchObject({
        ...{ backend: null, says: null, platform: { machine, onCpu: true } },
      });
  });

  test('on Apple silicon is the one package that there is, whose GPU gets no layer', () => {
    expect(platformFor(null, 'darwin-arm64').packages).toEqual(['mac-arm64-metal']);
  });
});

test('every backend has a machine, and no machine two packages for one', () => {
  const ids = ENGINE_PLATFORMS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const machines = [...new Set(ENGINE_PLATFORMS.map(({ machine }) => machine))];
  expect(new Set(machines.flatMap(backendsOf))).toEqual(new Set(BACKENDS));
});
