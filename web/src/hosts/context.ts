import { createContext, useContext, useSyncExternalStore } from "react";
import type { Host, HostState } from "./host";

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error("No host around this component");
  return host;
}

export function useHostState(): HostState {
  const host = useHost();
  return useSyncExternalStore(host.subscribe, host.state, host.state);
}
