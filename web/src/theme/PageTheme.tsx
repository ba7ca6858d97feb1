import { ThemeProvider } from "@mui/material/styles";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import type { Appearance } from "../hosts/host";
import { SURFACES } from "./colors";
import { FONTS } from "./fonts";
import { theme, themeIn } from "./theme";

interface Props {
  readonly appearance: Appearance | undefined;
  readonly children: ReactNode;
}

/** The theme around all pages: ours, which the user chooses, or that of the host. */
export function PageTheme({ appearance, children }: Props): ReactNode {
  if (appearance) return <HostTheme appearance={appearance}>{children}</HostTheme>;
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="color-mode" noSsr>
      {children}
    </ThemeProvider>
  );
}

interface HostThemeProps {
  readonly appearance: Appearance;
  readonly children: ReactNode;
}

/** Another look draws all anew, for figures hold colours that CSS cannot change. */
function HostTheme({ appearance, children }: HostThemeProps): ReactNode {
  const look = useSyncExternalStore(appearance.subscribe, appearance.look);
  const hostTheme = useMemo(() => {
    SURFACES[look.scheme] = look.surfaces;
    Object.assign(FONTS, { text: look.font, mono: look.mono });
    return themeIn(look);
  }, [look]);
  return (
    <ThemeProvider
      key={JSON.stringify(look)}
      theme={hostTheme}
      defaultMode={look.scheme}
      storageManager={null}
      noSsr
    >
      {children}
    </ThemeProvider>
  );
}
