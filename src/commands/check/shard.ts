/** `check --shard 1/4`: the part of the files that one of several runs takes. */
import { InvalidArgumentError } from 'commander';
import type { Options } from '../printing.ts';

export interface Shard {
  readonly part: number;
  readonly of: number;
}

export function parseShard(text: string): Shard {
  const [, part, of] = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (part === undefined || shard.part < 1 || shard.part > shard.of)
    throw new InvalidArgumentError('Expected a part and a number of parts, such as 1/4.');
  return shard;
}

/** Every n-th of a list, so that the parts are about equal; all without the option. */
export function shardOf<T>(list: readonly T[], { shard }: Options): readonly T[] {
  if (shard === undefined) return list;
  const { part, of } = shard as Shard;
  return list.filter((_, index) => index % of === part - 1);
}
