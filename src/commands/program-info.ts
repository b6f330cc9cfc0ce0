/** Values that the build inserts from package.json; tests see others. */
declare const __VERSION__: string;
declare const __HOMEPAGE__: string | null;

export const VERSION: string = __VERSION__;

/** The address of the repository; undefined as long as package.json has no `homepage`. */
export const HOMEPAGE: string | undefined = __HOMEPAGE__ ?? undefined;
