/** No range is usual that takes in more than one level. */
export const rangeInWords = (isMixed?: boolean) => (isMixed ? 'the limits drawn' : 'its usual range')
