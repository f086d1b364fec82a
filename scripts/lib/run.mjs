import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pinnedNode, projectEnvironment, root } from './project.mjs'

/**
 * Runs a script of the project on the pinned Node.js and ends as it ends. Where the system can, the script takes
 * this process over: its signals, its exit code and no second process in memory.
 */
export function becomePinnedNode(script, args, { nodeOptions = [], environment = {} } = {}) {
  const argv = [...nodeOptions, join(root, script), ...args]
  const env = {
    ...environment,
    ...projectEnvironment(),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
  }
  if (process.execve && process.platform !== 'win32') process.execve(pinnedNode, [pinnedNode, ...argv], env)

  const child = spawn(pinnedNode, argv, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C at a terminal has reached the child already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', error => {
    console.error(`Cannot run ${pinnedNode}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** Runs a command of the project with its output shown; true when it ended well. */
export function runShown(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: projectEnvironment(),
    shell: process.platform === 'win32',
    ...options,
  })
  return status === 0
}
