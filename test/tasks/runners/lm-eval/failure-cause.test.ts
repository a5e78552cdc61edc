import { describe, expect, test } from 'vitest';
import { failureCause } from '../../../../src/tasks/runners/lm-eval/failure-cause.ts';

const failed = { code: 1, signal: null };

describe('the cause of a failure', () => {
  test.each([
    ['ValueError: Tasks not found: nosuch', 'there is no such task'],
    ['huggingface_hub.errors.GatedRepoError: 403 Client Error. Access to model x is restricted', 'gated'],
    ['OSError: foo/bar is not a valid model identifier listed on the hub', 'not there, or private'],
    ['torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB', 'out of GPU memory'],
    ['ValueError: LoRA rank 64 is greater than max_lora_rank 16.', 'max_lora_rank'],
    ['OSError: [Errno 28] No space left on device', 'disk is full'],
    ["ModuleNotFoundError: No module named 'vllm'", 'Python package is missing'],
    ['RuntimeError: Found no NVIDIA driver on your system.', 'no usable GPU'],
    [
      'requests.exceptions.ConnectionError: Max retries exceeded with url: /v1/completions',
      'server cannot be reached',
    ],
    ['socket.gaierror: [Errno -3] Temporary failure in name resolution', 'network failed'],
    ['huggingface_hub.errors.LocalEntryNotFoundError: Cannot find the requested files', 'not in the cache'],
    ['ValueError: set the option `trust_remote_code=True` to remove this error', 'policy.allow'],
    ['lm_eval: error: unrecognized arguments: --nonsense', 'does not know an option'],
    ['ERROR [evaluation_tracker] Could not save results aggregated', 'could not be written'],
    ['Segmentation fault', 'for a reason of its own'],
  ])('%s', (line, cause) => {
    const [first, ...quoted] = failureCause(failed, ['Traceback', line, 'at exit']).split('\n');
    expect(first).toContain(cause);
    expect(quoted.join('\n')).toContain(line);
  });

  test('of a program that was killed, and said nothing', () => {
    expect(failureCause({ code: null, signal: 'SIGKILL' }, [])).toBe(
      'lm_eval was ended by SIGKILL and left no results: perhaps the machine ran out of memory',
    );
  });

  test('quotes no more than a few short lines', () => {
    const text = failureCause(
      failed,
      Array.from({ length: 100 }, () => 'x'.repeat(5000)),
    );
    expect(text.split('\n')).toHaveLength(5);
    expect(text.length).toBeLessThan(1500);
  });
});
