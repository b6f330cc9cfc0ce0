/** A format that is known by its signs and not read: its name, and the way in. */
export interface ForeignFormat {
  readonly name: string;
  /** What to do instead, with the command to run where there is one; `FILE` stands for the file. */
  readonly wayIn: string;
}

const PANDOC = 'pandoc -t plain --wrap=none FILE | onrecord convert -';
const CAPTIONS = 'save it as WebVTT or SubRip (SRT) with the program that made it, or with Subtitle Edit';

/** Ways in that several formats share. */
export const WAYS = {
  captions: CAPTIONS,
  elan: 'export it from ELAN as WebVTT or SubRip, or as tab-delimited text and name its columns with --map',
  ffmpeg: `${CAPTIONS}; or: ffmpeg -i FILE captions.srt`,
  pdf: 'take its text out: pdftotext -layout FILE - | onrecord convert -',
  praat: 'export it from Praat or ELAN as tab-separated text, and name its columns with --map',
  plainText: `save it as plain text (UTF-8), or: ${PANDOC}`,
  service:
    'ask the service for WebVTT or SubRip (SRT); or make a CSV with the columns speaker,start,end,text',
} as const;
