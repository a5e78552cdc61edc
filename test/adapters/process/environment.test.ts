import { describe, expect, test } from 'vitest';
import { childEnvironment } from '../../../src/adapters/process/environment.ts';

const everything = {
  PATH: '/bin',
  HOME: '/home/me',
  LANG: 'C.UTF-8',
  TMPDIR: '/tmp',
  XDG_CACHE_HOME: '/cache',
  https_proxy: 'http://proxy',
  HTTPS_PROXY: 'http://proxy',
  NO_PROXY: 'localhost',
  NODE_EXTRA_CA_CERTS: '/ca.pem',
  npm_config_registry: 'https://mirror',
  NPM_CONFIG_CACHE: '/npm',
  GITHUB_TOKEN: 'secret',
  MLFLOW_TRACKING_URI: 'https://user:secret@mlflow.example.com',
  MLFLOW_TRACKING_TOKEN: 'secret',
  MLFLOW_TRACKING_PASSWORD: 'secret',
  ACTIONS_RUNTIME_TOKEN: 'secret',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  'INPUT_GITHUB-TOKEN': 'secret',
  HF_TOKEN: 'secret',
  AWS_SECRET_ACCESS_KEY: 'secret',
  NODE_AUTH_TOKEN: 'secret',
  'npm_config_//registry.npmjs.org/:_authToken': 'secret',
  npm_config__password: 'secret',
  NODE_OPTIONS: '--import=./evil.mjs',
  LD_PRELOAD: 'evil.so',
  GGML_SOMETHING: '1',
  UNSET: undefined,
};

describe('childEnvironment', () => {
  test('the base lets programs run, nothing else', () => {
    expect(Object.keys(childEnvironment(everything, ['base']))).toEqual([
      'PATH',
      'HOME',
      'LANG',
      'TMPDIR',
      'XDG_CACHE_HOME',
    ]);
  });

  test('groups add up', () => {
    expect(Object.keys(childEnvironment(everything, ['base', 'network', 'npm'])).slice(5)).toEqual([
      'https_proxy',
      'HTTPS_PROXY',
      'NO_PROXY',
      'NODE_EXTRA_CA_CERTS',
      'npm_config_registry',
      'NPM_CONFIG_CACHE',
    ]);
  });

  test('no other group lets a secret through', () => {
    const groups = ['base', 'network', 'npm', 'evaluation', 'harness', 'gpu', 'cluster'] as const;
    const secrets = { OPENAI_API_KEY: 'secret', VLLM_API_KEY: 'secret', SLURM_JWT: 'secret' };
    const environment = { ...everything, ...secrets, HF_HOME: '/hf', SLURM_JOB_ID: '7' };
    const kept = childEnvironment(environment, groups);
    expect(Object.values(kept)).not.toContain('secret');
    expect(kept).toMatchObject({ HF_HOME: '/hf', SLURM_JOB_ID: '7' });
  });

  test('but the one that is for them', () => {
    expect(childEnvironment(everything, ['credentials'])).toEqual({ HF_TOKEN: 'secret' });
  });
});
