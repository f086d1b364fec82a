import { jest } from '@jest/globals'

// A busy machine may stop a browser for seconds: `npm test` tries a failed journey once more, and names it if it passes then.
const attempts = Number(process.env.JOURNEY_ATTEMPTS ?? 1)
if (attempts > 1) jest.retryTimes(attempts - 1, { logErrorsBeforeRetry: true })
