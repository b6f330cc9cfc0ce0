/** The key that makes a file a transcript or a layer. */
export const KIND_KEYS = { utterances: 'transcript', transcript: 'layer' } as const;

export type FileKind = (typeof KIND_KEYS)[keyof typeof KIND_KEYS];

/** Returns the kind of a file, undefined if it is neither or both. */
export function fileKind(root: Readonly<Record<string, unknown>>): FileKind | undefined {
  const isTranscript = Object.hasOwn(root, 'utterances');
  if (isTranscript === Object.hasOwn(root, 'transcript')) return undefined;
  return isTranscript ? 'transcript' : 'layer';
}
