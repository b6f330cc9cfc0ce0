/** Reads so many bytes of an open file into a buffer, fewer where it ends before, and gives the part that they fill. */
import fs from 'node:fs';

export function readFully(descriptor: number, size: number, into: Buffer): Buffer {
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read)
    read = fs.readSync(descriptor, into, length, size - length, null);
  return into.subarray(0, length);
}
