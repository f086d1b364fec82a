import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { errorWords } from '../http/error-words.ts'
import { startupMessage } from '../startup-fault.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { openTerminal } from './terminal.ts'

/** Returns 0 when the work is done, 1 when it failed, 2 when the words are off; what went wrong is said on the error output. */
export async function runCommand(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = argv
  if (!name || name === '--help' || name === 'help') {
    console.log(overview())
    return name ? 0 : 2
  }
  const command = commands[name]
  if (!command) {
    console.error(`There is no command "${name}".\n\n${overview()}`)
    return 2
  }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (values.help) {
      console.log(`${usageOf(command)}\n\n${command.help}`)
      return 0
    }
    await command.run(openTerminal(readConfig(env, []), env.SIXFOLD_PASSWORD), positionals, values)
    return 0
  } catch (error) {
    return explain(command, error)
  }
}

function explain(command: Command, error: unknown): number {
  const wrongWords = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  if (wrongWords) {
    console.error(`${error.message}\n\n${usageOf(command)}`)
    return 2
  }
  if (error instanceof CommandFailed || error instanceof ConfigError) console.error(error.message)
  else if (error instanceof AppError) console.error(refusalOf(error))
  else console.error(startupMessage(error).replace('Sixfold cannot start: ', ''))
  return 1
}

/** What a service refused, in words. */
function refusalOf({ code, fields = [] }: AppError): string {
  return [errorWords('en')(code), ...fields.map(({ message }) => message)].join('\n')
}

function usageOf(command: Command): string {
  return `Usage: npm run sixfold -- ${command.usage}`
}

function overview(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`)
  return `Usage: npm run sixfold -- <command>\n\n${lines.join('\n')}\n\nEach command has --help.`
}
