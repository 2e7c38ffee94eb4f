import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into an archive, with what a hostile archive would say of it. */
export interface Packed {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Says that its name is UTF-8. */
  readonly utf8?: boolean;
  /** The size it claims to have. */
  readonly claims?: number;
  readonly encrypted?: boolean;
  /** Lies where the entry of this index lies. */
  readonly over?: number;
}

/** A zip archive (APPNOTE 4.3), written by hand because no program writes what some of these tests need. */
export function zipOf(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const { name, content, utf8 = true, claims, encrypted = false, over } of files) {
    const title = Buffer.from(name);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((utf8 ? 0x800 : 0) | (encrypted ? 1 : 0), 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? bytes.length, 18);
    head.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, packed]);
    const place = over === undefined ? at : places[over]!;
    places.push(place);
    if (over === undefined) {
      locals.push(local);
      at += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, title]));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
