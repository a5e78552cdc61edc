"""A metric as a service: how short an answer is beside its question. `python3 brevity_service.py PORT`; what it serves is `api: scores`."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def score(answer):
    """One of {"text", "question", "targets"}: a number, or {"unscored": "why"}."""
    words = len(answer["text"].split())
    if words == 0:
        return {"unscored": "the answer is empty"}
    return min(1.0, len(answer.get("question", "").split()) / words)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        # The model's name comes back: a service that becomes another one while it scores ends the task.
        said = {"model": asked["model"], "scores": [score(answer) for answer in asked["answers"]]}
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
print(server.server_port, flush=True)
server.serve_forever()
