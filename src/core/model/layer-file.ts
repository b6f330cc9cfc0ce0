/** Matches the names of layers: they are found beside their transcript. */
export const LAYER_FILE = /\.layer\.ya?ml$/i;
