// Strict, so that a file that was read is written back byte for byte; a byte order mark stays.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Returns the text of the bytes; undefined if they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
