/** The talk that the examples of drafts quote. */
import { transcript } from './transcript.ts';

export const QUOTED_TALK = transcript`
  parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
  utterances:
    - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
    - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
  `;
