/**
 * Makes a region a stop of the keyboard: one that scrolls, or that answers to keys of its own. HTML has no element
 * for either, and without the stop nobody could reach them without a pointer.
 */
export const keyboardStop = { tabIndex: 0 }
