/**
 * The Python that starts one of the converter's scripts: `ROOT SCRIPT ARGUMENT…`. Several models' classes load a tokenizer with
 * `trust_remote_code=True` (llama.cpp `conversion/base.py`, `chatglm.py`, `deepseek.py`, …), which runs Python out of the folder:
 * here nothing does. Files of pickles are refused before, and once more where they would be loaded.
 *
 * The converter tells tokenizers by a digest of what they make of a text, and knows those of published models. The
 * pre-tokenizer of GPT-2, which the library `tokenizers` calls `ByteLevel`, is told by its definition where the vocabulary is
 * one's own: llama.cpp splits by the same expression (`LLAMA_VOCAB_PRE_TYPE_GPT2`).
 */
export const CONVERTER_DRIVER = `
import json, runpy, sys

root, script, *arguments = sys.argv[1:]
sys.path[0] = root

def refused(what):
    def refuse(*_, **__):
        raise SystemExit("REFUSED: " + what)
    return refuse

import transformers.dynamic_module_utils as dynamic
resolve = dynamic.resolve_trust_remote_code
dynamic.resolve_trust_remote_code = lambda _, *rest, **more: resolve(False, *rest, **more)
for name in ("get_class_from_dynamic_module", "get_cached_module_file", "get_class_in_module"):
    setattr(dynamic, name, refused("the folder has Python of its own"))

import torch
torch.load = refused("the folder has pickles")

sys.argv = [root + "/" + script, *arguments]
sys.path.insert(1, root + "/gguf-py")
from conversion.base import TextModel
by_digest = TextModel.get_vocab_base_pre

def is_gpt2(tokenizer):
    backend = getattr(tokenizer, "backend_tokenizer", None)
    all = json.loads(backend.to_str()) if backend is not None else {}
    pre = all.get("pre_tokenizer") or {}
    return (all.get("normalizer") is None and all.get("model", {}).get("type") == "BPE" and pre.get("type") == "ByteLevel"
            and pre.get("add_prefix_space") is False and pre.get("use_regex") is True)

def by_definition(self, tokenizer):
    try:
        return by_digest(self, tokenizer)
    except NotImplementedError:
        if is_gpt2(tokenizer): return "gpt-2"
        raise

TextModel.get_vocab_base_pre = by_definition
runpy.run_path(sys.argv[0], run_name="__main__")
`;
