import Alert from "@mui/material/Alert";
import Chip from "@mui/material/Chip";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useEffect, useState } from "react";
import { type Recent, readAgain } from "../../files/recent";
import { forget, recentFiles } from "../../files/recentStore";
import { useHost } from "../../hosts/context";

/** Files of earlier visits, a click away. The browser may ask for leave to read them again. */
export function RecentFiles(): ReactNode {
  const host = useHost();
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if ("indexedDB" in window) void recentFiles().then(setRecent);
  }, []);
  const open = async (one: Recent) => {
    setProblem(null);
    try {
      const files = await readAgain(one);
      if (files) void host.open(files);
    } catch {
      setProblem(`${one.name} is not where it was. It may have been moved or deleted.`);
    }
  };
  const remove = (one: Recent) => {
    setRecent(recent.filter((other) => other !== one));
    void forget(one);
  };
  if (recent.length === 0) return null;
  return (
    <>
      <Stack
        direction="row"
        role="group"
        aria-label="Recent files"
        sx={{ mt: 1, alignItems: "center", flexWrap: "wrap", gap: 1 }}
      >
        <Typography color="textSecondary">Recent</Typography>
        {recent.map((one, position) => (
          <Chip
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
            key={`${one.name} ${position}`}
            label={one.name}
            variant="outlined"
            onClick={() => void open(one)}
            onDelete={() => remove(one)}
          />
        ))}
      </Stack>
      {problem && (
        <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>
          {problem}
        </Alert>
      )}
    </>
  );
}
