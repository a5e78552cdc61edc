import { deflateRawSync } from 'node:zlib';

export type Method = 'stored' | 'deflate' | 'zstd' | 'unknown';

const METHODS: Readonly<Record<Method, number>> = { stored: 0, deflate: 8, zstd: 93, unknown: 97 };

/** A ZIP archive of members in this order, with names that may repeat (APPNOTE 4.3). No checksums: readers here check none. */
export function zip(members: readonly (readonly [name: string, text: string, method?: Method])[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text, method = 'deflate'] of members) {
    const plain = Buffer.from(text);
    const packed = pack(plain, method);
    const nameBytes = Buffer.from(name);
    // Both headers share this run of fields: flags, method, time, date, checksum, sizes, length of the name.
    const shared = Buffer.alloc(24);
    shared.writeUInt16LE(0x0800, 0);
    shared.writeUInt16LE(METHODS[method], 2);
    shared.writeUInt32LE(packed.length, 12);
    shared.writeUInt32LE(plain.length, 16);
    shared.writeUInt16LE(nameBytes.length, 20);
    const start = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00', 'latin1'), shared, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00\x14\x00', 'latin1'), shared, rest, nameBytes]),
    );
    local.push(start);
    offset += start.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

function pack(bytes: Buffer, method: Method): Buffer {
  switch (method) {
    case 'deflate':
      return deflateRawSync(bytes);
    case 'zstd':
      // As Inspect writes large members: in several frames.
      return Buffer.concat([zstdFrame(bytes.subarray(0, 1)), zstdFrame(bytes.subarray(1))]);
    case 'stored':
    case 'unknown':
      return bytes;
  }
}

/** One frame of raw blocks (RFC 8878, 3.1.1), since Node 20 cannot compress to Zstandard. */
function zstdFrame(bytes: Buffer): Buffer {
  const MOST = 100_000;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  const blocks: Buffer[] = [];
  for (let start = 0; start === 0 || start < bytes.length; start += MOST) {
    const block = bytes.subarray(start, start + MOST);
    const isLast = start + MOST >= bytes.length;
    const header = Buffer.alloc(4);
    header.writeUInt32LE((block.length << 3) | Number(isLast));
    blocks.push(header.subarray(0, 3), block);
  }
  // Magic number; four bytes of content size in a single segment.
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, ...blocks]);
}
