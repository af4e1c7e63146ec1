/**
 * Where the build puts the accented letters of a face: beside its file, since most pages set none.
 *
 * @example accentsBeside('sans-x1.woff2') → 'sans-x1-accents.woff2'
 */
export const accentsBeside = (file: string): string => file.replace('.woff2', '-accents.woff2')

/** Whether a text has letters of those files: the build cuts by the same list (`vite.config.ts`). */
export const hasAccents = (text: string): boolean => /[À-ÖØ-öø-ÿŒœ]/.test(text)
