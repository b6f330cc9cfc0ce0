/** The library. */
export { OnrecordError } from './library/onrecord-error.ts';
export { convert, merge, type OnrecordProject, openProject } from './library/open-project.ts';
export type * from './library/options.ts';
export type * from './library/results.ts';
