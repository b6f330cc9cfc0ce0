/** What the build puts in from package.json; tests see other values. */
declare const __VERSION__: string;
declare const __HOMEPAGE__: string;

export const VERSION: string = __VERSION__;

/** The address of the repository. */
export const HOMEPAGE: string = __HOMEPAGE__;
