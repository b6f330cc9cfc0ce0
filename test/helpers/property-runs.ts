/** Set-up of every test file: how often a property runs that names no number of its own. */
import fc from 'fast-check';
import { runsOf } from './runs.ts';

fc.configureGlobal({ numRuns: runsOf(100) });
