import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { ErrorCard } from "../components/ErrorCard";
import { useHost, useHostState } from "../hosts/context";

/** Says when Python failed to start or died, and offers to start it again. */
export function CoreStatus(): ReactNode {
  const host = useHost();
  const { core } = useHostState();
  if (core.status !== "failed" && core.status !== "dead") return null;
  return (
    <Box sx={{ px: { xs: 1.5, sm: 3 }, pt: 2 }}>
      <ErrorCard
        title={core.status === "failed" ? "Python did not start" : "Python stopped"}
        error={core.cause}
        action={{ label: "Restart", run: () => void host.restart() }}
      />
    </Box>
  );
}
