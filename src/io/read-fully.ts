/** Reads up to a number of bytes of an open file into a buffer. Returns the part of the buffer that they fill. */
import fs from 'node:fs';

export function readFully(descriptor: number, size: number, into: Buffer): Buffer {
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read)
    read = fs.readSync(descriptor, into, length, size - length, null);
  return into.subarray(0, length);
}
