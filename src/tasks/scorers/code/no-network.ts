import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const deny = (): never => {
  throw new Error('there is no network here');
};

/**
 * Takes the network from this process for good: Node's permissions know nothing of it before version 25, and pyodide gives Python sockets
 * where it finds Node's.
 */
export function denyNetwork(): void {
  const owners: readonly object[] = [
    ...[net, net.Socket.prototype, net.Server.prototype, tls, tls.TLSSocket.prototype],
    ...[dgram, dgram.Socket.prototype, http, https, http2, dns, dns.promises, dns.Resolver.prototype],
  ];
  const names =
    /^(connect|createConnection|createServer|createSecureServer|createSocket|listen|bind|send|request|get|lookup|lookupService|resolve\w*|reverse)$/;
  for (const owner of owners) {
    for (const name of Object.getOwnPropertyNames(owner).filter((each) => names.test(each))) {
      Object.defineProperty(owner, name, { value: deny, writable: false, configurable: false });
    }
  }
  syncBuiltinESMExports();
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Object.defineProperty(globalThis, name, { value: deny, writable: false, configurable: false });
  }
  // The doors to what the modules above are made of; emscripten asks one of them for the flags of files.
  const binding = () => ({ fs: {} });
  Object.defineProperty(process, 'binding', { value: binding, writable: false, configurable: false });
  Object.defineProperty(process, '_linkedBinding', { value: deny, writable: false, configurable: false });
}
