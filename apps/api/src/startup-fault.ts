/** What an operator reads when the start fails: what happened and what to do, without a stack where the cause is known. */
export function startupMessage(error: unknown): string {
  if (!(error instanceof Error)) return `Sixfold cannot start: ${String(error)}`
  const code = 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'EADDRINUSE':
      return 'Sixfold cannot start: the port is in use. Stop the other program, or choose another port: PORT=3001 npm start'
    case 'EACCES':
      return `Sixfold cannot start: no permission (${error.message}).`
    case 'ENOSPC':
      return 'Sixfold cannot start: the disk is full. Free some space; nothing was damaged.'
  }
  if (error.name === 'MongooseServerSelectionError' || error.name === 'MongoServerSelectionError')
    return `Sixfold cannot start: the database at MONGODB_URI does not answer (${error.message}).`
  if (error.name === 'StoreError') return `Sixfold cannot start: ${error.message}`
  return `Sixfold cannot start: ${error.stack ?? error.message}`
}
