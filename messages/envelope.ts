/** What travels: a typed request one way, a value or a named error back. Tiny, for the sentinel carries it too. */

interface Envelope {
  readonly type: string;
  readonly request: unknown;
}

export type Reply =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly error: { readonly key: string; readonly message: string } };

/**
 * A request that was refused or could not be carried out.
 * `key` names it in the messages catalogue: `bad-sender`, `bad-message`, `unknown-message`, `no-answer`,
 * `extension-gone`, or the key of whatever failed behind it (a `StoreError`'s, for one).
 */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  constructor(
    readonly key: string,
    message: string,
  ) {
    super(message);
  }
}

/** Whether a message has an envelope's outer shape; its request is not looked into. */
export function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && typeof (message as Envelope).type === 'string';
}

/** The key by which the messages catalogue knows what was thrown; `failed` for what carries none. */
export function errorKeyOf(thrown: unknown): string {
  const key = (thrown as { key?: unknown } | null)?.key;
  return typeof key === 'string' ? key : 'failed';
}

/** The reply to send for something thrown; an error that carries a `key` keeps it. */
export function refusal(thrown: unknown): Reply {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { ok: false, error: { key: errorKeyOf(thrown), message } };
}

/**
 * The value in a reply.
 * @throws MessageError with the sender's key where the reply is an error, `no-answer` where there was none
 */
export function unwrap(reply: unknown, type: string): unknown {
  const { ok, value, error } = (reply ?? {}) as {
    ok?: boolean;
    value?: unknown;
    error?: { key: string; message: string };
  };
  if (ok === true) return value;
  if (ok === false && error) throw new MessageError(error.key, error.message);
  throw new MessageError('no-answer', `Nobody answered ${type}`);
}
