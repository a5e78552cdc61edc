/** What becomes of a setting that a result file records. */
export const SETTING_CLASSES = {
  hard: 'changes the prompt, the budget or the decoding: a difference makes the comparison invalid',
  soft: 'may move an answer by rounding, or says how the machine was set up: a difference is told',
  identity: 'which model it is: what the comparison is about',
  elsewhere:
    'compared as another field of the fingerprint, or proven alike sample by sample by the digests of inputs and targets',
  never: 'paths, keys, hosts and times: never compared, and never kept',
} as const;
export type SettingClass = keyof typeof SETTING_CLASSES;

/** Where in a result file settings stand. */
interface Place extends Readonly<Record<SettingClass, string>> {
  readonly where: string;
}

const NONE = { hard: '', soft: '', identity: '', elsewhere: '', never: '' } as const;

/**
 * Every setting that a result file of a harness records, from the harnesses' own sources at the versions that
 * `test/results/formats/setting-names.json` names. Names are separated by blanks; `name=value` is the default that a file
 * may leave out, where all backends of the harness share it. A name that stands nowhere is soft.
 */
export const SETTINGS = {
  'lm-evaluation-harness': {
    model_args: {
      ...NONE,
      where: '`config.model_args`',
      hard: `max_length max_gen_toks=256 max_model_len max_tokens_to_sample max_input_len max_output_len max_beam_width
        context_length seq_length temperature do_sample top_p top_k max_tokens max_new_tokens truncation=false truncate=false
        truncation_side add_bos_token add_special_tokens use_bos_token prefix_token_id custom_prefix_token_id eos_string
        enable_thinking think_start_token think_end_token chat_template_args chat_template system_prompt
        skip_special_tokens tokenizer_backend tokenized_requests backend=default generate_params until
        rope_scaling rope_theta hf_overrides sliding_window generation_config override_generation_config
        max_images max_audios interleave image_token_id image_string convert_img_format
        min_pixels max_pixels image_width image_height image_max_side limit_mm_per_prompt mm_processor_kwargs`,
      soft: `tokenizer tokenizer_path tokenizer_type tokenizer_model tokenizer_mode=auto tokenizer_revision
        use_fast_tokenizer=true use_fast=true vocab_file merge_file
        torch_dtype precision attn_implementation load_format seed device batch_size max_batch_size micro_batch_size trust_remote_code=false
        parallelize device_map device_map_option use_accelerate tp_plan tp_size dp_size tp_degree tensor_parallel_size
        pipeline_parallel_size data_parallel_size pipeline_model_parallel_size tensor_model_parallel_size
        expert_model_parallel_size enable_expert_parallel devices num_nodes world_size max_num_seqs max_num_batched_tokens
        enforce_eager enable_prefix_caching chunked_prefill_size mem_fraction_static gpu_memory_utilization
        use_kv_cache reuse_cache logits_cache=true buckets execution_provider provider_options
        num_layers hidden_size num_attention_heads ffn_hidden_size num_query_groups extra_args is_hf use_dist_ckpt
        low_cpu_mem_usage max_lora_rank api_version`,
      identity: `pretrained revision subfolder peft delta lora_local_path gguf_file model path engine model_id deployment_id
        load ckpt_step steer_path`,
      elsewhere: `dtype softmax_dtype mixed_precision_dtype quantization autogptq gptqmodel load_in_4bit load_in_8bit
        bnb_4bit_compute_dtype bnb_4bit_quant_type bnb_4bit_use_double_quant kv_cache_dtype`,
      never: `base_url auth_token api_key header verify_certificate ca_cert_path watsonx_credentials num_concurrent
        max_retries timeout offload_folder max_memory_per_gpu max_cpu_memory swap_space write_out`,
    },
    config: {
      ...NONE,
      where: '`config`',
      soft: 'batch_sizes bootstrap_iters description_dict provide_description',
      identity: 'model_num_parameters model_revision model_sha peft_sha delta_sha',
      elsewhere: `model model_args model_dtype batch_size device limit gen_kwargs num_fewshot
        random_seed numpy_seed torch_seed fewshot_seed`,
      never: 'use_cache no_cache decontamination_ngrams_path model_source',
    },
    results: {
      ...NONE,
      where: 'the top of the results file',
      hard: 'max_length fewshot_as_multiturn=false',
      soft: 'tokenizer_pad_token tokenizer_eos_token tokenizer_bos_token eot_token_id',
      identity: 'model_name model_name_sanitized',
      elsewhere: `results groups group_subtasks configs versions n-shot higher_is_better n-samples samples config model_source
        system_instruction system_instruction_sha chat_template chat_template_sha task_hashes
        lm_eval_version transformers_version git_hash`,
      never: 'date start_time end_time total_evaluation_time_seconds pretty_env_info upper_git_hash',
    },
    task: {
      ...NONE,
      where: '`configs.<task>`',
      soft: `process_results should_decontaminate=false doc_to_decontamination_query`,
      elsewhere: `task dataset_path dataset_name dataset_kwargs custom_dataset training_split validation_split test_split
        fewshot_split process_docs doc_to_text doc_to_target doc_to_choice doc_to_image doc_to_audio use_prompt description
        target_delimiter fewshot_delimiter fewshot_config num_fewshot metric_list output_type generation_kwargs repeats
        filter_list gen_prefix`,
      never: 'task_alias tag group group_alias unsafe_code metadata class',
    },
  },
  lighteval: {
    model: {
      ...NONE,
      where: '`config_general.model_config`',
      hard: `max_length max_model_length context_length generation_size system_prompt override_chat_template use_chat_template
        add_special_tokens=true skip_special_tokens=true multichoice_continuations_start_space pairwise_tokenization=false
        use_fast_image_processor max_tokens system_message temperature top_p top_k frequence_penalty presence_penalty
        stop_seqs num_choices best_of reasoning_effort reasoning_tokens reasoning_history response_format
        parallel_tool_calls max_tool_output internal_tools`,
      soft: `tokenizer processor dtype batch_size device device_map model_parallel compile=false trust_remote_code=false
        continuous_batching=false model_loading_kwargs tensor_parallel_size data_parallel_size pipeline_parallel_size tp_size
        dp_size enable_prefix_caching quantization load_format seed random_seed max_num_seqs max_num_batched_tokens
        kv_cache_dtype sampling_backend attention_backend chunked_prefill_size skip_tokenizer_init is_async
        gpu_memory_utilization mem_fraction_static accelerator vendor framework instance_size instance_type image_url provider
        log_probs top_logprobs cache_prompt`,
      identity: `model_name pretrained revision subfolder base_model adapter_weights delta_weights endpoint_name
        model_definition_file_path`,
      elsewhere: 'generation_parameters',
      never: `api_key inference_server_address inference_server_auth base_url cache_dir swap_space env_vars namespace region
        endpoint_type reuse_existing proxies org_to_bill parallel_calls_count concurrent_requests timeout verbose api_max_retry
        api_retry_sleep api_retry_multiplier model_info`,
    },
    generation: {
      ...NONE,
      where: '`config_general.model_config.generation_parameters`',
      hard: `num_blocks block_size early_stopping repetition_penalty frequency_penalty length_penalty presence_penalty
        max_new_tokens min_new_tokens stop_tokens temperature top_k min_p top_p truncate_prompt response_format`,
      soft: 'seed cache_implementation',
    },
    general: {
      ...NONE,
      where: '`config_general`',
      hard: 'num_fewshot_seeds=1 use_chat_template system_prompt override_chat_template',
      soft: 'override_batch_size model_dtype',
      identity: 'model_name model_sha model_size',
      elsewhere: 'max_samples lighteval_sha model_config generation_parameters',
      never: 'job_id start_time end_time total_evaluation_time_secondes config',
    },
    task: {
      ...NONE,
      where: '`config_tasks.<task>`',
      hard: 'few_shots_split few_shots_select generation_grammar hf_filter',
      soft: `metrics metric solver scorer sample_fields sample_to_fewshot filter must_remove_duplicate_docs=false
        frozen output_regex`,
      elsewhere: `prompt_function hf_repo hf_subset hf_revision evaluation_splits generation_size stop_sequence num_samples
        num_fewshots version effective_num_docs original_num_docs`,
      never: 'name full_name suite hf_avail_splits trust_dataset',
    },
  },
  inspect_ai: {
    generation: {
      ...NONE,
      where: '`eval.model_generate_config` and `plan.config`',
      hard: `system_message max_tokens top_p temperature stop_seqs best_of frequency_penalty presence_penalty logit_bias top_k
        num_choices parallel_tool_calls internal_tools max_tool_output verbosity effort reasoning_effort reasoning_mode
        reasoning_tokens reasoning_summary reasoning_history response_schema extra_body modalities fallback_models
        fail_on_refusal`,
      soft: 'seed logprobs top_logprobs prompt_logprobs cache_prompt',
      never: `max_retries timeout attempt_timeout stream_idle_timeout max_connections adaptive_connections extra_headers cache
        batch`,
    },
    config: {
      ...NONE,
      where: '`eval.config`',
      hard: `message_limit token_limit token_limit_type turn_limit time_limit working_limit cost_limit approval`,
      soft: `sample_shuffle fail_on_error continue_on_fail retry_on_error score_on_error review sentinel`,
      elsewhere: 'limit sample_id epochs epochs_reducer',
      never: `max_samples max_dataset_memory max_tasks max_subprocesses max_sandboxes sandbox_cleanup sandbox_prebuilt
        log_samples log_realtime log_images log_model_api log_buffer log_shared score_display notification acp_server`,
    },
    model_args: {
      ...NONE,
      where: '`eval.model_args`',
      hard: `use_chat_template chat_template tokenizer_call_args tokenizer_kwargs enable_thinking do_sample emulate_tools
        reasoning_enabled transforms models completion_mode responses_phase thinking_display responses_api auto_model_class
        max_length max_model_len context_length truncation truncation_side add_bos_token add_special_tokens chat_template_kwargs
        chat_template_content_format reasoning_parser rope_scaling rope_theta hf_overrides generation_config
        override_generation_config limit_mm_per_prompt mm_processor_kwargs`,
      soft: `tokenizer tokenizer_path dtype device device_map batch_size hidden_states dispatch trust_remote_code provider
        stream streaming api_version prompt_logprobs model_info require_model_info`,
      identity: 'model_path inference_component_name',
      never: `api_key base_url endpoint_url default_headers http_client project location aws_region connect_timeout
        read_timeout metadata quota_project_id scopes use_adc max_retries timeout port server_args prompt_cache_key
        prompt_cache_retention safety_identifier`,
    },
    eval: {
      ...NONE,
      where: '`eval`',
      hard: 'model_roles',
      soft: 'sandbox metrics shards',
      identity: 'model revision',
      elsewhere: `task task_version task_args task_args_passed solver solver_args solver_args_passed dataset
        model_generate_config model_args config packages scorers`,
      never: `eval_set_id eval_id run_id created task_id task_file task_display_name task_description task_registry_name
        task_attribs tags model_base_url metadata viewer headline_metric`,
    },
  },
  promptfoo: {
    provider: {
      ...NONE,
      where: '`config` of the provider',
      hard: `temperature top_p top_k min_p max_tokens max_completion_tokens max_output_tokens maxOutputTokens num_predict num_ctx
        max_new_tokens stop stopSequences stop_sequences frequency_penalty presence_penalty repeat_penalty
        repetition_penalty reasoning_effort reasoning verbosity response_format generationConfig safetySettings
        systemInstruction system_prompt systemPrompt instructions thinking think showThinking tools tool_choice tool_resources
        functions function_call functionToolCallbacks logit_bias modalities audio passthrough extra_body mcp omitDefaults
        truncation guardrails prompt transformResponse chat_template_kwargs`,
      soft: `seed service_tier store metadata user prompt_cache_key prompt_cache_options prompt_cache_retention logprobs
        top_logprobs cost inputCost outputCost stream`,
      identity: 'model modelName model_id',
      never: `apiKey apiKeyEnvar apiKeyRequired apiHost apiBaseUrl basePath organization headers maxRetries timeout url
        accessKeyId secretAccessKey sessionToken region projectId`,
    },
    env: {
      ...NONE,
      where: '`config.env`, which stands in for what a provider leaves out',
      hard: `OPENAI_TEMPERATURE OPENAI_MAX_TOKENS OPENAI_MAX_COMPLETION_TOKENS OPENAI_TOP_P OPENAI_PRESENCE_PENALTY
        OPENAI_FREQUENCY_PENALTY OPENAI_STOP`,
      never: 'OPENAI_API_KEY OPENAI_API_HOST OPENAI_API_BASE_URL OPENAI_BASE_URL OPENAI_ORGANIZATION',
    },
    evaluation: {
      ...NONE,
      where: '`config.evaluateOptions`',
      soft: 'interactiveProviders isRedteam',
      elsewhere: 'repeat filterRange',
      never: `cache delay generateSuggestions suggestionsCount maxConcurrency progressCallback showProgressBar timeoutMs
        maxEvalTimeMs silent`,
    },
  },
  helm: {
    adapter: {
      ...NONE,
      where: '`adapter_spec` of the run',
      identity: 'model model_deployment',
      elsewhere: `method global_prefix global_suffix instructions input_prefix input_suffix reference_prefix
        reference_prefix_characters reference_suffix chain_of_thought_prefix chain_of_thought_suffix output_prefix output_suffix
        instance_prefix substitutions max_train_instances max_eval_instances num_outputs num_train_trials num_trials
        sample_train temperature max_tokens stop_sequences random multi_label image_generation_parameters
        reeval_parameters eval_splits output_mapping_pattern`,
    },
    run: {
      ...NONE,
      where: 'the run',
      soft: 'annotators',
      elsewhere: 'scenario_spec adapter_spec metric_specs data_augmenter_spec',
      never: 'name groups',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Place>>>>;

export type RecordingHarness = keyof typeof SETTINGS;

interface Rule {
  readonly of: SettingClass;
  /** What leaving the setting out means; undefined where nobody knows. */
  readonly without: unknown;
}

/** The settings of a place by name. */
export function rulesOf(place: Place): ReadonlyMap<string, Rule> {
  return new Map(
    (Object.keys(SETTING_CLASSES) as SettingClass[]).flatMap((of) =>
      place[of]
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word): [string, Rule] => {
          const [name = '', value] = word.split('=');
          return [name, { of, without: value === undefined ? undefined : scalarOf(value) }];
        }),
    ),
  );
}

/** `True`, `0.5` and `None` as the value that Python makes of them; a quoted text is one. */
export function scalarOf(text: string): unknown {
  const word = text.trim();
  if (/^(['"]).*\1$/s.test(word) && word.length > 1) return word.slice(1, -1);
  if (/^(?:true|false)$/i.test(word)) return word.toLowerCase() === 'true';
  if (/^none$/i.test(word)) return null;
  return word !== '' && Number.isFinite(Number(word)) ? Number(word) : word;
}
