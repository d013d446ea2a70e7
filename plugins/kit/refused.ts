/**
 * What was asked for can't be done, or not now. The message is a whole sentence for whoever asked;
 * `status` is the HTTP status, `rule` names what it would break where a program should know.
 */
export class Refused extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 429 | 502,
    message: string,
    readonly rule?: string,
  ) {
    super(message)
  }
}
