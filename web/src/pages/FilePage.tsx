import Container from "@mui/material/Container";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { usePageTitle } from "../app/usePageTitle";
import { ErrorCard } from "../components/ErrorCard";
import { visuallyHidden } from "../components/visuallyHidden";
import { ProgressBar } from "../files/FileList";
import { describeProgress, describeStage } from "../files/progress";
import { useHost, useHostState } from "../hosts/context";
import type { FileEntry } from "../hosts/host";

/** The file that the host shows, until it is open, or the reason why it is not. */
export function FilePage({ file }: { readonly file: FileEntry }): ReactNode {
  const { name, fate } = file;
  const host = useHost();
  usePageTitle(name);
  return (
    <Container maxWidth="md" sx={{ py: 4, px: { xs: 2, sm: 3 } }}>
      {fate.status === "refused" ? (
        <ErrorCard
          title={`${name} is not shown`}
          error={fate.message}
          action={{ label: "Try again", run: () => void host.restart() }}
        />
      ) : (
        <Opening name={name} />
      )}
    </Container>
  );
}

function Opening({ name }: { readonly name: string }): ReactNode {
  const { core } = useHostState();
  return (
    <>
      <Typography variant="h1">Opening {name}</Typography>
      <Typography color="textSecondary">{describeProgress(core)}</Typography>
      <ProgressBar core={core} name={name} />
      <div role="status" style={visuallyHidden}>
        {describeStage(core)}.
      </div>
    </>
  );
}
