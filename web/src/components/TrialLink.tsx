import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { paths } from "../app/paths";
import { useKeptFilter } from "../selection/filterUrl";

interface Props {
  readonly studyId: number;
  readonly number: number;
  readonly children: ReactNode;
}

export function TrialLink({ studyId, number, children }: Props): ReactNode {
  const keep = useKeptFilter();
  return (
    <Link component={RouterLink} to={keep(paths.trial(studyId, number))}>
      {children}
    </Link>
  );
}
