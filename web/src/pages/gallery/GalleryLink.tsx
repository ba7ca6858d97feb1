import PictureIcon from "@mui/icons-material/PhotoLibraryOutlined";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMeta } from "../../api/hooks";
import { paths } from "../../app/paths";
import { useKeptFilter } from "../../selection/filterUrl";
import { TOOL, ToolLabel } from "../../table/ToolButton";

/** Leads from the table to the artifacts of the trials in it, where their content can be had. */
export function GalleryLink({ studyId }: { readonly studyId: number }): ReactNode {
  const keep = useKeptFilter();
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  if (!hasStore) return null;
  return (
    <Button
      color="inherit"
      size="small"
      variant="outlined"
      aria-label="Artifacts"
      title="Artifacts"
      component={Link}
      to={keep(paths.artifacts(studyId))}
      sx={TOOL}
    >
      <PictureIcon />
      <ToolLabel>Artifacts</ToolLabel>
    </Button>
  );
}
