/** Between two signs of life while another program works, ms. */
const HEARTBEAT = 5000;

/** Says what is happening, and again with the seconds gone by while it goes on. Returns how to stop. */
export function announce(what: string, status: (line: string) => void): () => void {
  const start = Date.now();
  status(what);
  const timer = setInterval(() => status(`${what}: ${Math.round((Date.now() - start) / 1000)} s`), HEARTBEAT);
  return () => clearInterval(timer);
}
