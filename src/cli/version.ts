declare const __VERSION__: string;

/** Version of the program, put in by the build from package.json; tests see 0.0.0. */
export const VERSION: string = __VERSION__;
