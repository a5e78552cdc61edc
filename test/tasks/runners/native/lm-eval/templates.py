"""
Renders every template of the tasks that the installed lm_eval ships with jinja2 as the harness sets it up, each with a made-up
document that it accepts, and lists what of a task is Python. JSON on stdout.
"""

import importlib.util
import itertools
import json
import os
import sys
from importlib.metadata import version

import jinja2
import jinja2.meta
import yaml
from jinja2 import nodes

ROOT = os.path.join(importlib.util.find_spec("lm_eval").submodule_search_locations[0], "tasks")
FIELDS = ["doc_to_text", "doc_to_target", "doc_to_choice", "description"]


class Python(str):
    """Names a function."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    pass


Loader.add_constructor("!function", lambda loader, node: Python(loader.construct_scalar(node)))


def load(file, seen=()):
    with open(file, encoding="utf-8") as stream:
        task = yaml.load(stream, Loader)
    if not isinstance(task, dict):
        return {}
    included = task.pop("include", None)
    for name in [included] if isinstance(included, str) else included or []:
        base = os.path.join(os.path.dirname(file), name)
        if base not in seen and os.path.exists(base):
            task = {**load(base, (*seen, base)), **task}
    return task


# As in lm_eval/utils.py: StrictUndefined, and a final line break stays.
env = jinja2.Environment(loader=jinja2.BaseLoader(), undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
env.filters["regex_replace"] = lambda string, pattern, repl, count=0: __import__("re").sub(pattern, repl, string, count=count)

TEXTS = ["A", " Two words. "]
LISTS = [["A", "B", "C", "D", "E"], [{"text": "A", "atext": "B"}], [["A", "B"], ["C", "D"]], [0, 1]]


def attributes(tree):
    """Keys that are read of each top-level variable."""
    known = {}
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        key = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        if isinstance(node.node, nodes.Name) and isinstance(key, str) and not hasattr("", key) and not hasattr([], key):
            known.setdefault(node.node.name, set()).add(key)
    return known


def lists(tree):
    """Variables that are gone through."""
    found = [node.iter for node in tree.find_all(nodes.For)]
    found += [node.node for node in tree.find_all(nodes.Filter) if node.name in ("join", "map", "list")]
    found += [arg for node in tree.find_all(nodes.Call) if getattr(node.node, "attr", "") == "join" for arg in node.args]
    return {node.name for node in found if isinstance(node, nodes.Name)}, {
        node.node.name for node in found if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name)
    }


def numbers(tree):
    """Variables that cut a slice."""
    ends = [end for node in tree.find_all(nodes.Slice) for end in (node.start, node.stop)]
    return {node.name for node in ends if isinstance(node, nodes.Name)}


def documents(source):
    """Documents for a template, the likeliest first."""
    tree = env.parse(source)
    names = sorted(jinja2.meta.find_undeclared_variables(tree) - {"range"})
    keys, (gone_through, inner_lists), cuts = attributes(tree), lists(tree), numbers(tree)
    constants = [node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, (str, int))][:5]
    options = []
    for name in names:
        inner = sorted(keys.get(name, []))
        leaves = [LISTS[0]] if name in inner_lists else TEXTS
        nested = [{key: value for key in inner} for value in (*leaves, *LISTS, {"a1": "A"})] if inner else []
        nested += [[value] for value in nested]
        plain = LISTS if name in gone_through else [1, 3] if name in cuts else constants + TEXTS + LISTS + [1]
        options.append(nested + plain)
    return (dict(zip(names, values)) for values in itertools.islice(itertools.product(*options), 20_000))


def prints_container(value, text):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return any(isinstance(each, (list, dict)) and (repr(each) in text or prints_container(each, text)) for each in inner)


def main():
    templates, python, tasks = {}, {}, 0
    for folder, _, files in os.walk(ROOT):
        for name in files:
            if not name.endswith(".yaml"):
                continue
            try:
                task = load(os.path.join(folder, name))
            except yaml.YAMLError:
                continue
            if not isinstance(task.get("task"), str):
                continue
            tasks += 1
            family = os.path.relpath(folder, ROOT).split(os.sep)[0]
            for key in [*FIELDS, "process_docs", "custom_dataset"]:
                if isinstance(task.get(key), Python):
                    python.setdefault(family, {}).setdefault(key, []).append(task["task"])
            if "class" in task:
                python.setdefault(family, {}).setdefault("class", []).append(task["task"])
            for key in FIELDS:
                value = task.get(key)
                for source in value if isinstance(value, list) else [value]:
                    if isinstance(source, str) and not isinstance(source, Python) and ("{{" in source or "{%" in source):
                        templates.setdefault(source, task["task"])
    rendered, unrendered = [], []
    for source, task in templates.items():
        wanted = 2
        try:
            compiled = env.from_string(source)
            for doc in documents(source):
                try:
                    text = compiled.render(**doc)
                except Exception:
                    continue
                if "Undefined" in text or ((not text.lstrip().startswith("[") or "],[" in text) and prints_container(doc, text)):
                    continue  # a list as Python prints it: ours refuses that
                rendered.append({"task": task, "source": source, "doc": doc, "text": text})
                wanted -= 1
                if wanted == 0:
                    break
        except jinja2.TemplateSyntaxError:
            pass
        if wanted == 2:
            unrendered.append({"task": task, "source": source})
    json.dump(
        {"version": version("lm_eval"), "tasks": tasks, "rendered": rendered, "unrendered": unrendered, "python": python},
        sys.stdout,
    )


main()
