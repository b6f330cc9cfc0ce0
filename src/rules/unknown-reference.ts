import { isMadeOn, reanchorCommand } from '../core/anchor/made-on.ts';
import { append } from '../core/maps.ts';
import type { Place } from '../core/model/finding.ts';
import type { Annotation, Claim, EntryKind, Id } from '../core/model/model.ts';
import type { Resolution } from '../core/model/targets.ts';
import type { Entries, Located } from './context/entries.ts';
import { defineRule, type Report, within } from './rule.ts';
import { hasVerdict } from './shared/changed-passages.ts';
import { dedent } from './shared/dedent.ts';
import { notDeclared, type Problem, problemOf, wrongKind } from './shared/reference-problems.ts';
import { SPEECH, visitEntryReferences } from './shared/references.ts';
import { transcript } from './shared/transcript.ts';

const ANNOTATED: readonly EntryKind[] = ['utterance', 'statement', 'claim', 'annotation'];

export default defineRule({
  id: 'unknown-reference',
  severity: 'error',
  topics: ['references'],
  summary: 'A target, source or other reference names nothing, or something of the wrong kind.',
  why: 'An annotation whose target does not exist is about nothing, and a stance whose source does not exist rests on nothing; both look sound until somebody follows the reference.',
  source: 'W3C Web Annotation, `target`; XML `IDREF` validity, as TEI pointers have it.',
  examples: () => [
    {
      title: 'an utterance, a range, the whole transcript, and an annotation in another layer',
      files: {
        ...transcript`
          utterances:
            - {id: u1, text: We signed on Monday.}
            - {id: u2, text: Nobody else was there.}
          annotations:
            - {id: a1, target: u1..u2, comment: Off the record until u1 was published.}
          `,
        'layer.yaml': dedent`
          onrecord: 1
          transcript: transcript.yaml
          annotations:
            - {id: a2, target: transcript, context: A telephone call.}
            - {id: a3, target: transcript#a1, comment: Agreed., supersedes: a2}
          `,
      },
    },
    {
      title:
        'an utterance that is gone under an annotation that was withdrawn, and under one that another replaced',
      files: transcript`
        annotations:
          - {id: a1, target: u7, pin: sha256-e6720183, comment: By phone., withdrawn: 2021-05-03}
          - {id: a2, target: u7, comment: In ink.}
          - {id: a3, target: u1, comment: In ink., supersedes: a2}
        `,
    },
    {
      title: 'a slip in a target, and a range from the last to the first',
      files: transcript`
        utterances:
          - {id: opening, text: We signed on Monday.}
          - {id: closing, text: Nobody else was there.}
        annotations:
          - {id: a1, target: openning, comment: By phone.}
          - {id: a2, target: closing..opening, comment: By phone.}
        `,
      findings: [
        'transcript.yaml:6:22 `openning` is not declared, expected an utterance, a statement, a claim or an annotation',
        'transcript.yaml:7:22 the range `closing..opening` runs backwards',
      ],
    },
    {
      title: 'an utterance that is gone under two annotations, and a range written with a hyphen',
      files: transcript`
        annotations:
          - {id: a1, target: u7, pin: sha256-e6720183, comment: By phone.}
          - {id: a2, target: u7, pin: sha256-e6720183, comment: In ink.}
          - {id: a3, target: u1-u1, comment: At noon.}
        `,
      findings: [
        'transcript.yaml:5:22 `u7` is not declared, expected an utterance, a statement, a claim or an annotation',
        'transcript.yaml:7:22 `u1-u1` is not declared, expected an utterance, a statement, a claim or an annotation',
      ],
    },
    {
      title: 'a stance that rests on a party, and a claim about a claim',
      files: transcript`
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1}
          - {id: again, text: It was signed twice., aspect: content, target: signed}
        annotations:
          - {id: a1, target: signed, tag: denied, by: ann, when: unknown, sources: [ann]}
        `,
      findings: [
        'transcript.yaml:7:70 `signed` is a claim, expected an utterance or a statement',
        'transcript.yaml:9:77 `ann` is a party, expected a source, a statement or an utterance',
      ],
    },
  ],
  async check({ project, entries, anchors, suppressions, environment, report }) {
    visitEntryReferences(project, entries.index, reference => report(problemOf(reference, entries)));
    const gone = new Map<string, GonePassage[]>();
    for (const claim of entries.claims) reportTargets(claim, SPEECH);
    for (const annotation of entries.annotations) reportTargets(annotation, ANNOTATED);
    for (const passages of gone.values()) report(await reportOfGone(passages));

    function reportTargets(entry: Located<Annotation | Claim>, accepts: readonly EntryKind[]): void {
      const { value, at: place } = entry;
      const targets = value.target ?? [];
      for (let i = 0; i < targets.length; i++) {
        const problem = problemOfTarget(targets[i]!, accepts, entries);
        if (problem === undefined) continue;
        const at = within(place, 'target', i);
        const id = goneIn(targets[i]!, entries);
        if (id !== undefined && isSettled(value)) continue;
        // A pinned utterance existed once: report one change for all entries that rest on it.
        if (id === undefined || value.pin === undefined) report({ at, ...problem });
        else addGone({ id, entry, at, problem });
      }
    }

    /** Nothing rests on what has ended, and `unresolved-anchor` asks about what `reanchor` marked. */
    function isSettled(value: Annotation | Claim): boolean {
      return anchors.isEnded(value) || (hasVerdict(value) && environment.rulesRun.has('unresolved-anchor'));
    }

    function addGone(passage: GonePassage): void {
      const { document } = passage.entry;
      const place = () => ({ file: document.file, span: document.locate(passage.at.path) });
      if (suppressions.allowsAt('unknown-reference', place)) return;
      const key = JSON.stringify([passage.at.file, passage.id]);
      append(gone, key, passage);
    }

    async function reportOfGone(passages: readonly GonePassage[]): Promise<Report> {
      const [{ id, entry, at, problem }, ...others] = passages as [GonePassage, ...GonePassage[]];
      const { file } = project.transcript;
      const earlier =
        (await environment.earlier.find(file, version => isMadeOn(entry.value, version))) ??
        (await environment.earlier.find(file, ({ speeches }) => speeches.has(id)));
      const labels = others.map(({ entry: { value }, at: place }) => ({
        at: place,
        message: `\`${value.id}\` rests on it as well`,
      }));
      const data = { id, annotations: passages.map(({ entry }) => entry.value.id) };
      const grouped = { at, labels, fingerprint: problem.message, instances: passages.length };
      if (earlier === undefined) return { ...problem, ...grouped, data: { ...problem.data, ...data } };
      const under = others.length === 0 ? `\`${entry.value.id}\`` : `${passages.length} annotations`;
      return {
        ...grouped,
        message: `\`${id}\` is gone under ${under}`,
        help: reanchorCommand(earlier.name, file, entry.document.file),
        data: { ...data, earlier: earlier.name },
      };
    }
  },
});

