"""The names of all settings that harnesses record, read from their packages without running them.

    python3 scripts/setting_names.py FOLDER > test/results/formats/setting-names.json

FOLDER holds the wheels of setting-names.requirements.txt, and promptfoo's tarball. scripts/setting-names.ts fetches them.
"""

import ast
import json
import re
import sys
import tarfile
import zipfile
from pathlib import Path


def package(folder, name):
    """A wheel's sources by their paths, and its version."""
    (path,) = Path(folder).glob(f"{name}-*.whl")
    with zipfile.ZipFile(path) as wheel:
        files = {each: wheel.read(each).decode() for each in wheel.namelist() if each.endswith(".py")}
    return path.name.split("-")[1], {each: ast.parse(text) for each, text in files.items()}


def classes(sources, pattern):
    """Classes of the files whose paths match."""
    for path, tree in sources.items():
        if re.search(pattern, path):
            yield from (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def fields(sources, pattern, names):
    """Annotated members of the classes whose names match."""
    return [
        member.target.id
        for node in classes(sources, pattern)
        if re.fullmatch(names, node.name)
        for member in node.body
        if isinstance(member, ast.AnnAssign) and not member.target.id.isupper()
        and not member.target.id.startswith("_")
    ]


def constants(tree, functions):
    """First arguments, where they are texts, of calls of functions or methods of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            if re.fullmatch(functions, ast.unparse(node.func)) and isinstance(node.args[0].value, str):
                yield node.args[0].value


def keys(tree):
    """Keys, where they are texts, of literals and of assignments to members."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield from (key.value for key in node.keys if isinstance(key, ast.Constant))
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                yield node.slice.value


def function(sources, pattern, name):
    return next(
        node
        for path, tree in sources.items()
        if re.search(pattern, path)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == name
    )


def lm_eval(folder):
    version, sources = package(folder, "lm_eval")
    arguments = []
    for node in classes(sources, r"lm_eval/models/(?!utils)\w+\.py$"):
        for member in node.body if not node.name.startswith("_A") else []:
            if isinstance(member, ast.FunctionDef) and member.name == "__init__":
                arguments += [each.arg for each in member.args.args + member.args.kwonlyargs]
                arguments += constants(member, r"kwargs\.(pop|get)")
    info = [function(sources, "huggingface.py$", "get_model_info")]
    told = [function(sources, "loggers/utils.py$", f"add_{each}_info") for each in ("env", "tokenizer")]
    schema = next(tree for path, tree in sources.items() if path == "lm_eval/result_schema.py")
    typed = [node for node in ast.walk(schema) if isinstance(node, ast.Call) and "TypedDict" in ast.unparse(node.func)]
    evaluate = function(sources, "lm_eval/evaluator.py$", "simple_evaluate")
    tracker = fields(sources, "evaluation_tracker.py$", "GeneralConfigTracker")
    assigned = [
        node.slice.value
        for node in ast.walk(evaluate)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.value) == "results" and isinstance(node.slice, ast.Constant)
    ]
    return version, {
        "model_args": [each for each in arguments if each != "self"],
        "config": [*fields(sources, "result_schema.py$", "_EvalConfig"), *(key for each in info for key in keys(each))],
        "results": [
            *tracker,
            *assigned,
            *fields(sources, "result_schema.py$", "EvalResults"),
            *(key for each in [*told, *typed] for key in keys(each)),
        ],
        "task": fields(sources, "lm_eval/config/task.py$", "TaskConfig"),
    }


def lighteval(folder):
    version, sources = package(folder, "lighteval")
    return version, {
        "model": fields(sources, "lighteval/models/", r"(?!FullNanotron)\w*ModelConfig"),
        "generation": fields(sources, "model_input.py$", "GenerationParameters"),
        "general": fields(sources, "info_loggers.py$", "GeneralConfigLogger"),
        "task": fields(sources, "lighteval_task.py$", "LightevalTaskConfig"),
    }


def inspect_ai(folder):
    version, sources = package(folder, "inspect_ai")
    providers = [tree for path, tree in sources.items() if "/model/_providers/" in path]
    return version, {
        "generation": fields(sources, "_generate_config.py$", "GenerateConfig"),
        "config": fields(sources, "log/_log.py$", "EvalConfig"),
        "model_args": [
            each for tree in providers for each in constants(tree, r"collect_model_arg|model_args\.(pop|get)")
        ],
        "eval": fields(sources, "log/_log.py$", "EvalSpec"),
    }


def helm(folder):
    version, sources = package(folder, "crfm_helm")
    return version, {
        "adapter": fields(sources, "adapter_spec.py$", "AdapterSpec"),
        "run": fields(sources, "benchmark/run_spec.py$", "RunSpec"),
    }


def promptfoo(folder):
    (path,) = Path(folder).glob("promptfoo-*.tgz")
    with tarfile.open(path) as archive:
        files = {
            each.name: archive.extractfile(each).read().decode()
            for each in archive
            if re.search(r"dist/src/(index\.d\.ts|[^/]+\.js)$", each.name)
        }
    types = files["package/dist/src/index.d.ts"]
    options = re.search(r"const EvaluateOptionsSchema[^{]*\{(.*?)\n\}", types, re.S).group(1)
    chat = "\n".join(
        re.split(r"\nvar \w+ = class|\nclass ", part)[0]
        for text in files.values()
        for part in re.split(r"(?:var|let|const) OpenAiChatCompletionProvider = class|class OpenAiChatCompletionProvider", text)[1:]
    )
    return path.stem.removeprefix("promptfoo-"), {
        "provider": re.findall(r"\bconfig\??\.([A-Za-z_]\w*)", chat),
        "env": re.findall(r'"(OPENAI_[A-Z_]+)"', chat),
        "evaluation": re.findall(r"^  (\w+):", options, re.M),
    }


def main():
    harnesses = {
        "lm-evaluation-harness": lm_eval,
        "lighteval": lighteval,
        "inspect_ai": inspect_ai,
        "promptfoo": promptfoo,
        "helm": helm,
    }
    found = {}
    for name, read in harnesses.items():
        version, places = read(sys.argv[1])
        empty = [place for place, names in places.items() if not names]
        if empty:
            sys.exit(f"{name} {version}: nothing was found for {', '.join(empty)}: its sources have moved")
        found[name] = {"version": version, "places": {place: sorted(set(names)) for place, names in places.items()}}
    print(json.dumps(found, indent=2))


main()
