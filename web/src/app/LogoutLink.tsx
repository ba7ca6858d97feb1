import LogoutIcon from "@mui/icons-material/Logout";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { useMeta } from "../api/hooks";
import { useHost } from "../hosts/context";

/** Leads to where the server asks whether to log out, if it had the reader log in. */
export function LogoutLink(): ReactNode {
  const { addressOf } = useHost();
  const { data } = useMeta();
  if (!data?.has_login || !addressOf) return null;
  return (
    <Tooltip title="Log out">
      <IconButton component="a" href={addressOf("/logout")} aria-label="Log out">
        <LogoutIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
