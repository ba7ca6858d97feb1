/** A view of each kind, of Optuna 5's fixture file. */
export const ROUTES: Readonly<Record<string, string>> = {
  "list of studies": "",
  study: "studies/1",
  "study with two objectives": "studies/16",
  "study with three objectives": "studies/13",
  "study without trials": "studies/5",
  "table of trials": "studies/1/trials",
  trial: "studies/1/trials/0",
  "no such page": "nowhere",
};
