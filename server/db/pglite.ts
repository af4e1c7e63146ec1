import { setFlagsFromString } from 'node:v8'

/**
 * PGlite, for whoever opens a database of it. Now and then V8 frees a piece of WebAssembly code twice while it replaces
 * wrappers, and ends the process: "Check failed: jit_page_->allocations_.erase(addr) == 1" (Node 24.21, and
 * https://github.com/nodejs/node/issues/64500). Pieces are freed singly by the collector of WebAssembly code alone, so
 * that is off; what was replaced goes with its engine. To be taken out when Node's V8 no longer does it.
 */
export { PGlite } from '@electric-sql/pglite'

setFlagsFromString('--no-wasm-code-gc')
