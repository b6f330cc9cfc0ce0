/** Says in words which speaker of one version is which of the other. */
import type { Renaming } from '../core/who-speaks/speakers.ts';

/** "is now tim in 99 % of the words". */
export function renamingText({ new: fresh, by, share }: Renaming): string {
  const reason = {
    name: ', by the name',
    words: ` in ${percent(share ?? 1)} of the words`,
    statement: ', as stated',
  };
  return `is now ${fresh}${reason[by]}`;
}

/** Never more than it is: 99.6 % are not all. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
