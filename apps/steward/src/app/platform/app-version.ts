/** The version that a phone reports; set from package.json when the app is built. */
declare const LECTERN_VERSION: string | undefined;

export const APP_VERSION: string = typeof LECTERN_VERSION === 'undefined' ? 'dev' : LECTERN_VERSION;
