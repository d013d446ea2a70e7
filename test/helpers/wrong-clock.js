/**
 * Loaded into a server before everything else (`--import`): its clock is ahead by CLOCK_AHEAD
 * milliseconds until it gets SIGUSR2, as that of a machine whose clock was wrong and is set back. Plain
 * JavaScript: to translate a file, while the first one is still being loaded, can hang for ever.
 */
let ahead = Number(process.env.CLOCK_AHEAD)
process.on('SIGUSR2', () => {
  ahead = 0
})

const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, self) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + ahead] : args, self),
  apply: () => new Date().toString(),
  get: (target, key) => (key === 'now' ? () => RealDate.now() + ahead : Reflect.get(target, key)),
})
