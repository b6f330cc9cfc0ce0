/** Answers of speech recognisers and files of programs in JSON, by the keys near their start. */
import { type ForeignFormat, WAYS } from './foreign-format.ts';

interface JsonSignature extends ForeignFormat {
  readonly keys: readonly RegExp[];
}

const key = (name: string) => new RegExp(`"${name}"\\s*:`);

const SIGNATURES: readonly JsonSignature[] = [
  {
    name: 'Azure Speech (batch transcription) JSON',
    keys: [/"(?:combinedRecognizedPhrases|recognizedPhrases|combinedPhrases)"\s*:/],
    wayIn: WAYS.service,
  },
  {
    name: 'Speechmatics JSON',
    keys: [
      key('results'),
      /"(?:job|metadata|format)"\s*:/,
      /"alternatives"\s*:\s*\[\s*\{[^[\]]*"content"\s*:|"transcription_config"\s*:/,
    ],
    wayIn: 'ask Speechmatics for txt or srt: the same job with ?format=srt',
  },
  {
    name: 'IBM Watson JSON',
    keys: [key('results'), /"(?:speaker_labels|result_index|final)"\s*:/, key('alternatives')],
    wayIn: WAYS.service,
  },
  {
    name: 'Google Speech-to-Text JSON',
    keys: [
      key('results'),
      /"alternatives"\s*:\s*\[\s*(?:\]|\{)/,
      /"(?:transcript|languageCode|resultEndTime|resultEndOffset|words)"\s*:/,
    ],
    wayIn: WAYS.service,
  },
  {
    name: 'Gladia JSON',
    keys: [key('transcription'), key('utterances'), /"(?:full_transcript|metadata)"\s*:/],
    wayIn: WAYS.service,
  },
  {
    name: 'ElevenLabs Scribe JSON',
    keys: [key('language_code'), key('words'), /"type"\s*:\s*"(?:word|spacing)"/],
    wayIn: WAYS.service,
  },
  { name: 'Vosk JSON', keys: [key('result'), key('conf'), key('word')], wayIn: WAYS.service },
  { name: 'Fireflies JSON', keys: [key('sentences'), key('speaker_name')], wayIn: WAYS.service },
  { name: 'Sonix JSON', keys: [key('transcript'), key('start_time'), key('speaker')], wayIn: WAYS.service },
  {
    name: 'Kaltura captions JSON',
    keys: [key('objects'), key('startTime'), key('content')],
    wayIn: WAYS.service,
  },
  { name: 'Soniox JSON', keys: [key('tokens'), key('start_ms')], wayIn: WAYS.service },
  { name: 'Digital Paper Edit JSON', keys: [key('paragraphs'), key('words')], wayIn: WAYS.service },
  {
    name: 'oTranscribe (OTR)',
    keys: [key('text'), /"media(?:-[a-z]+)?"\s*:/],
    wayIn: 'export it from oTranscribe as plain text',
  },
  { name: 'Jupyter notebook', keys: [key('cells'), key('nbformat')], wayIn: WAYS.plainText },
  { name: 'Slack export', keys: [/"type"\s*:\s*"message"/, key('ts'), key('user')], wayIn: WAYS.service },
  { name: 'GeoJSON', keys: [/"type"\s*:\s*"FeatureCollection"/], wayIn: WAYS.service },
];

const START = 100_000;

/** The JSON that no reader takes, by name where its keys are known. */
export function jsonFormat(text: string): ForeignFormat | undefined {
  const start = text.slice(0, START);
  if (!/^\s*[{[]/.test(start)) return undefined;
  const known = SIGNATURES.find(({ keys }) => keys.every(pattern => pattern.test(start)));
  if (known !== undefined) return known;
  if (/^\s*\{[^\n]*\}\s*\n\s*\{[^\n]*\}/.test(start)) return { name: 'JSON Lines', wayIn: WAYS.service };
  return /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["\]]|(?:-?\d+(?:\.\d+)?|true|false|null)\s*(?:,\s*[\d"{[]|\]\s*$)))/.test(
    start,
  )
    ? {
        name: 'JSON of this shape',
        wayIn: 'make a CSV with the columns speaker,start,end,text; or name the format with --from',
      }
    : undefined;
}
