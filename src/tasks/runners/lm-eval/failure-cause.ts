/** What a line of the harness, or of a library below it, means for whoever has to act. First match wins. */
const CAUSES: readonly (readonly [pattern: RegExp, cause: string])[] = [
  [/Tasks? (?:were )?not found: ?(.*)|Could not find task|KeyError: .*task_index/i, 'there is no such task'],
  [
    /GatedRepoError|gated repo|access to (?:model|this) .* (?:is restricted|restricted)/i,
    'the model or dataset is gated: accept its licence and give HF_TOKEN',
  ],
  [
    /RepositoryNotFoundError|is not a valid model identifier/i,
    'the repository is not there, or private: check its name and HF_TOKEN',
  ],
  [
    /CUDA out of memory|OutOfMemoryError|CUDA error: out of memory|hipErrorOutOfMemory/i,
    'out of GPU memory: a smaller batch_size, or model_args such as dtype: bfloat16',
  ],
  [
    /LoRA rank \d+ is greater than max_lora_rank/i,
    'the rank of the adapter is above what vLLM takes: write it as model_args: { max_lora_rank: ... }',
  ],
  [/MemoryError|Cannot allocate memory|DefaultCPUAllocator: can't allocate/i, 'out of memory'],
  [/No space left on device|Disk quota exceeded/i, 'the disk is full'],
  [
    /Found no NVIDIA driver|Torch not compiled with CUDA|No CUDA GPUs are available|CUDA driver version is insufficient/i,
    'there is no usable GPU: check the driver, or write device: cpu',
  ],
  [
    /ModuleNotFoundError: No module named '([^']+)'|ImportError: .*|requires the .* package/i,
    'a Python package is missing',
  ],
  [
    /trust_remote_code=True|`trust_remote_code`/i,
    'the model or dataset brings its own code, which policy.allow does not let run',
  ],
  [
    /confirm_run_unsafe_code|unsafe_code/i,
    'the task runs code that the model writes, which policy.allow does not let run',
  ],
  [
    /Connection refused|ConnectionRefusedError|Cannot connect to host|Max retries exceeded with url/i,
    'the server cannot be reached',
  ],
  [
    /LocalEntryNotFoundError|OfflineModeIsEnabled|offline mode|HF_HUB_OFFLINE/i,
    'something is not in the cache, and downloads are off',
  ],
  [
    /Name or service not known|Temporary failure in name resolution|ConnectTimeout|ReadTimeout|NetworkError|Couldn't reach/i,
    'the network failed',
  ],
  [/File name too long/i, 'the path of the checkpoint is too long for a file name of the results'],
  [/unrecognized arguments: (.*)|error: argument .*/i, 'this version of lm_eval does not know an option'],
  [/Could not save results/i, 'the results could not be written'],
];

const QUOTED_LINES = 4;
const QUOTED_LENGTH = 300;

/**
 * Why lm_eval ended without results, in one line, with the end of what it printed.
 * @param lines what it printed, without progress
 */
export function failureCause(
  end: { readonly code: number | null; readonly signal: NodeJS.Signals | null },
  lines: readonly string[],
): string {
  const how = end.signal === null ? `ended with ${end.code}` : `was ended by ${end.signal}`;
  const printed = lines.map((line) => line.trim()).filter((line) => line !== '');
  const hit = known(printed);
  const cause =
    hit?.cause ??
    (end.signal === 'SIGKILL' ? 'perhaps the machine ran out of memory' : 'for a reason of its own');
  const tail = printed.slice(-QUOTED_LINES);
  const quoted = hit === null || tail.includes(hit.line) ? tail : [hit.line, ...tail.slice(1)];
  const quote = quoted.map((line) =>
    line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line,
  );
  return `lm_eval ${how} and left no results: ${cause}${quote.length === 0 ? '' : `\n  ${quote.join('\n  ')}`}`;
}

/** The last line that says anything known: an exception's own line comes after its traceback. */
function known(lines: readonly string[]): { readonly line: string; readonly cause: string } | null {
  for (const [pattern, cause] of CAUSES) {
    const line = lines.findLast((each) => pattern.test(each));
    if (line !== undefined) return { line, cause };
  }
  return null;
}
