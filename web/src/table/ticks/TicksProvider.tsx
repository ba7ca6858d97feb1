import { createContext, type ReactNode, useContext, useState } from "react";
import { NO_TICKS, type Ticks } from "./ticks";

type Edit = (before: Ticks) => Ticks;

const Context = createContext<readonly [Ticks, (edit: Edit) => void] | null>(null);

/** Keeps the ticks of a study while its pages change. */
export function TicksProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return <Context value={useState(NO_TICKS)}>{children}</Context>;
}

export function useTicks(): readonly [Ticks, (edit: Edit) => void] {
  const ticks = useContext(Context);
  if (!ticks) throw new Error("No TicksProvider around this component");
  return ticks;
}
