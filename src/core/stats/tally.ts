/** Counts talks, one after another, with the functions that views, `check` and `diff` use. */
import { countUp, getOrMake } from '../maps.ts';
import { waitsItself } from '../model/anchor-state.ts';
import { conflictsOf } from '../model/conflicts.ts';
import { compareText } from '../model/finding.ts';
import type { Milliseconds } from '../model/model.ts';
import { documentsOf, type Project, tagGroupIn } from '../model/project.ts';
import { annotationsOf, isKnown, liveStances, type PlacedAnnotation, type View } from '../model/view.ts';
import { STANDINGS, type StandingName } from '../model/vocabulary.ts';
import { type Speaker, speakersOf } from '../speakers/list-speakers.ts';
import { claimKind } from '../standing/claim-kind.ts';
import { isUndated } from '../standing/ends.ts';
import { ownCopy } from '../text/own-copy.ts';
import { unsureOf } from '../view/unsure.ts';
import { isLabel } from '../who-speaks/naming.ts';
import type {
  AnnotationCounts,
  FileStats,
  NamedCount,
  ReadingStats,
  SourceStats,
  SpeakerStats,
  StandingStats,
  Stats,
  TagStats,
  Totals,
} from './stats.ts';

const KINDS: readonly (StandingName | 'differs')[] = [...STANDINGS, 'differs'];

/** A value under construction: its lists and counts are writable. */
type Sum<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

interface TagSum {
  annotations: number;
  transcripts: number;
  readonly readings: Map<string, number>;
}

export class Tally {
  readonly #standings = new Map<string, Sum<StandingStats>>();
  readonly #speakers = new Map<string, Sum<SpeakerStats>>();
  readonly #tags = new Map<string, TagSum>();
  readonly #readings = new Map<string | undefined, Sum<ReadingStats>>();
  readonly #sources = new Map<string, Sum<SourceStats>>();
  readonly #requests = new Map<string, number>();
  readonly #dates = new Map<string, number>();
  readonly #files: FileStats[] = [];
  #unpinned = 0;
  #conflicts = 0;

  /** Adds a talk. The dates of the view must have gone through `prepareDates`. */
  add(view: View): void {
    const { transcript } = view.project;
    const annotations = annotationsOf(view).filter(isKnown);
    const live = annotations.filter(({ dead }) => dead === undefined);
    const speakers = speakersOf(view.project);
    const unsure = unsureOf(view);
    this.#unpinned += unsure.unpinned;
    for (const document of documentsOf(view.project)) this.#conflicts += [...conflictsOf(document)].length;
    this.#addClaims(view);
    for (const speaker of speakers) this.#addSpeaker(speaker, transcript.file);
    this.#addTags(live);
    this.#addReadings(view, annotations);
    this.#addSources(view, live);
    for (const { annotation } of live) {
      if (isRequest(annotation.tag, view.project)) countUp(this.#requests, annotation.tag!);
      if (annotation.date !== undefined) countUp(this.#dates, annotation.date.role ?? 'said');
    }
    this.#files.push({
      file: transcript.file,
      title: kept(transcript.value.title),
      utterances: view.utterances.length,
      statements: view.statements.length,
      words: sum(speakers.map(({ words }) => words)),
      duration: sumOfTimes(speakers.map(({ duration }) => duration)),
      speakers: speakers.filter(({ id }) => id !== undefined).length,
      claims: view.claims.length,
      ...countsOf(annotations, view.project),
      waiting: unsure.waiting + unsure['claims-waiting'],
    });
  }