/** An entry that rests on an utterance that is not there, though it was once. */
interface GonePassage {
  readonly id: Id;
  readonly entry: Located<Annotation | Claim>;
  readonly at: Place;
  readonly problem: Problem;
}

/** The id in a target that nothing declares; undefined for other faults. */
function goneIn(target: string, entries: Entries): Id | undefined {
  const resolution = entries.targets.resolve(target);
  if (resolution.found !== 'nothing' || entries.index.get(resolution.part) !== undefined) return undefined;
  const { fault, part } = resolution;
  return fault === 'unknown-id' || fault === 'not-an-utterance' ? part : undefined;
}

function problemOfTarget(
  target: string,
  accepts: readonly EntryKind[],
  entries: Entries,
): Problem | undefined {
  const resolution = entries.targets.resolve(target);
  switch (resolution.found) {
    case 'transcript':
      return undefined;
    case 'entries': {
      const wrong = resolution.entries.find(entry => !accepts.includes(entry.kind));
      return wrong && wrongKind(wrong, accepts);
    }
    case 'nothing':
      return problemOfFault(resolution, accepts, entries);
  }
}

function problemOfFault(
  { fault, part }: Resolution & { found: 'nothing' },
  accepts: readonly EntryKind[],
  entries: Entries,
): Problem {
  const entry = entries.index.get(part);
  switch (fault) {
    case 'malformed':
      return {
        message: `\`${part}\` is not a target`,
        help: 'write an id, a range such as `u2..u5`, `layer#id` or `transcript`',
        data: { fault },
      };
    case 'unknown-layer':
      return {
        message: `there is no layer \`${part}\``,
        help: 'write its file name without the folder',
        data: { fault },
      };
    case 'backwards':
      return {
        message: `the range \`${part}\` runs backwards`,
        help: `write \`${part.split('..').reverse().join('..')}\``,
        data: { fault },
      };
    case 'not-an-utterance':
      return entry === undefined
        ? notDeclared(part, ['utterance'], entries)
        : wrongKind(entry, ['utterance']);
    case 'wrong-kind':
      return entry === undefined ? notDeclared(part, accepts, entries) : wrongKind(entry, accepts);
    case 'unknown-id':
      return { ...notDeclared(part, accepts, entries), ...rangeMeantBy(part, entries) };
  }
}

/** `u2-u5` is not an id, but `u2` and `u5` are. */
function rangeMeantBy(part: string, entries: Entries): { help: string } | undefined {
  for (let cut = part.indexOf('-'); cut !== -1; cut = part.indexOf('-', cut + 1)) {
    const [first, last] = [part.slice(0, cut), part.slice(cut + 1)];
    if ([first, last].every(id => entries.index.of('utterance', id) !== undefined))
      return { help: `did you mean \`${first}..${last}\`?` };
  }
  return undefined;
}
