/** A setting that cannot be used, and what to do about it. */
export class SettingError extends Error {}
