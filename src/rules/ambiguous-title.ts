import { overlap } from '../core/dates/compare.ts';
import { parseDate } from '../core/dates/date.ts';
import { PhraseFinder } from '../core/language/phrases.ts';
import { pushAll } from '../core/long-lists.ts';
import { append } from '../core/maps.ts';
import type { Id, Statement, Utterance } from '../core/model/model.ts';
import type { Project } from '../core/model/project.ts';
import type { Span } from '../core/model/span.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import type { Entries, Located } from './context/entries.ts';
import { defineRule, wordsWithin } from './rule.ts';
import { partyFinder } from './shared/party-names.ts';
import { saidOn } from './shared/said-on.ts';
import { transcript } from './shared/transcript.ts';

/** Characters before or after a title in which its name may stand. */
const BESIDE = 60;

export default defineRule({
  id: 'ambiguous-title',
  severity: 'warning',
  topics: ['attribution'],
  summary: 'A title stands for a person, and nothing says who held it then.',
  why: 'An office outlives its holders: "the President of Armenia" is one man in 2016 and another in 2020, and they may even share a surname. What was said of an office is soon said of the wrong person.',
  source: 'TEI `<roleName>` with `@ref`; Wikidata P39 (position held) with its start and end.',
  examples: () => [
    {
      title:
        'a title with the name beside it, one held by a single party on that day, and one that a reading resolves',
      files: transcript`
        date: 2016-10-14
        parties:
          ann: {name: Ann Baker, roles: [{title: Mayor of Byford, valid: 2012-05-01/2018-05-01}]}
          bob: {name: Bob Carter, roles: [{title: Mayor of Byford, valid: 2018-05-02/..}]}
          eve: {name: Eve Doyle, role: Clerk of Works}
          dan: {name: Dan Evans, role: Harbour Master}
        utterances:
          - {id: u1, speaker: ann, form: indirect, text: The Mayor of Byford says that she signed.}
          - {id: u2, speaker: eve, form: indirect, text: 'Clerk of Works Eve Doyle says that she signed.'}
          - {id: u3, speaker: dan, form: indirect, text: The Harbour Master says that he signed.}
        annotations:
          - {id: a1, target: u3, quote: The Harbour Master, refers-to: dan}
        `,
    },
    {
      title: 'an office without the time it was held, and one that two held by turns',
      files: transcript`
        parties:
          ann: {name: Ann Baker, roles: [{title: Mayor of Byford, valid: 2012-05-01/2018-05-01}]}
          bob: {name: Bob Carter, roles: [{title: Mayor of Byford, valid: 2018-05-02/..}]}
          dan: {name: Dan Evans, role: Harbour Master}
        utterances:
          - {id: u1, speaker: dan, form: indirect, text: The Harbour Master says that he signed.}
          - {id: u2, speaker: ann, form: indirect, text: The Mayor of Byford says that she signed.}
        `,
      findings: [
        'transcript.yaml:7:54 `Harbour Master` stands for a person, and nothing says who held it then',
        'transcript.yaml:8:54 `Mayor of Byford` stands for a person, and it may be `ann` or `bob`',
      ],
    },
  ],
  check({ project, entries, annotationsOn, report }) {
    if (!hasTitles(entries)) return;
    const titles = new Titles(project, entries, annotationsOn);
    for (const speech of entries.speeches) {
      if (speech.value.form === undefined) continue;
      const open = titles.unresolvedIn(speech);
      if (open === undefined) continue;
      const { text = '' } = speech.value;
      const { holders } = open;
      const who =
        holders.length > 1
          ? `it may be ${holders.map(id => `\`${id}\``).join(' or ')}`
          : 'nothing says who held it then';
      report({
        at: wordsWithin(speech.at, 'text', text, open),
        message: `\`${text.slice(open.start, open.end)}\` stands for a person, and ${who}`,
        help: 'add an annotation with this `quote` and `refers-to`, or the time the office was held: `roles: [{title, valid}]`',
        data: { title: text.slice(open.start, open.end), holders },
      });
    }
  },
});

interface Holder {
  readonly id: Id;
  readonly valid: string | undefined;
}

function hasTitles({ parties }: Entries): boolean {
  for (const { value } of parties.values())
    if (value.role !== undefined || value.roles?.some(({ title }) => title !== undefined)) return true;
  return false;
}

class Titles {
  readonly #project: Project;
  readonly #annotationsOn: AnnotationsOn;
  readonly #holders = new Map<string, Holder[]>();
  readonly #names;
  readonly #titles: PhraseFinder<string | undefined>;

  constructor(project: Project, entries: Entries, annotationsOn: AnnotationsOn) {
    this.#project = project;
    this.#annotationsOn = annotationsOn;
    this.#names = partyFinder(entries);
    const aliases: string[] = [];
    for (const [id, { value }] of entries.parties) {
      pushAll(aliases, value.aliases ?? []);
      for (const { title, valid } of [...(value.roles ?? []), { title: value.role, valid: undefined }])
        if (title !== undefined) append(this.#holders, title, { id, valid });
    }
    // A longer alias wins over a title inside it: "third President of Armenia".
    this.#titles = new PhraseFinder<string | undefined>([
      ...[...this.#holders.keys()].filter(title => title.includes(' ')).map(title => [title, title] as const),
      ...aliases.map(alias => [alias, undefined] as const),
    ]);
  }

  unresolvedIn(
    speech: Located<Utterance | Statement>,
  ): (Span & { readonly holders: readonly Id[] }) | undefined {
    const { text = '' } = speech.value;
    for (const { start, end, value } of this.#titles.find(text)) {
      const holders = value === undefined ? undefined : this.#holders.get(value);
      if (holders === undefined || this.#isNamedBeside(text, start, end, holders)) continue;
      if (this.#heldThen(holders, speech).size === 1) continue;
      const isMeant = (annotation: { 'refers-to'?: unknown }) => annotation['refers-to'] !== undefined;
      if (this.#annotationsOn.covers(speech.value, { start, end }, isMeant)) continue;
      return { start, end, holders: [...new Set(holders.map(({ id }) => id))] };
    }
    return undefined;
  }

  #isNamedBeside(text: string, start: number, end: number, holders: readonly Holder[]): boolean {
    const isHolder = (id: Id) => holders.some(holder => holder.id === id);
    const after = this.#names.find(text.slice(end, end + BESIDE)).find(name => isHolder(name.value));
    if (after !== undefined && after.start <= 2) return true;
    const from = Math.max(0, start - BESIDE);
    const before = this.#names.find(text.slice(from, start)).findLast(name => isHolder(name.value));
    return before !== undefined && start - from - before.end <= 6;
  }

  /** Holders whose time covers, as far as is known, the day of the speech. */
  #heldThen(holders: readonly Holder[], speech: Located<Utterance | Statement>): Set<Id> {
    const said = saidOn(speech, this.#project);
    const then = holders.filter(({ valid }) => {
      const bounds = valid === undefined ? undefined : parseDate(valid);
      return bounds !== undefined && said !== undefined && overlap(bounds, said);
    });
    return new Set(then.map(({ id }) => id));
  }
}
