/** The scripts by which shells ask for completions. The library keeps what each shell needs; what is completed is ours. */
import { getCompletionScript } from '@pnpm/tabtab';
import { SHELLS } from '../../commands/completion/index.ts';

/** Text of each script by its path from the project's folder. */
export async function completionScripts(): Promise<ReadonlyMap<string, string>> {
  const scripts = SHELLS.map(async shell => {
    const text = await getCompletionScript({ name: 'onrecord', completer: 'onrecord', shell });
    return [`data/completion/onrecord.${shell}`, text] as const;
  });
  return new Map(await Promise.all(scripts));
}
