import { spawn } from 'node:child_process'
import { projectEnvironment, root } from '../lib/project.mjs'
import { failure, success } from './scheduler.mjs'

/** Runs a command and keeps all it prints. A command that does not end in `limit` milliseconds is killed. */
export function capture(command, args, { environment = {}, limit = 20 * 60_000 } = {}) {
  return new Promise(resolve => {
    // A group of its own, so that its workers and browsers can be ended with it.
    const child = spawn(command, args, {
      cwd: root,
      env: { ...projectEnvironment(), FORCE_COLOR: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    let output = ''
    child.stdout.on('data', chunk => {
      output += chunk
    })
    child.stderr.on('data', chunk => {
      output += chunk
    })
    const end = () => {
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }
    const timer = setTimeout(() => {
      output += `\nNot finished after ${limit / 1000} s: killed.`
      end()
    }, limit)
    process.once('exit', end)
    child.on('error', error => {
      output += `\n${error.message}`
    })
    child.on('close', code => {
      clearTimeout(timer)
      process.off('exit', end)
      resolve({ code, output })
    })
  })
}

/** A check that passes when its command ends with 0. */
export const command =
  (program, ...args) =>
  async () => {
    const { code, output } = await capture(program, args)
    return code === 0 ? success(output) : failure(output)
  }
