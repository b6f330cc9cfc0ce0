/**
 * Set-up of every test file: how often a property runs that names no number of its own, and the seed of its inputs, so that a
 * commit passes always or never. `ONRECORD_SEED=NUMBER` tries the inputs of another seed, `ONRECORD_SEED=random` a new one for
 * each property; a failure prints its seed, which shows it again with the same `ONRECORD_RUNS`.
 */
import fc from 'fast-check';
import { runsOf } from './runs.ts';

const SEED = 22;

function seedOf(asked: string | undefined): number | undefined {
  if (asked === undefined) return SEED;
  if (asked === 'random') return undefined;
  const seed = Number(asked);
  if (asked.trim() === '' || !Number.isInteger(seed))
    throw new Error(`ONRECORD_SEED is a whole number or 'random', not '${asked}'`);
  return seed;
}

const seed = seedOf(process.env['ONRECORD_SEED']);
fc.configureGlobal({ numRuns: runsOf(100), ...(seed !== undefined && { seed }) });
