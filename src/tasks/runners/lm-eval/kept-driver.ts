/**
 * The Python that answers one call of lm_eval after another, `FOLDER PROGRAM` in its arguments: it runs the program's own entry point with
 * the arguments of each call, as the command would, and keeps the model that the first one loaded, and the 13,000 files of tasks that are
 * lm_eval's own: reading them is most of what a later call would cost. What the command draws by
 * chance after loading is drawn here too: the generators are set back to where loading left them.
 *
 * Requests and answers are lines of JSON: `{"arguments": […]}` on stdin; `{"ready": VERSION}`, then `{"done": CODE}` on a copy of stdout. Whatever
 * else is printed goes to stderr, so that no text of a model can answer. Python looks for modules where the program lies, not
 * where it is started: there lies what is evaluated.
 */
export const KEPT_DRIVER = `
import sys
sys.path[0] = sys.argv[1]
import json, os
program = sys.argv[2]
answers = os.fdopen(os.dup(1), "w")
requests = os.fdopen(os.dup(0), "r")
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

def say(**what):
    answers.write(json.dumps(what) + "\\n")
    answers.flush()

import importlib.metadata, random, traceback
from lm_eval.__main__ import cli_evaluate
from lm_eval.api import registry

find, held = registry.get_model, {}

def chance(state=None):
    import numpy, torch
    if state is None:
        cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else None
        return random.getstate(), numpy.random.get_state(), torch.get_rng_state(), cuda
    random.setstate(state[0])
    numpy.random.set_state(state[1])
    torch.set_rng_state(state[2])
    if state[3] is not None: torch.cuda.set_rng_state_all(state[3])

class Kept:
    def __init__(self, name):
        self.name, self.model = name, find(name)

    def __getattr__(self, name):
        return getattr(self.model, name)

    def make(self, how, arguments, more):
        key = json.dumps([self.name, how, arguments, more], sort_keys=True, default=str)
        if held.get("key") != key:
            held.clear()
            held["lm"] = getattr(self.model, how)(arguments, more)
            held.update(key=key, chance=chance())
        else:
            chance(held["chance"])
        lm = held["lm"]
        if hasattr(lm, "batch_sizes"): lm.batch_sizes = {}
        return lm

    def create_from_arg_obj(self, arguments, more=None):
        return self.make("create_from_arg_obj", arguments, more)

    def create_from_arg_string(self, arguments, more=None):
        return self.make("create_from_arg_string", arguments, more)

registry.get_model = Kept

import pickle
from lm_eval.tasks import _index

load, own, loaded = _index.load_yaml, os.path.dirname(_index.__file__) + os.sep, {}

def load_yaml(path, **how):
    key = (str(path), *sorted(how.items()))
    if not key[0].startswith(own): return load(path, **how)
    if key not in loaded: loaded[key] = pickle.dumps(load(path, **how))
    return pickle.loads(loaded[key])

_index.load_yaml = load_yaml
say(ready=importlib.metadata.version("lm_eval"))
for line in requests:
    sys.argv = [program, *json.loads(line)["arguments"]]
    code = 0
    try:
        cli_evaluate()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if code != 0 and not isinstance(end.code, int): print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    say(done=code)
    if code != 0: sys.exit(code)
`;
