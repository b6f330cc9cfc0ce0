/** Types of `fits.js`: the validators of `validators.js` without what is wrong, in a third of its size. Made with it. */

export declare const fitsTranscript: (value: unknown) => boolean;
export declare const fitsLayer: (value: unknown) => boolean;
export declare const fitsConfig: (value: unknown) => boolean;
