/** Matches folders that hold other people's files. */
export const PASSED_OVER = /^(\..*|node_modules)\/$/;
