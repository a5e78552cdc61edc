import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { type Backend, backendsOf, type EnginePlatform, platformFor } from './platforms.ts';

/** What the setting `gpu` says. */
export type GpuSetting = 'auto' | Backend | 'off';

/** The machine as far as GPUs are concerned. */
export interface GpuMachine {
  /** `process.platform`-`process.arch`. */
  readonly machine: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Names in a folder; none where it is not there. */
  readonly list: (folder: string) => readonly string[];
}

const thisMachine = (): GpuMachine => ({
  machine: `${process.platform}-${process.arch}`,
  environment: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
});

/** What the engine is started with. */
export interface GpuChoice {
  readonly platform: EnginePlatform;
  /** Null for the CPU. */
  readonly backend: Backend | null;
  /** What was looked at and what follows; null where nothing was asked for. */
  readonly says: string | null;
}

/**
 * Decides between the GPUs of a machine, by what can be seen without loading a driver: whether it works shows when the engine
 * starts, and then it is this one or an error.
 * @throws WeighbridgeError `engine` for one that this machine cannot have, or that is not seen
 */
export function chooseGpu(setting: GpuSetting, machine = thisMachine()): GpuChoice {
  if (setting === 'off') {
    return { platform: platformFor(null, machine.machine), backend: null, says: null };
  }
  if (setting !== 'auto') {
    const platform = platformFor(setting, machine.machine);
    const { found, lookedFor } = LOOKS[setting](machine);
    if (found === null) throw notSeen(setting, lookedFor);
    return {
      platform,
      backend: setting,
      says: `\`gpu: ${setting}\`: ${found}; whether it computes shows when the engine starts`,
    };
  }
  for (const backend of backendsOf(machine.machine)) {
    const { found } = LOOKS[backend](machine);
    if (found === null || !hasHardware(backend, machine)) continue;
    const says = `\`gpu: auto\` takes ${backend}: ${found}; whether it computes shows when the engine starts`;
    return { platform: platformFor(backend, machine.machine), backend, says };
  }
  return {
    ...{ platform: platformFor(null, machine.machine), backend: null },
    says: '`gpu: auto`: no GPU is seen on this machine, so the CPU computes',
  };
}

/** What is there to see of a backend; null for nothing, which is proof that it cannot work. */
interface Look {
  readonly found: string | null;
  readonly lookedFor: string;
}

const LOOKS: Readonly<Record<Backend, (machine: GpuMachine) => Look>> = {
  cuda: (machine) => firstOf(machine, isWindows(machine) ? [system32(machine, 'nvcuda.dll')] : NVIDIA),
  vulkan: (machine) =>
    isWindows(machine) ? firstOf(machine, [system32(machine, 'vulkan-1.dll')]) : vulkanManifest(machine),
  metal: () => ({ found: 'Metal is part of macOS', lookedFor: 'Metal' }),
};

/** Without one of them no program reaches an NVIDIA GPU: the driver's own, and the one of WSL. */
const NVIDIA = ['/dev/nvidiactl', '/proc/driver/nvidia/version', '/dev/dxg'];

function firstOf(machine: GpuMachine, paths: readonly string[]): Look {
  const path = paths.find((each) => machine.exists(each));
  return { found: path === undefined ? null : `${path} is there`, lookedFor: paths.join(', ') };
}

/** Where Vulkan's loader looks for drivers (LoaderDriverInterface.md of Vulkan-Loader, "Driver Discovery"). */
function vulkanManifest(machine: GpuMachine): Look {
  const { environment } = machine;
  const named = environment.VK_DRIVER_FILES ?? environment.VK_ICD_FILENAMES;
  if (named !== undefined && named !== '') return firstOf(machine, named.split(delimiter));
  const home = environment.HOME ?? homedir();
  const folders = [
    environment.XDG_CONFIG_HOME ?? `${home}/.config`,
    ...(environment.XDG_CONFIG_DIRS ?? '/etc/xdg').split(delimiter),
    ...['/etc', '/usr/local/etc', environment.XDG_DATA_HOME ?? `${home}/.local/share`],
    ...(environment.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(delimiter),
  ].map((folder) => `${folder}/vulkan/icd.d`);
  for (const folder of folders) {
    const driver = machine.list(folder).find((name) => name.endsWith('.json'));
    if (driver !== undefined)
      return { found: `the Vulkan driver ${folder}/${driver} is there`, lookedFor: '' };
  }
  return { found: null, lookedFor: `a Vulkan driver (*.json) in ${folders.join(', ')}` };
}

/** Distributions install Vulkan drivers for every GPU, on machines that have none. */
function hasHardware(backend: Backend, machine: GpuMachine): boolean {
  if (backend !== 'vulkan' || isWindows(machine)) return true;
  return machine.exists('/dev/dxg') || machine.list('/dev/dri').some((name) => name.startsWith('renderD'));
}

const isWindows = ({ machine }: GpuMachine): boolean => machine.startsWith('win32-');

const system32 = ({ environment }: GpuMachine, name: string): string =>
  join(environment.SystemRoot ?? environment.SYSTEMROOT ?? 'C:\\Windows', 'System32', name);

const notSeen = (backend: Backend, lookedFor: string) =>
  new WeighbridgeError(
    'engine',
    `\`gpu: ${backend}\`, and none is seen on this machine: looked for ${lookedFor}`,
    {
      fix: 'run on the machine that has it, or in a container that is given it; or write `gpu: auto` or `gpu: off`',
    },
  );

/** The library started, and has no device: it would compute on the CPU and say nothing. */
export const withoutGpu = (backend: Backend): WeighbridgeError =>
  new WeighbridgeError(
    'engine',
    `\`gpu: ${backend}\`, and llama.cpp finds no device that it could compute on`,
    {
      fix: 'look whether the driver works (`nvidia-smi`, `vulkaninfo --summary`), or write `gpu: off`',
    },
  );
