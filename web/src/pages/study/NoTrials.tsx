import type { ReactNode } from "react";
import { Empty } from "../../components/Empty";

export function NoTrials(): ReactNode {
  return (
    <Empty title="This study has no trials yet">
      They appear here once <code>study.optimize</code> or <code>study.ask</code> has made some.
    </Empty>
  );
}
