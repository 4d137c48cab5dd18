/** The privacy notice that schools are given now; docs/privacy.md holds its text. */
export const NOTICE_VERSION = '2026-11';
