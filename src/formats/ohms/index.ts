/** Records of the Oral History Metadata Synchronizer (OHMS): the transcript in them, as plain text or as WebVTT. */
import { defineFormat } from '../define-format.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { ImportReport } from '../shared/report.ts';
import { readXml, type XmlHandler } from '../shared/xml.ts';
import { readText } from '../text/read.ts';
import { readWebvtt } from '../webvtt/read.ts';

export const format = defineFormat({
  id: 'ohms',
  name: 'an OHMS record',
  title: 'OHMS records: the transcript in them',
  extensions: ['xml'],
  keeps: 'words and speakers as in plain text or WebVTT; title, date, language',
  loses: 'the index, the points of synchronisation, translations, what else describes the record',
  takes: ['profile', 'speakers', 'carrySpeaker', 'fold'],
  detect: text =>
    /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<ROOT\b/.test(text) &&
    /nunncenter\/ohms|<(?:vtt_)?transcript[\s/>]/.test(text.slice(0, 100_000))
      ? 1
      : 0,
  read,
});

function read(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const record = new OhmsRecord(report);
  if (!readXml(text, record, report)) return report.result();
  const vtt = record.field('vtt_transcript');
  const plain = record.field('transcript');
  const embedded = vtt === '' ? plain : vtt;
  if (embedded === '' || /^no transcript\.?$/i.test(embedded))
    return report.refused(
      undefined,
      'the record holds no transcript',
      'an OHMS record may hold an index alone, or name the file of its transcript',
    );
  for (const what of ['transcript_alt', 'vtt_transcript_alt'])
    if (record.field(what) !== '') report.lose('translations of the transcript');
  report.lose(
    'points of synchronisation',
    vtt === '' ? (record.field('sync').match(/\d+\(\d+\)/g)?.length ?? 0) : 0,
  );
  const isVtt = /^WEBVTT/.test(embedded);
  const inner = isVtt ? readWebvtt(embedded, options) : readText(embedded, options);
  return withRecord(inner, record, report, isVtt ? 'WebVTT' : 'plain text');
}

/** A year, a month or a day. */
const DATE = /^\d{4}(?:-\d{2}){0,2}$/;
/** A tag; most records name the language in words. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/;

/** The result of the inner reader with what the record says; places in the transcript are none in the file. */
function withRecord(inner: ReadResult, record: OhmsRecord, report: ImportReport, detail: string): ReadResult {
  const findings = [...report.list(), ...inner.findings.map(({ span: _span, ...finding }) => finding)];
  if (inner.value === undefined) return { findings };
  const [title, date, language] = [record.field('title'), record.field('date'), record.field('language')];
  const transcript = {
    ...inner.value.transcript,
    ...(title !== '' && { title }),
    ...(DATE.test(date) && { date }),
    ...(LANGUAGE.test(language) && inner.value.transcript.language === undefined && { language }),
  };
  return {
    value: { ...inner.value, transcript },
    detail,
    findings,
    losses: [...report.losses(), ...(inner.losses ?? [])],
  };
}

/** Fields directly in the record, and how many points its index has. */
class OhmsRecord implements XmlHandler {
  readonly #report: ImportReport;
  readonly #fields = new Map<string, string>();
  readonly #open: string[] = [];

  constructor(report: ImportReport) {
    this.#report = report;
  }

  /** The words of a field, trimmed; empty if the record has none. */
  field(name: string): string {
    return (this.#fields.get(name) ?? '').trim();
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push(name);
    if (name === 'point') this.#report.lose('points of the index');
    if (name === 'date' && attributes['value'] !== undefined) this.#fields.set('date', attributes['value']);
  }

  close(): void {
    this.#open.pop();
  }

  text(text: string): void {
    if (this.#open.length !== 3 || this.#open[1] !== 'record') return;
    const name = this.#open[2]!;
    this.#fields.set(name, (this.#fields.get(name) ?? '') + text);
  }
}
