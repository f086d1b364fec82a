import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for Prometheus. No label ever holds a person, an address or a link. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'sixfold_http_request_seconds',
      help: 'Time to answer, by method, route and status',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
      registers: [registry],
    }),
    jobs: new Counter({
      name: 'sixfold_jobs_total',
      help: 'Jobs ended, by kind and outcome',
      labelNames: ['kind', 'outcome'] as const,
      registers: [registry],
    }),
    mails: new Counter({
      name: 'sixfold_mails_total',
      help: 'Mails, by outcome',
      labelNames: ['outcome'] as const,
      registers: [registry],
    }),
    sockets: new Gauge({ name: 'sixfold_sockets', help: 'Open live connections', registers: [registry] }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
