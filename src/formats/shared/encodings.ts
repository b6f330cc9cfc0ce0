/** Whether the platform knows an encoding by this name (WHATWG Encoding Standard). */
export function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
