import AppBar from "@mui/material/AppBar";
import Box from "@mui/material/Box";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { AddFiles } from "../files/AddFiles";
import { useHost } from "../hosts/context";
import { LiveSwitch } from "../live/LiveSwitch";
import { SettingsButton } from "../settings/SettingsButton";
import { Breadcrumb } from "./Breadcrumb";
import { HelpButton } from "./HelpButton";
import { Logo } from "./Logo";
import { LogoutLink } from "./LogoutLink";
import { paths } from "./paths";
import { QuickJump } from "./QuickJump";

const Home = styled(Link)({
  display: "inline-flex",
  alignItems: "center",
  gap: 8,
  color: "inherit",
  textDecoration: "none",
  fontWeight: 650,
  whiteSpace: "nowrap",
});

const ProductName = styled("span")(({ theme }) => ({
  [theme.breakpoints.down("md")]: { "[data-inside=true] &": { display: "none" } },
  [theme.breakpoints.down(420)]: { display: "none" },
}));

export function TopBar(): ReactNode {
  const { capabilities, kind } = useHost();
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{
        height: "var(--frame-height)",
        flexDirection: "row",
        alignItems: "center",
        gap: { xs: 0.5, sm: 1 },
        px: { xs: 1.5, sm: 3 },
        bgcolor: "background.default",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Home to={paths.home()} aria-label="Optuna Dashboard, list of studies">
        <Logo />
        <ProductName>Optuna Dashboard</ProductName>
      </Home>
      <Breadcrumb />
      <Box sx={{ flex: 1 }} />
      {kind === "server" && <LiveSwitch />}
      <QuickJump />
      {capabilities.openFiles && <AddFiles />}
      <SettingsButton />
      <HelpButton />
      {kind === "server" && <LogoutLink />}
    </AppBar>
  );
}
