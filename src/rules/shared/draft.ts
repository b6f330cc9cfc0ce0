/** The files of an example that is a draft beside the talk that it quotes. */
import { transcript } from './transcript.ts';

const QUOTED_TALK = transcript`
  parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
  utterances:
    - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
    - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
  `;

export function draft(text: string, talk = QUOTED_TALK) {
  return { ...talk, 'draft.md': `${text}\n` };
}
