// What `npm run dev` becomes once everything is installed.
import { spawn } from 'node:child_process'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createServer as createViteServer } from 'vite'
import { webApps } from './lib/build.mjs'
import { root } from './lib/project.mjs'

const port = Number(process.env.PORT ?? 3000)
const apiPort = port + 1
/** What the api serves itself; every other address belongs to the staff app with the longest base that fits. */
const apiPaths =
  /^\/(accessibility|api|socket\.io|r|b|e|p|me|live|feeds|shared|preview|portal|pictures|healthz|readyz|metrics)(\/|$|\?)/
const rendered = 'response-portal'

const server = createServer((incoming, response) => {
  const app = apiPaths.test(incoming.url) ? undefined : appAt(incoming.url)
  if (app) app.middlewares(incoming, response)
  else passOn(incoming, response)
})
server.on('upgrade', (incoming, socket, head) => {
  if (apiPaths.test(incoming.url)) passOnSocket(incoming, socket, head)
})

const children = [
  start(
    process.execPath,
    ['--watch', '--watch-preserve-output', join(root, 'apps/api/src/main.ts'), ...process.argv.slice(2)],
    {
      PORT: String(apiPort),
      PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    },
  ),
]
// The portal is rendered by the api, so it is built anew at each change instead of being served by Vite.
if (webApps().includes(rendered))
  for (const kind of [[], ['--ssr']])
    children.push(
      start(
        process.execPath,
        [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--watch', '--logLevel=warn', ...kind],
        {},
        join(root, 'apps', rendered),
      ),
    )

const staffApps = await Promise.all(
  webApps()
    .filter(name => name !== rendered)
    .map(name =>
      createViteServer({
        root: join(root, 'apps', name),
        server: { middlewareMode: true, ws: { server } },
        cacheDir: join(root, 'node_modules/.cache/vite', name),
      }),
    ),
)
staffApps.sort((a, b) => b.config.base.length - a.config.base.length)
server.listen(port, () => {
  for (const app of staffApps)
    console.log(
      `http://localhost:${port}${app.config.base} reloads from ${app.config.root.slice(root.length)}`,
    )
})
server.on('error', error => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use: set PORT.` : error.message)
  process.exit(1)
})

process.on('exit', () => {
  for (const child of children) child.kill()
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))

function start(command, args, settings, cwd = root) {
  return spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...settings } })
}

function appAt(url) {
  return staffApps.find(({ config: { base } }) => url.startsWith(base) || url === base.slice(0, -1))
}

function passOn(incoming, response) {
  const { method, url: path, headers } = incoming
  const outgoing = request({ port: apiPort, method, path, headers }, answer => {
    response.writeHead(answer.statusCode, answer.headers)
    answer.pipe(response)
  })
  outgoing.on('error', () => {
    if (!response.headersSent) response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' })
    response.end('The api is starting.')
  })
  incoming.pipe(outgoing)
}

function passOnSocket(incoming, socket, head) {
  const { method, url, rawHeaders } = incoming
  const target = connect(apiPort, 'localhost', () => {
    const headers = rawHeaders.map((word, index) => (index % 2 ? `: ${word}\r\n` : word)).join('')
    target.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`)
    target.write(head)
    target.pipe(socket).pipe(target)
  })
  target.on('error', () => socket.destroy())
  socket.on('error', () => target.destroy())
}
