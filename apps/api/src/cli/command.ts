import type { Config } from '../config.ts'

/** What a command has to work with. */
export interface Terminal {
  config: Config
  say(line: string): void
  /** Overwrites the last line where the output is a screen. */
  progress(line: string): void
  /** SIXFOLD_PASSWORD, for scripts. */
  givenPassword: string | undefined
  /** Asks for a line; null when nobody can be asked. */
  ask(question: string): Promise<string | null>
  /** Asks without showing what is typed; null when nobody can be asked. */
  askSecret(question: string): Promise<string | null>
}

export interface Command {
  /** `import accounts|contacts FILE.csv [--skip-faulty]` */
  usage: string
  summary: string
  help: string
  options?: Record<string, { type: 'string' | 'boolean' }>
  /** Throws {@link UsageError} when the words are off, any other error when the work failed. */
  run(
    terminal: Terminal,
    words: string[],
    options: Record<string, string | boolean | undefined>,
  ): Promise<void>
}

/** The words of the call are off; the usage is printed. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The work could not be done, for a reason that needs no stack. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}
