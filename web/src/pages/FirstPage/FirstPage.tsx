import type { ReactNode } from "react";

export function FirstPage(): ReactNode {
  return <h1>See what your Optuna studies found</h1>;
}
