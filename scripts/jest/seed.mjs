import fc from 'fast-check'

// `npm test` says the same of the same code; without a seed, as in `npm run explore`, properties meet new cases each time.
const seed = process.env.PROPERTY_SEED
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
