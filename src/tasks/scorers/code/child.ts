import { runJavaScript } from './javascript.ts';
import { denyNetwork } from './no-network.ts';
import { type Job, type Message, READY } from './protocol.ts';
import { runPython } from './python.ts';

/**
 * The process in which one program of a model runs: started without variables, files, children and network, and killed when its time is
 * over. Nobody believes what it prints but the one line that begins with the secret of its job, which no program can see.
 */
async function main(): Promise<void> {
  denyNetwork();
  const input = await read(process.stdin);
  if (input === '') {
    process.stderr.write('this is the code process, which a scorer starts\n');
    process.exit(4);
  }
  const job = JSON.parse(input) as Job;
  const say = process.stdout.write.bind(process.stdout);
  const tell = (message: Message) => say(`${job.secret} ${JSON.stringify(message)}\n`);
  const run = job.language === 'python' ? runPython : runJavaScript;
  const passed = await run(job, () => tell(READY));
  tell({ passed });
  // Timers and handles of a hostile program do not keep it.
  say('', () => process.exit(0));
}

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

await main();
