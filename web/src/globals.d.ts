/** Set by the build: which host carries the requests of this page. */
declare const __HOST__: "site" | "server";
declare const __VERSION__: string;
