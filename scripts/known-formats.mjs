/**
 * Tells Node what the modules of two packages are. To find out whether a `.js` file is a module, Node 24 reads its
 * package's description anew for every file: 180 kB for each of 112 files of drizzle-orm, 200 kB for each of ten of
 * date-fns, which was half of what the start of a command cost. Both say `"type": "module"` of all their `.js` files.
 */
import * as modules from 'node:module'

const ofModules = /\/node_modules\/(?:drizzle-orm|date-fns)\//

// an older Node has no such hooks, and finds out for itself
modules.registerHooks?.({
  resolve(specifier, context, next) {
    const isKnown =
      specifier.startsWith('.') && specifier.endsWith('.js') && ofModules.test(context.parentURL)
    if (!isKnown || !context.conditions.includes('import')) return next(specifier, context)
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
  },
})
