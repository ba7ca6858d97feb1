import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { paths } from "../app/paths";

interface Props {
  readonly studyId: number;
  readonly number: number;
  readonly children: ReactNode;
}

export function TrialLink({ studyId, number, children }: Props): ReactNode {
  return (
    <Link component={RouterLink} to={paths.trial(studyId, number)}>
      {children}
    </Link>
  );
}
