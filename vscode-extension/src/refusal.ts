/** A file is not shown, for a reason that the user can do something about. */
export class Refusal extends Error {
  constructor(
    readonly kind: "too-large" | "busy" | "not-found",
    message: string,
  ) {
    super(message);
  }
}

/** What the page says of it. */
export function refusalOf(error: unknown, name: string): { kind: string; reason: string } {
  if (error instanceof Refusal) return { kind: error.kind, reason: error.message };
  const cause = error instanceof Error ? error.message : String(error);
  return { kind: "unreadable", reason: `${name} could not be read: ${cause}` };
}
