/**
 * What a parameter of an address may say: gives the value that its text stands for, or undefined where it stands for
 * none. Plain functions and no schemas: every page reads its address before it reads anything else.
 */
export type Parameter<Value> = (text: string) => Value | undefined

/** @example oneOf(['up', 'down'])('up') → 'up'; of 'left' → undefined */
export const oneOf =
  <const Choice extends string>(choices: readonly Choice[]): Parameter<Choice> =>
  (text) =>
    choices.find((choice) => choice === text)

/** Words of so many letters at least and at most. */
export const words =
  (least: number, most: number): Parameter<string> =>
  (text) =>
    text.length >= least && text.length <= most ? text : undefined

/** A text that a rule allows. */
export const textThat =
  (isAllowed: (text: string) => boolean): Parameter<string> =>
  (text) =>
    isAllowed(text) ? text : undefined

/** @example written(/^[1-9]\d?$/)('12') → '12'; of '0' → undefined */
export const written = (pattern: RegExp): Parameter<string> => textThat((text) => pattern.test(text))
