import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { Empty } from "../components/Empty";
import { paths } from "./paths";

export function NotFound(): ReactNode {
  return (
    <Empty title="There is no such page">
      <Link component={RouterLink} to={paths.home()}>
        Go to the list of studies
      </Link>
    </Empty>
  );
}
