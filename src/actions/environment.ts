import type { Environment } from './host.ts';

/** What an evaluation needs of its surroundings: a path, a home, a locale, caches, accelerators, proxies. No tokens. */
const NAMES: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR', 'TMP', 'TEMP', 'CI'],
  ...['XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'],
  ...[
    'HF_HOME',
    'HF_HUB_CACHE',
    'HF_HUB_OFFLINE',
    'HF_DATASETS_CACHE',
    'TRANSFORMERS_CACHE',
    'TRANSFORMERS_OFFLINE',
  ],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
  // Without these nothing starts on Windows.
  ...[
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PATHEXT',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
  ],
  // The runner finds orphans by it when the job ends.
  'RUNNER_TRACKING_ID',
  ...['WEIGHBRIDGE_PLAN', 'WEIGHBRIDGE_PLAN_DIGEST'],
]);

const PREFIXES = ['LC_', 'CUDA_', 'NVIDIA_', 'ROCR_', 'HIP_', 'HSA_', 'GGML_', 'OMP_', 'MKL_', 'OPENBLAS_'];

/** The environment without anything that is not on the list, or named by the workflow's author in `env-allow`. */
export function cleanEnvironment(env: Environment, allowed: readonly string[]): Record<string, string> {
  const named = new Set(allowed);
  const keeps = (name: string) => {
    const upper = name.toUpperCase();
    return named.has(name) || NAMES.has(upper) || PREFIXES.some((prefix) => upper.startsWith(prefix));
  };
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && keeps(name) ? [[name, value]] : [],
    ),
  );
}
