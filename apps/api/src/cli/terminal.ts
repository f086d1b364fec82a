import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Config } from '../config.ts'
import type { Terminal } from './command.ts'

/** The screen and keyboard of whoever called. */
export function openTerminal(config: Config, givenPassword: string | undefined): Terminal {
  let lineOpen = false
  return {
    // Commands speak for themselves; log lines would tear their output apart.
    config: { ...config, logLevel: 'silent' },
    givenPassword,
    say(line) {
      if (lineOpen) process.stdout.write('\n')
      lineOpen = false
      console.log(line)
    },
    progress(line) {
      if (process.stdout.isTTY) {
        process.stdout.write(`\r\u001b[2K${line}`)
        lineOpen = true
      } else console.log(line)
    },
    async ask(question) {
      if (!process.stdin.isTTY) return null
      const reader = createInterface({ input: process.stdin, output: process.stdout })
      const answer = await reader.question(question)
      reader.close()
      return answer
    },
    async askSecret(question) {
      if (!process.stdin.isTTY) return null
      process.stdout.write(question)
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
      const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
      const answer = await reader.question('')
      reader.close()
      process.stdout.write('\n')
      return answer
    },
  }
}
