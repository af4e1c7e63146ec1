/** How many exhibits a board holds; in a file of its own, because addresses are checked before anything is drawn. */
export const mostOnBoard = 4
