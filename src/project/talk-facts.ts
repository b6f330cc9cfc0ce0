/** The facts about a talk that layers give because its transcript's format cannot: date, place, names of parties. */
import type { Layer, Party, TalkFacts, Transcript } from '../core/model/model.ts';
import { TALK_FACTS } from '../core/model/model.ts';
import type { Document, Project } from '../core/model/project.ts';

/** The project with these in its transcript; of several layers the first one that says something counts. */
export function withTalkFacts(project: Project): Project {
  const { transcript, layers } = project;
  if (transcript.format === undefined || layers.length === 0) return project;
  const value = withFacts(
    transcript.value,
    layers.map(layer => layer.value),
  );
  const document: Document<Transcript> = { ...transcript, value };
  return { ...project, transcript: document };
}

/** A layer is written by a person who looked at the file, so that its word counts before the file's. */
export function withFacts(transcript: Transcript, layers: readonly Layer[]): Transcript {
  const facts: TalkFacts = Object.fromEntries(
    ['title' as const, ...TALK_FACTS].flatMap(name => {
      const value = layers.find(layer => layer[name] !== undefined)?.[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const parties = new Map(transcript.parties);
  for (const layer of layers.toReversed())
    for (const [id, said] of layer.parties) {
      const known: Party | undefined = parties.get(id);
      if (known !== undefined) parties.set(id, { ...known, ...said });
    }
  return { ...transcript, ...facts, parties };
}
