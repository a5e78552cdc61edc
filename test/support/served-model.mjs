// A server of one model, as `serve` starts it: checkpoint, port and what goes wrong are arguments.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , checkpoint, port, fault = '', note = ''] = process.argv;
console.log(`loading ${checkpoint}`);
if (fault === 'dies') {
  console.error('\u001b[31mout of memory: 3 GB wanted\u001b[0m');
  process.exit(7);
}
readFileSync(checkpoint);
// A child that outlives its parent, unless the whole group is ended.
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
if (note !== '') writeFileSync(note, JSON.stringify({ pids: [process.pid, child.pid], env: process.env }));
const isReady = Date.now() + 300;
let asked = 0;
createServer((request, response) => {
  const send = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (fault === 'never ready' || Date.now() < isReady) return send(503, { error: 'loading' });
  if (request.url === '/v1/models') {
    const paths = { another: '/elsewhere/model.gguf', 'says no path': undefined };
    const root = fault in paths ? paths[fault] : checkpoint;
    return send(200, { data: [{ id: 'weighbridge', owned_by: 'vllm', root, max_model_len: 128 }] });
  }
  if (request.url === '/version') return send(200, { version: '0.28.0' });
  if (request.url !== '/v1/completions') return send(404, {});
  asked += 1;
  if (fault === 'crashes' && asked > 6) {
    console.error('CUDA error: an illegal memory access');
    process.exit(9);
  }
  return send(200, {
    model: 'weighbridge',
    choices: [{ index: 0, text: 'yes', finish_reason: 'length', stop_reason: null, logprobs: null }],
    usage: { prompt_tokens: 3, completion_tokens: 1 },
  });
}).listen(Number(port), '127.0.0.1', () => console.log('listening'));