  stats(): Stats {
    return {
      totals: this.#totals(),
      standings: KINDS.flatMap(kind => this.#standings.get(kind) ?? []),
      speakers: [...this.#speakers.values()].sort(
        (a, b) => b.words - a.words || compareText(a.name ?? '', b.name ?? ''),
      ),
      tags: [...this.#tags]
        .map(
          ([tag, { annotations, transcripts, readings }]): TagStats => ({
            tag,
            annotations,
            readings: byCount(readings),
            transcripts,
          }),
        )
        .sort((a, b) => b.annotations - a.annotations || compareText(a.tag, b.tag)),
      readings: [...this.#readings.values()].sort(
        (a, b) => b.annotations - a.annotations || compareText(a.name ?? '', b.name ?? ''),
      ),
      sources: [...this.#sources.values()].sort(
        (a, b) => b.speech + b.annotations - a.speech - a.annotations || compareText(a.id, b.id),
      ),
      requests: byCount(this.#requests),
      dates: byCount(this.#dates),
      files: this.#files,
    };
  }

  #totals(): Totals {
    const files = this.#files;
    const total = (name: keyof AnnotationCounts | 'utterances' | 'statements' | 'words' | 'claims') =>
      sum(files.map(file => file[name]));
    return {
      transcripts: files.length,
      utterances: total('utterances'),
      statements: total('statements'),
      words: total('words'),
      duration: sumOfTimes(files.map(({ duration }) => duration)),
      speakers: [...this.#speakers.values()].filter(({ ids }) => ids.length > 0).length,
      claims: total('claims'),
      readings: this.#readings.size,
      annotations: total('annotations'),
      ended: total('ended'),
      stances: total('stances'),
      undated: total('undated'),
      requests: total('requests'),
      dates: total('dates'),
      waiting: total('waiting'),
      unpinned: this.#unpinned,
      conflicts: this.#conflicts,
    };
  }

  #addClaims({ claims, project: { transcript } }: View): void {
    for (const claim of claims) {
      const standing = claimKind(claim);
      if (standing === undefined) continue;
      const sums = getOrMake(this.#standings, standing, () => ({
        standing,
        claims: 0,
        declared: [],
        passages: 0,
        transcripts: 0,
      }));
      sums.claims++;
      if (claim.id !== undefined) sums.declared.push({ id: ownCopy(claim.id), file: transcript.file });
      else if (claim.anchors.every(({ entry }) => entry === 'transcript')) sums.transcripts++;
      else sums.passages++;
    }
  }

  /** A label such as `Speaker 1` names somebody only in its own transcript. */
  #addSpeaker({ id, name, turns, words, duration }: Speaker, transcript: string): void {
    const label = name ?? id;
    const file = label !== undefined && isLabel(label) ? transcript : undefined;
    const key = JSON.stringify([label ?? null, file ?? null]);
    const sums = getOrMake(this.#speakers, key, () => ({
      name: kept(label),
      ids: [],
      file,
      turns: 0,
      words: 0,
      duration: undefined,
    }));
    if (id !== undefined && !sums.ids.includes(id)) sums.ids.push(ownCopy(id));
    sums.turns += turns;
    sums.words += words;
    sums.duration = sumOfTimes([sums.duration, duration]);
  }

  #addTags(live: readonly PlacedAnnotation[]): void {
    const here = new Set<string>();
    for (const { annotation, reading } of live) {
      if (annotation.tag === undefined) continue;
      const sums = getOrMake(this.#tags, annotation.tag, () => ({
        annotations: 0,
        transcripts: 0,
        readings: new Map<string, number>(),
      }));
      sums.annotations++;
      countUp(sums.readings, reading.name ?? '');
      here.add(annotation.tag);
    }
    for (const tag of here) this.#tags.get(tag)!.transcripts++;
  }

  #addReadings(view: View, annotations: readonly PlacedAnnotation[]): void {
    for (const { name } of view.readings) {
      const own = annotations.filter(({ reading }) => reading.name === name);
      const sums = getOrMake(this.#readings, name, () => ({
        name,
        transcripts: 0,
        ...countsOf([], view.project),
      }));
      const counts = countsOf(own, view.project);
      for (const key of Object.keys(counts) as (keyof AnnotationCounts)[]) sums[key] += counts[key];
      sums.transcripts++;
    }
  }

  #addSources(view: View, live: readonly PlacedAnnotation[]): void {
    const sums = new Map(
      Array.from(view.sources, ([id, { title }]) => {
        const key = kept(title) ?? JSON.stringify([view.project.transcript.file, id]);
        const none = () => ({ id: ownCopy(id), title: kept(title), speech: 0, annotations: 0 });
        return [id, getOrMake(this.#sources, key, none)] as const;
      }),
    );
    for (const { speech } of [...view.utterances, ...view.statements]) {
      const source = speech.source === undefined ? undefined : sums.get(speech.source);
      if (source !== undefined) source.speech++;
    }
    for (const { annotation } of live) {
      const cited = annotation.sources?.flatMap(({ source }) => sums.get(source) ?? []);
      for (const source of new Set(cited)) source.annotations++;
    }
  }
}

/** Copies what outlives a talk, so that it does not keep the talk's file in memory. */
function kept(text: string | undefined): string | undefined {
  return text === undefined ? undefined : ownCopy(text);
}

function isRequest(tag: string | undefined, project: Project): boolean {
  return tag !== undefined && tagGroupIn(project, tag) === 'request';
}

/** Counts annotations that exist at the date of the view. */
function countsOf(annotations: readonly PlacedAnnotation[], project: Project): AnnotationCounts {
  const live = annotations.filter(({ dead }) => dead === undefined);
  const stances = liveStances(annotations);
  return {
    annotations: annotations.length,
    ended: annotations.length - live.length,
    stances: stances.length,
    undated: stances.filter(({ annotation }) => isUndated(annotation)).length,
    requests: live.filter(({ annotation: { tag } }) => isRequest(tag, project)).length,
    dates: live.filter(({ annotation: { date } }) => date !== undefined).length,
    waiting: annotations.filter(({ state }) => waitsItself(state)).length,
  };
}

function byCount(counts: ReadonlyMap<string, number>): NamedCount[] {
  return Array.from(counts, ([name, count]) => ({ name, count })).sort(
    (a, b) => b.count - a.count || compareText(a.name, b.name),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sumOfTimes(times: readonly (Milliseconds | undefined)[]): Milliseconds | undefined {
  const known = times.filter(time => time !== undefined);
  return known.length === 0 ? undefined : sum(known);
}
