/**
 * A decision that can't be carried out. The message is a whole sentence for the coordinator;
 * `rule` names what it would break, `status` is the HTTP status.
 */
export class MatchRefused extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
    readonly rule?: string,
  ) {
    super(message)
  }
}
