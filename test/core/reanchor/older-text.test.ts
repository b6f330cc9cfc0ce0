/** With an older text at hand: what changed, which words, and what counts all the same. */
import { describe, expect, test } from 'vitest';
import { anchorState } from '../../../src/core/anchor/anchor-state.ts';
import { pinOf } from '../../../src/core/anchor/pin.ts';
import { diffViews } from '../../../src/core/diff/diff-views.ts';
import type { Annotation, Claim, Transcript } from '../../../src/core/model/model.ts';
import { documentsOf, type Project } from '../../../src/core/model/project.ts';
import { TargetResolver } from '../../../src/core/model/targets.ts';
import { olderText } from '../../../src/core/reanchor/older-text.ts';
import { presentText } from '../../../src/core/standing/present-text.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { documentOf, layerOf, utteranceEntry } from '../../fixtures/project.ts';
import { english, transcript } from '../anchor/builders.ts';

const PAID = 'We paid six million, and nobody asked. The bank was closed.';
const OLD = transcript([PAID, 'They came home.']);
const pin = pinOf([utteranceEntry(OLD.utterances[0]!)], { quote: 'six million' })!;
const quoted: Annotation = {
  ...{ id: 'a1', target: ['u1'], quote: 'six million', pin },
  ...{ tag: 'confirmed', by: 'ben', aspect: 'content' },
};
const { quote: _, ...whole } = { ...quoted, pin: pin.slice(0, 'sha256-'.length + 8) };
const claim: Claim = { id: 'c1', text: 'Six million were paid.', target: ['u1'], pin: whole.pin };

function read(entry: Annotation | Claim, fresh: Transcript, old = OLD) {
  const layer = layerOf('text' in entry ? { claims: [entry] } : { annotations: [entry] });
  const project: Project = { transcript: documentOf('talk.yaml', fresh), layers: [layer] };
  const resolver = new TargetResolver(project);
  const text = presentText(() => documentsOf(project).flatMap(({ value }) => value.annotations), resolver);
  const older = olderText(documentOf('talk.yaml', old), project, { words: english });
  return { state: anchorState(entry, text, older), verdict: older.verdictOf(entry), project, older };
}

const now = (text: string) => transcript([text, 'They came home.']);
const replaced = (from: string, to: string) => now(PAID.replace(from, to));

describe('the words that changed', () => {
  test.for<[name: string, entry: Annotation | Claim, fresh: Transcript, change: string | undefined]>([
    ['a number', quoted, replaced('six', 'seven'), 'six, now seven'],
    ['of a whole utterance', whole, replaced('six', 'seven'), 'six, now seven'],
    ['of a claim', claim, replaced('six', 'seven'), 'six, now seven'],
    ['a word more', whole, replaced('paid', 'never paid'), 'now never'],
    ['a word less', whole, replaced(' closed', ''), 'closed, now gone'],
    [
      'in several places',
      whole,
      now('They paid seven million, and nobody cried. The shop was closed.'),
      'We, now They; six, now seven; asked, now cried; and 1 more',
    ],
    ['beside the quote', quoted, replaced('six', 'not six'), undefined],
    ['gone altogether', quoted, now('The bank was closed.'), undefined],
    [
      'made on another text',
      { ...quoted, pin: 'sha256-00000000.00000000' },
      replaced('six', 'seven'),
      undefined,
    ],
  ])('%s', ([, entry, fresh, change]) => {
    const { state } = read(entry, fresh);
    expect(state).toMatchObject({ state: 'waits' });
    expect('change' in state ? state.change : undefined).toBe(change);
  });
});

describe('what counts all the same', () => {
  const otherIds = transcript(['Good evening.', PAID, 'They came home.']);
  test.for<[name: string, entry: Annotation, fresh: Transcript]>([
    ['a typo in another sentence', quoted, replaced('bank', 'banque')],
    ['a typo in its sentence', quoted, replaced('nobody asked', 'nobody aksed')],
    ['a pin of one part', { ...quoted, pin: whole.pin }, replaced('bank', 'banque')],
    ['other ids', quoted, otherIds],
    ['other ids, a whole utterance', whole, otherIds],
  ])('%s', ([, entry, fresh]) => {
    const { state, verdict, project, older } = read(entry, fresh);
    expect({ state, verdict }).toEqual({ state: { state: 'to-renew' }, verdict: 'exact' });
    const view = buildView(project, { old: older });
    expect(view.claims[0]!.standings[0]!.name).toBe('confirmed');
    // It is shown where its words are, even where its target names another utterance by now.
    const [place] = view.claims[0]!.anchors;
    expect(place!.entry).toMatchObject({
      value: { text: fresh.utterances.find(({ text }) => text!.startsWith('We paid'))!.text },
    });
  });

  test('not without a pin, nor with a mark', () => {
    const { pin: _pin, ...unpinned } = quoted;
    expect(read(unpinned, otherIds).state).toMatchObject({ state: 'waits' });
    expect(read({ ...quoted, verdict: 'edited' }, otherIds).state).toMatchObject({ state: 'waits' });
  });
});

describe('a diff', () => {
  const oldView = buildView({
    transcript: documentOf('talk.yaml', OLD),
    layers: [layerOf({ annotations: [quoted] })],
  });
  const of = (entry: Annotation, fresh: Transcript) => {
    const { project, older } = read(entry, fresh);
    return diffViews(oldView, buildView(project, { old: older }), older.verdictOf);
  };
  const verdicts = ({ changes }: ReturnType<typeof of>) =>
    changes.flatMap(change => (change.kind === 'reanchored' ? [change.verdict] : []));

  test('a number that changed: the standing is lost, with the words', () => {
    const diff = of(quoted, replaced('six', 'seven'));
    expect(verdicts(diff)).toEqual(['edited']);
    expect(diff.changes.at(-1)).toMatchObject({
      kind: 'standing',
      old: { name: 'confirmed' },
      new: { name: 'unsettled', remarks: ['confirmed by ben of other words (six, now seven)'] },
    });
    expect(diff.alarms.map(({ kind }) => kind)).toEqual(['standing-lost']);
  });

  test('a speaker that changed, where the words are the same', () => {
    const talk = replaced('six', 'six');
    const [first, ...rest] = talk.utterances;
    const diff = of(quoted, { ...talk, utterances: [{ ...first!, speaker: 'boris' }, ...rest] });
    expect(verdicts(diff)).toEqual(['edited']);
  });

  test('what was accepted stands on other words, and needs nobody', () => {
    const fresh = replaced('six', 'seven');
    const entries = [utteranceEntry(fresh.utterances[0]!)];
    const settled = { ...quoted, quote: 'seven million', pin: pinOf(entries, { quote: 'seven million' })! };
    const diff = of(settled, fresh);
    expect(verdicts(diff)).toEqual(['edited']);
    expect(diff.alarms).toEqual([]);
  });
});
