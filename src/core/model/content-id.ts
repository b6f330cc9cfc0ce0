/** Ids of utterances in transcripts of other formats, made of who speaks and what is said: `h` and ten signs. */
const CONTENT_ID = /^h[a-z2-7]{10}$/;

export function isContentId(id: unknown): boolean {
  return typeof id === 'string' && CONTENT_ID.test(id);
}
