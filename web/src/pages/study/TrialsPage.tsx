import type { ReactNode } from "react";

export default function TrialsPage(): ReactNode {
  return <h1>TrialsPage</h1>;
}
