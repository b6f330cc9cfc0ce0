/** Timed text of the W3C: TTML, DFXP and IMSC; one paragraph a caption. */
import type { Milliseconds } from '../../core/model/model.ts';
import { defineFormat } from '../define-format.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { type Caption, captionSegments } from '../shared/captions.ts';
import { ImportReport } from '../shared/report.ts';
import { transcriptOf } from '../shared/segments.ts';
import { readXml, type XmlHandler } from '../shared/xml.ts';
import { parseTimeExpression, type Rates, ratesOf } from './times.ts';

export const format = defineFormat({
  id: 'ttml',
  name: 'TTML',
  title: 'Timed text (TTML, DFXP, IMSC)',
  extensions: ['ttml', 'dfxp', 'xml'],
  keeps: 'words, times, agents and names of speakers before the words, language',
  loses: 'styles and regions, times of single words',
  takes: ['speakers', 'carrySpeaker'],
  detect: text => (ROOT.test(text.slice(0, 20_000)) ? 0.97 : 0),
  read,
});

/** The first element; a prefix may stand before its name, and comments before it. */
const ROOT = /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*<(?:[A-Za-z][\w.-]*:)?tt[\s>]/;

function read(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const reader = new TimedText(report);
  if (!readXml(text, reader, report)) return report.result();
  if (reader.paragraphs.length === 0) return report.refused(undefined, 'no paragraph holds words');
  const captions = reader.paragraphs.map(({ agent, text: words, start, end }): Caption => {
    const voice = agent === undefined ? undefined : (reader.agents.get(agent) ?? agent);
    return { start, end, parts: [{ voice, text: words }] };
  });
  const { language } = reader;
  return report.result(transcriptOf(captionSegments(captions, options, report), options, { language }));
}

interface Paragraph {
  start: Milliseconds | undefined;
  end: Milliseconds | undefined;
  agent: string | undefined;
  text: string;
}

interface Frame {
  /** Times inside an element count from its begin. */
  readonly origin: Milliseconds;
  readonly agent: string | undefined;
  readonly keepsSpace: boolean;
}

class TimedText implements XmlHandler {
  readonly paragraphs: Paragraph[] = [];
  /** Names of agents by their ids. */
  readonly agents = new Map<string, string>();
  language: string | undefined;
  readonly #report: ImportReport;
  readonly #frames: Frame[] = [{ origin: 0, agent: undefined, keepsSpace: false }];
  #rates: Rates = { frames: 30, ticks: 1 };
  #paragraph: Paragraph | undefined;
  #agent: string | undefined;
  #isName = false;
  #ignored = 0;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'tt') {
      this.#rates = ratesOf(attributes);
      const language = attributes['lang'];
      if (language !== undefined && language !== '') this.language = language;
    } else if (name === 'agent') this.#agent = attributes['id'];
    else if (name === 'name') this.#isName = this.#agent !== undefined;
    if (name === 'metadata' && this.#paragraph !== undefined) this.#ignored++;
    this.#enter(name, attributes);
  }

  #enter(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.#frames.at(-1)!;
    const space = attributes['space'];
    const start = this.#time(attributes['begin'], above.origin);
    const duration = this.#time(attributes['dur'], 0);
    const end =
      this.#time(attributes['end'], above.origin) ??
      (duration === undefined ? undefined : (start ?? above.origin) + duration);
    // An agent may be one of several: more than one is nobody in particular.
    const agents = attributes['agent']?.trim().split(/\s+/);
    const agent =
      agents === undefined ? above.agent : agents.length === 1 && agents[0] !== '' ? agents[0] : undefined;
    const keepsSpace = space === undefined ? above.keepsSpace : space === 'preserve';
    this.#frames.push({ origin: start ?? above.origin, agent, keepsSpace });
    if (name === 'p') this.#paragraph = { start, end, agent, text: '' };
    else if (name === 'br' && this.#paragraph !== undefined) this.#paragraph.text += '\n';
    else if (name === 'span' && this.#paragraph !== undefined)
      this.#addSpan(this.#paragraph, start, end, agent);
  }

  /** Spans have times of their own where words are timed; a paragraph without times has those of its spans. */
  #addSpan(
    paragraph: Paragraph,
    start: Milliseconds | undefined,
    end: Milliseconds | undefined,
    agent: string | undefined,
  ): void {
    if (paragraph.text.trim() === '') paragraph.agent = agent ?? paragraph.agent;
    if (start === undefined) return;
    this.#report.lose('times of single words');
    if (paragraph.text.trim() === '') paragraph.start ??= start;
    if (end !== undefined && (paragraph.end === undefined || paragraph.end < end)) paragraph.end = end;
  }

  #time(text: string | undefined, origin: Milliseconds): Milliseconds | undefined {
    if (text === undefined) return undefined;
    const time = parseTimeExpression(text, this.#rates);
    if (time !== undefined) return origin + time;
    this.#report.add('bad-time', undefined, `"${text}" is not a time`, {
      help: 'the words were kept without it; write HH:MM:SS.mmm or seconds as 4.5s',
      loses: 'times of captions',
    });
    return undefined;
  }

  close(name: string): void {
    if (this.#frames.length > 1) this.#frames.pop();
    if (name === 'agent') this.#agent = undefined;
    else if (name === 'name') this.#isName = false;
    else if (name === 'metadata' && this.#ignored > 0) this.#ignored--;
    else if (name === 'p' && this.#paragraph !== undefined) {
      if (this.#paragraph.text.trim() !== '') this.paragraphs.push(this.#paragraph);
      this.#paragraph = undefined;
    }
  }

  /** White space is one blank, unless the file asks to keep it. */
  text(text: string): void {
    if (this.#isName && this.#agent !== undefined) {
      const name = `${this.agents.get(this.#agent) ?? ''}${text}`.replace(/\s+/g, ' ');
      if (name.trim() !== '') this.agents.set(this.#agent, name.trim());
    } else if (this.#paragraph !== undefined && this.#ignored === 0)
      this.#paragraph.text += this.#frames.at(-1)!.keepsSpace ? text : text.replace(/\s+/g, ' ');
  }
}
