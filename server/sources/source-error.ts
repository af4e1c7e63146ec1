/** Why a source was not read, in words that name the remedy; they hold no secret and nothing that was read. */
export class SourceError extends Error {}
