import FileOpenIcon from "@mui/icons-material/FileOpenOutlined";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useFileChooser } from "../../files/FileInput";

const Zone = styled("button")(({ theme }) => ({
  all: "unset",
  boxSizing: "border-box",
  width: "100%",
  minHeight: "clamp(220px, 26vh, 420px)",
  padding: theme.spacing(3),
  display: "grid",
  placeContent: "center",
  justifyItems: "center",
  gap: theme.spacing(0.75),
  textAlign: "center",
  cursor: "pointer",
  borderRadius: 10,
  border: "1.5px dashed var(--mui-palette-text-secondary)",
  background: "var(--mui-palette-surface-sunken)",
  transition: "border-color 120ms, background 120ms",
  "&:hover": {
    borderColor: "var(--mui-palette-primary-main)",
    background: "color-mix(in srgb, var(--mui-palette-primary-main) 6%, transparent)",
  },
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 3 },
}));

const Title = styled("span")({ fontSize: "1.25rem", fontWeight: 650 });
const Or = styled("span")({
  "& u": { color: "var(--mui-palette-primary-main)", textUnderlineOffset: 3 },
});
const Hint = styled("span")({
  color: "var(--mui-palette-text-secondary)",
  fontSize: "0.875rem",
  maxWidth: 460,
});

/** A large button that opens the file dialog. Dropping works on the whole page. */
export function DropZone(): ReactNode {
  const { input, choose } = useFileChooser();
  return (
    <>
      {input}
      <Zone type="button" onClick={choose}>
        <FileOpenIcon color="primary" sx={{ fontSize: 40, mb: 0.5 }} />
        <Title>Drop files here</Title>
        <Or>
          or <u>choose them</u>
        </Or>
        <Hint>
          SQLite files and journal logs of any Optuna release, several at once. Drop a{" "}
          <code>-wal</code> file together with its database.
        </Hint>
      </Zone>
    </>
  );
}
