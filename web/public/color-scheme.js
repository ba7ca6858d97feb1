// Runs before the first paint: sets the remembered (or the system's) colour scheme.
(() => {
  let mode = "system";
  try {
    mode = localStorage.getItem("color-mode") || "system";
  } catch {
    // Storage may be forbidden; the system's scheme it is.
  }
  const dark =
    mode === "dark" || (mode === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-color-scheme", dark ? "dark" : "light");
})();
