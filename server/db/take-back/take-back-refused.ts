/** What was to be taken back cannot be, for a reason that its message tells whoever asked. */
export class TakeBackRefusedError extends Error {}

export const nothingToTakeBack = 'there is no edition to take anything back of'
