import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { askAgain } from "../api/queryClient";
import { useHost } from "../hosts/context";

const EVERY = 3_000; // milliseconds
/** A server that answers slowly is asked less often. */
const REST = 9; // times as long as the answer took

export interface Following {
  /** When the studies were seen to have changed last. */
  readonly changedAt: number | null;
  readonly isLost: boolean;
}

/** Looks whether the studies of the server have changed; what is shown is then asked for again. */
export function useFollowing(isPaused: boolean): Following {
  const host = useHost();
  const client = useQueryClient();
  const [changedAt, setChangedAt] = useState<number | null>(null);
  const [isLost, setLost] = useState(false);
  /** Of what is shown; it outlasts a pause. */
  const tag = useRef<string | null>(null);
  useEffect(() => {
    if (isPaused) return;
    let timer: ReturnType<typeof setTimeout>;
    const end = new AbortController();
    const look = async () => {
      const start = performance.now();
      if (!document.hidden) {
        // Only of a GET would a server that asks for its token have this page left.
        const now = await tagOf(host.fetch("/api/meta", { method: "HEAD", signal: end.signal }));
        if (end.signal.aborted) return;
        setLost(now === null);
        if (now !== null && tag.current !== null && now !== tag.current) {
          askAgain(client);
          setChangedAt(Date.now());
        }
        tag.current = now ?? tag.current;
      }
      timer = setTimeout(look, Math.max(EVERY, REST * (performance.now() - start)));
    };
    void look();
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [host, client, isPaused]);
  return { changedAt, isLost };
}

/** What an answer is tagged with, null if there is none. */
async function tagOf(answer: Promise<Response>): Promise<string | null> {
  try {
    const response = await answer;
    return response.ok ? response.headers.get("ETag") : null;
  } catch {
    return null;
  }
}
