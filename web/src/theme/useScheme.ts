import { useColorScheme } from "@mui/material/styles";
import type { Scheme } from "./colors";

/** The colour scheme in effect, for drawings that cannot use CSS variables. */
export function useScheme(): Scheme {
  const { mode, systemMode } = useColorScheme();
  return (mode === "system" ? systemMode : mode) === "dark" ? "dark" : "light";
}
