/** What the whisper family of speech recognisers writes. */
import { defineFormat } from '../define-format.ts';
import { readBackWhisperJson, readWhisperJson } from './read.ts';
import { writeWhisperJson } from './write.ts';

/** openai-whisper and whisperX list `segments` with times in seconds, whisper.cpp a `transcription` with offsets. */
const PYTHON = /"segments"\s*:\s*\[\s*(?:\]|\{[^{}]*?"(?:start|text)"\s*:)/;
/** transformers: `chunks`, each with a `timestamp` of two numbers. */
const CHUNKS = /"(?:chunks|speakers)"\s*:\s*\[\s*\{[^{}]*?"timestamp"\s*:\s*\[/;
/** A bare list of segments, as scripts dump them. */
const LIST =
  /^\s*\[\s*\{(?=[^{}]*?"(?:start|startTime|start_time|timestamp)"\s*:)(?=[^{}]*?"(?:text|content|body)"\s*:)/;
const CPP = /"transcription"\s*:\s*\[\s*(?:\]|\{\s*"timestamps"\s*:)/;

export const format = defineFormat({
  id: 'whisper-json',
  name: 'Whisper JSON',
  title:
    'JSON of openai-whisper, whisper.cpp, whisperX and transformers, lists of segments (written as whisperX)',
  extensions: ['json'],
  keeps: 'words, times, labels of speakers, language; times and scores of words (x-words)',
  loses: 'annotations, claims, sources, ids, scores of segments, tokens',
  detect: text =>
    LIST.test(text) || (/^\s*\{/.test(text) && (PYTHON.test(text) || CPP.test(text) || CHUNKS.test(text)))
      ? 0.9
      : 0,
  read: readWhisperJson,
  readBack: ({ parts = [] }, before) => readBackWhisperJson(parts, before),
  write: writeWhisperJson,
});
