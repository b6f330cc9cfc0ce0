/** The library. */
export {
  type CheckOptions,
  type ConvertOptions,
  convert,
  type Files,
  merge,
  OnrecordError,
  type OnrecordProject,
  openProject,
  type ProjectOptions,
  type ViewOptions,
} from './library/open-project.ts';
export type * from './library/results.ts';
