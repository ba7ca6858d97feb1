import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Container from "@mui/material/Container";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { usePageTitle } from "../../app/usePageTitle";
import { usePlace } from "../../app/usePlace";
import { FileList } from "../../files/FileList";
import { DropZone } from "./DropZone";
import { Privacy } from "./Privacy";
import { RecentFiles } from "./RecentFiles";
import { useSample } from "./useSample";

/** Where a visit begins: what this is, and how to open a file. */
export function FirstPage(): ReactNode {
  usePageTitle("");
  const sample = useSample();
  return (
    <Container
      maxWidth="md"
      sx={{ py: { xs: 3, sm: "clamp(32px, 6vh, 160px)" }, px: { xs: 2, sm: 3 } }}
    >
      <Typography variant="h1" sx={{ fontSize: { xs: "1.625rem", sm: "2.25rem" } }}>
        See what your Optuna studies found
      </Typography>
      <Typography color="textSecondary" sx={{ mt: 1, mb: 3, fontSize: "1.0625rem", maxWidth: 620 }}>
        Drop a study file and look at its trials, its best values and how they were reached. It is
        read right here, in your browser.
      </Typography>
      <MissingStudy />
      <DropZone />
      <FileList />
      {sample.error && (
        <Alert severity="error" variant="outlined" sx={{ mt: 2 }}>
          The sample file could not be loaded: {sample.error}
        </Alert>
      )}
      <Stack direction="row" sx={{ mt: 2, alignItems: "center", flexWrap: "wrap", columnGap: 1.5 }}>
        <Typography color="textSecondary">No file at hand?</Typography>
        <Button variant="outlined" size="small" onClick={sample.open} loading={sample.loading}>
          Try a sample study
        </Button>
      </Stack>
      <RecentFiles />
      <Privacy />
    </Container>
  );
}

/** The address names studies, but the files that hold them are not open (any more). */
function MissingStudy(): ReactNode {
  const { studyId, page, trial } = usePlace();
  if (page === null) return null;
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
      {studyId === null
        ? "This address compares studies of files that are not open in this tab. Open them again, in the same order, and the page appears."
        : `This address shows ${trial === null ? "a study" : `trial ${trial} of a study`} in a file that is not open in this tab. Open the file again, with those that were opened before it, and the page appears.`}
    </Alert>
  );
}
