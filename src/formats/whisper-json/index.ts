/** What the whisper family of speech recognisers writes. */
import { defineFormat } from '../define-format.ts';
import { readWhisperJson } from './read.ts';
import { writeWhisperJson } from './write.ts';

/** openai-whisper and whisperX list `segments` with times in seconds, whisper.cpp a `transcription` with offsets. */
const PYTHON = /"segments"\s*:\s*\[\s*(?:\]|\{[^{}]*?"(?:start|text)"\s*:)/;
const CPP = /"transcription"\s*:\s*\[\s*(?:\]|\{\s*"timestamps"\s*:)/;

export const format = defineFormat({
  id: 'whisper-json',
  title: 'JSON of openai-whisper, whisper.cpp and whisperX (written as whisperX)',
  extensions: ['json'],
  keeps: 'words, times, labels of speakers, language',
  loses: 'annotations, claims, sources, ids, times of single words',
  detect: text => (/^\s*\{/.test(text) && (PYTHON.test(text) || CPP.test(text)) ? 0.9 : 0),
  read: readWhisperJson,
  write: writeWhisperJson,
});
