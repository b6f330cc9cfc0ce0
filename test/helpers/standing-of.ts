/** Standings of one claim, told in as few words as a test needs. */
import { expect } from 'vitest';
import type { Annotation, Claim, Statement, Utterance } from '../../src/core/model/model.ts';
import type { Standing, View } from '../../src/core/model/view.ts';
import { buildView } from '../../src/core/view/build-view.ts';
import type { ViewOptions } from '../../src/core/view/resolve-entries.ts';
import { projectOf } from '../fixtures/project.ts';

export type Stance = Partial<Annotation>;

export interface Setting extends Pick<ViewOptions, 'asOf' | 'skipUndated'> {
  readonly claim?: Partial<Claim>;
  readonly parties?: Record<string, object>;
  readonly sources?: Record<string, object>;
  readonly utterances?: readonly Utterance[];
  readonly statements?: readonly Statement[];
}

const UTTERANCES: readonly Utterance[] = [
  { id: 'u1', speaker: 'ada', text: 'The bridge is closed.' },
  { id: 'u2', speaker: 'ben', text: 'So it is.' },
  { id: 'u3', speaker: 'unknown', text: 'Is it?' },
];

const PARTIES: Record<string, object> = {
  ada: { name: 'Ada' },
  ben: { name: 'Ben' },
  office: { name: 'Office of Ada', 'on-behalf-of': 'ada' },
  outlet: { name: 'The Outlet' },
};

/** The standing of one claim, said by Ada, on which one reader recorded these stances: `a1`, `a2`, ... */
export function standingOf(stances: readonly Stance[], setting: Setting = {}): Standing {
  const { claims } = viewOf(stances, setting);
  expect(claims).toHaveLength(1);
  return claims[0]!.standings[0]!;
}

export const nameOf = (stances: readonly Stance[], setting?: Setting) => standingOf(stances, setting).name;

/** A standing and its remarks: `disputed; per The Outlet`. */
export function told(stances: readonly Stance[], setting?: Setting): string {
  const { name, remarks } = standingOf(stances, setting);
  return [name, ...remarks].join('; ');
}

export const undatedIn = (stances: readonly Stance[], setting?: Setting) => viewOf(stances, setting).undated;

function viewOf(stances: readonly Stance[], setting: Setting = {}): View {
  const { claim = {}, parties = {}, sources = {}, utterances = UTTERANCES, statements = [] } = setting;
  const project = projectOf(
    { parties: { ...PARTIES, ...parties }, sources, utterances, statements },
    {
      creator: { name: 'Reader' },
      claims: [{ id: 'c', text: 'The bridge is closed', aspect: 'content', target: ['u1'], ...claim }],
      annotations: stances.map((stance, index) => ({ id: `a${index + 1}`, target: ['c'], ...stance })),
    },
  );
  return buildView(project, setting);
}
