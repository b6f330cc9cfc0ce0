/** Changes that build on each other: paths of each step are those after the step before. */
import type { Change } from '../../formats/yaml/change.ts';
import type { YamlDocument } from '../../formats/yaml/document.ts';
import { editYaml } from '../../formats/yaml/editor.ts';
import { parsed } from './version.ts';

export type Step = (document: YamlDocument) => readonly Change[];

/** @throws EditError where a change cannot be made. */
export async function editInSteps(document: YamlDocument, steps: readonly Step[]): Promise<YamlDocument> {
  let edited = document;
  for (const step of steps) {
    const changes = step(edited);
    if (changes.length > 0) edited = parsed(await editYaml(edited, changes));
  }
  return edited;
}

/** A step for each change, last place first: taking one thing away does not move the others. */
export function oneByOne(removals: readonly Change[]): Step[] {
  return removals.toReversed().map(removal => () => [removal]);
}
