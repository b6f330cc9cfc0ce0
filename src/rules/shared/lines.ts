/** The text of an example in another format: each line as it stands, blank ones too. */
export function lines(...all: readonly string[]): string {
  return all.map(line => `${line}\n`).join('');
}
