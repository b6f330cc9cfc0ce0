/** Values that the build inserts from package.json; tests see others. */
declare const __VERSION__: string;
declare const __HOMEPAGE__: string;

export const VERSION: string = __VERSION__;

/** The address of the repository. */
export const HOMEPAGE: string = __HOMEPAGE__;
