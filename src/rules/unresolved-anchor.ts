import { isMadeOn, reanchorCommand } from '../core/anchor/made-on.ts';
import { append } from '../core/maps.ts';
import type { Annotation, Claim } from '../core/model/model.ts';
import { fileWord } from '../core/model/standard-input.ts';
import type { Verdict } from '../core/model/vocabulary.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { Located } from './context/entries.ts';
import type { ProjectContext } from './context/project-context.ts';
import { defineRule, type Report, within } from './rule.ts';
import { hasVerdict } from './shared/changed-passages.ts';
import { entriesInWords } from './shared/phrasing.ts';
import { targetsOf } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

type Pending = Exclude<Verdict, 'exact'>;

/** What settles it, in words that end in a command where one is known. */
interface Steps {
  /** Undefined where no version is known to have the words that it was made on. */
  readonly accept: string | undefined;
  readonly change: string;
  readonly end: string;
}

/** Message and help for each verdict that needs a person. */
const WAITING: Readonly<Record<Pending, { message: string; help: (steps: Steps) => string }>> = {
  moved: {
    message: 'its words are now in another place (`moved`)',
    help: ({ accept }) =>
      accept === undefined
        ? 'read them there, then run `onrecord reanchor` with `--accept` and its id'
        : `read them there, then accept: ${accept}`,
  },
  edited: {
    message: 'its words or their speaker changed (`edited`)',
    help: ({ accept, end }) =>
      accept === undefined
        ? `if it holds of the new words, run \`onrecord reanchor\` with \`--accept\` and its id; else ${end}`
        : `${end}; or if it holds of the new words, accept: ${accept}`,
  },
  ambiguous: {
    message: 'it is unclear where its words are now (`ambiguous`)',
    help: ({ change, end }) => `${end}; or say where they are: ${change}`,
  },
  orphaned: {
    message: 'its words are gone (`orphaned`)',
    help: ({ change, end }) => `${end}; or say what it is about now: ${change}`,
  },
};

export default defineRule({
  id: 'unresolved-anchor',
  severity: 'error',
  topics: ['anchors'],
  summary: 'The transcript changed under an annotation or claim, and nobody has settled what becomes of it.',
  why: '`reanchor` keeps annotations that it cannot or may not place, and marks them with a verdict. Until somebody has looked, a stance must not be shown as one on the words that stand there now.',
  source: 'The format: `verdict` is left by `reanchor` on an annotation that waits for a person.',
  examples: () => [
    {
      title:
        'an annotation that was placed, one withdrawn since its words are gone, and one that another replaced',
      files: transcript`
        annotations:
          - {id: a1, target: u1, quote: on Monday, comment: By phone.}
          - {id: a2, target: u1, quote: on Monday, comment: By post., verdict: orphaned, withdrawn: 2021-05-03}
          - {id: a3, target: u1, quote: on Sunday, comment: By hand., verdict: orphaned}
          - {id: a4, target: u1, quote: on Monday, comment: By hand., supersedes: a3}
        `,
    },
    {
      title: 'words that changed, and two entries on other words',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
          - {id: u2, text: Nobody else was there.}
        annotations:
          - {id: a1, target: u1, comment: By phone., verdict: edited}
          - {id: a2, target: u2, comment: By post., verdict: ambiguous}
          - {id: a3, target: u2, comment: By hand., verdict: edited}
        `,
      findings: [
        'transcript.yaml:6:55 nobody has settled what becomes of this annotation: its words or their speaker changed (`edited`)',
        'transcript.yaml:7:54 nobody has settled what becomes of 2 annotations on `u2`: 1 `ambiguous`, 1 `edited`',
      ],
    },
  ],
  async check(context) {
    const { anchors, entries, suppressions, report } = context;
    const groups = new Map<string, Located<Annotation | Claim>[]>();
    for (const entry of anchors.all) {
      const { value, document, at } = entry;
      if (!hasVerdict(value) || anchors.isEnded(value)) continue;
      const place = () => ({ file: document.file, span: document.locate([...at.path, 'verdict']) });
      if (suppressions.allowsAt('unresolved-anchor', place)) continue;
      const targets = targetsOf(value, entries)?.map(({ id }) => id) ?? value.target ?? [];
      const key = JSON.stringify([document.file, targets]);
      append(groups, key, entry);
    }
    for (const waiting of groups.values()) report(await reportOf(waiting, context));
  },
});

async function reportOf(
  waiting: readonly Located<Annotation | Claim>[],
  context: ProjectContext,
): Promise<Report> {
  const [first, ...others] = waiting as [Located<Annotation | Claim>, ...Located<Annotation | Claim>[]];
  const verdicts = waiting.map(({ value }) => value.verdict as Pending);
  const what = first.at.path[0] === 'claims' ? 'claim' : 'annotation';
  const { message, help } = WAITING[verdicts[0]!];
  const compare = await comparison(first, context);
  const ids = waiting.flatMap(({ value }) => value.id ?? []);
  const annotate = `onrecord annotate ${fileWord(first.document.file)}`;
  const id = ids.length === 1 ? shellWord(ids[0]!) : 'ID';
  const steps: Steps = {
    accept: compare && `${compare} --accept ${ids.map(shellWord).join(',')}`,
    change: `${annotate} --change ${id} --target ID${what === 'claim' ? '' : ' --quote "..."'}`,
    // A claim is no act of anybody.
    end:
      what === 'claim'
        ? 'remove it'
        : `withdraw it${ids.length === 1 ? `: ${annotate} --withdraw ${id}` : ''}`,
  };
  const on = (first.value.target ?? []).map(target => `\`${target}\``).join(', ');
  const fingerprint = `nobody has settled what becomes of annotations on ${on}`;
  if (others.length === 0)
    return {
      at: within(first.at, 'verdict'),
      message: `nobody has settled what becomes of this ${what}: ${message}`,
      help: help(steps),
      data: { verdict: verdicts[0] },
      fingerprint,
    };
  const kinds = [...new Set(verdicts)];
  const counts = kinds.map(kind => `${verdicts.filter(verdict => verdict === kind).length} \`${kind}\``);
  return {
    at: within(first.at, 'verdict'),
    message: `nobody has settled what becomes of ${entriesInWords(waiting)} on ${on}: ${counts.join(', ')}`,
    labels: others.map(({ value, at }) => ({ at: within(at, 'verdict'), message: `and of \`${value.id}\`` })),
    help:
      kinds.length === 1
        ? help(steps)
        : `accept each by its id (--accept) or withdraw it; they are shown by: ${compare ?? 'onrecord reanchor OLD NEW'}`,
    data: { verdicts, annotations: waiting.map(({ value }) => value.id) },
    fingerprint,
    instances: waiting.length,
  };
}

/** The command that shows the words beside those that an entry was made on; undefined if no version has them. */
async function comparison(
  { value, document }: Located<Annotation | Claim>,
  { project, environment }: ProjectContext,
): Promise<string | undefined> {
  const { file } = project.transcript;
  const earlier = await environment.earlier.find(file, version => isMadeOn(value, version));
  return earlier && reanchorCommand(earlier.name, file, document.file);
}
