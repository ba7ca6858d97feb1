/** Set by the build, from pyproject.toml. */
declare const __VERSION__: string;
