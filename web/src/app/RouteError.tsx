import Container from "@mui/material/Container";
import type { ReactNode } from "react";
import { useRouteError } from "react-router";
import { ErrorCard } from "../components/ErrorCard";

/** A page that failed to load or to draw; the frame around it stays. */
export function RouteError(): ReactNode {
  const error = useRouteError();
  return (
    <Container component="main" maxWidth="md" sx={{ py: 4 }}>
      <ErrorCard
        title="This page failed"
        error={error}
        action={{ label: "Reload", run: () => window.location.reload() }}
      />
    </Container>
  );
}
