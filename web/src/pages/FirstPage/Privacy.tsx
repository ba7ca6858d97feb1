import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

const Columns = styled("section")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(240px, 1fr))",
  gap: theme.spacing(2, 4),
  marginTop: theme.spacing(5),
  paddingTop: theme.spacing(3),
  borderTop: "1px solid var(--mui-palette-divider)",
}));

/** The promise, and how anyone can check it. */
export function Privacy(): ReactNode {
  return (
    <Columns aria-label="Privacy">
      <div>
        <Typography variant="h2">Nothing leaves your machine</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          Python runs inside this tab and reads the file there. There is no upload, no account, no
          telemetry, no request to any other site.
        </Typography>
      </div>
      <div>
        <Typography variant="h2">How to check</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          Open the network tab of your browser’s developer tools, or go offline once this page has
          loaded, and drop a file: it opens all the same. The page’s own security policy forbids any
          other connection.
        </Typography>
      </div>
    </Columns>
  );
}
