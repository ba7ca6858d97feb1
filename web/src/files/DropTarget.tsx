import FileDownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { type ReactNode, useEffect, useState } from "react";
import { droppedFiles } from "./dropped";
import { useOpenFiles } from "./useOpenFiles";

const Overlay = styled("div")(({ theme }) => ({
  position: "fixed",
  inset: 0,
  zIndex: theme.zIndex.modal + 1,
  display: "grid",
  placeItems: "center",
  placeContent: "center",
  gap: 8,
  pointerEvents: "none",
  background: "color-mix(in srgb, var(--mui-palette-background-default) 95%, transparent)",
  boxShadow: "inset 0 0 0 3px var(--mui-palette-primary-main)",
}));

/** Takes files that are dropped anywhere on the page, and says so while they hover. */
export function DropTarget(): ReactNode {
  const openFiles = useOpenFiles();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    // Leaving for another element of the page names it; leaving the window does not.
    const onLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setHovering(false);
      void droppedFiles(event.dataTransfer).then(openFiles);
    };
    window.addEventListener("dragenter", onOver);
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragenter", onOver);
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [openFiles]);
  if (!hovering) return null;
  return (
    <Overlay>
      <FileDownloadIcon color="primary" sx={{ fontSize: 48 }} />
      <Typography variant="h1" component="p">
        Drop to open
      </Typography>
      <Typography color="textSecondary">Files are read in this tab. Nothing is sent.</Typography>
    </Overlay>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
