"""The weights of a quantised GGUF in other forms: `weights.py SOURCE.gguf FOLDER` writes `f32.gguf`, `q8_0.gguf` and `hf` for transformers."""

import os
import sys

import torch
from gguf import GGMLQuantizationType, GGUFReader, GGUFValueType, GGUFWriter
from gguf.quants import dequantize, quantize
from safetensors.torch import save_file
from transformers import AutoModelForCausalLM, AutoTokenizer

source, folder = sys.argv[1:]
reader = GGUFReader(source)


def write(target, matrices):
    """With the source's metadata, tokenizer and all."""
    writer = GGUFWriter(target, reader.fields["general.architecture"].contents())
    for field in reader.fields.values():
        if field.name.startswith("GGUF.") or field.name in ("general.architecture", "general.file_type"):
            continue
        kind = field.types[0]
        element = field.types[-1] if kind == GGUFValueType.ARRAY else None
        writer.add_key_value(field.name, field.contents(), kind, element)
    for tensor in reader.tensors:
        shape = tensor.shape.tolist()
        values = dequantize(tensor.data, tensor.tensor_type).reshape(*reversed(shape))
        kind = matrices if len(shape) > 1 else GGMLQuantizationType.F32
        writer.add_tensor(tensor.name, quantize(values, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_for_transformers(target):
    """By hand: transformers saves no model that it read from a GGUF file."""
    named = {"gguf_file": os.path.basename(source)}
    home = os.path.dirname(source)
    model = AutoModelForCausalLM.from_pretrained(home, dtype=torch.float32, **named)
    tensors = {name: tensor.contiguous() for name, tensor in model.state_dict().items()}
    if model.config.tie_word_embeddings:
        del tensors["lm_head.weight"]
    os.makedirs(target)
    save_file(tensors, os.path.join(target, "model.safetensors"), metadata={"format": "pt"})
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
    model.config.save_pretrained(target)
    AutoTokenizer.from_pretrained(home, **named).save_pretrained(target)


for kind in (GGMLQuantizationType.F32, GGMLQuantizationType.Q8_0):
    write(os.path.join(folder, f"{kind.name.lower()}.gguf"), kind)
write_for_transformers(os.path.join(folder, "hf"))
