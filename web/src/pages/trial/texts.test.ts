import { describe, expect, it } from "vitest";
import type { TrialDetail } from "../../api/types";
import { constraintName, isViolated } from "../../format/constraints";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { withoutValue } from "./ValuePart";

const TRIAL: TrialDetail = {
  trial_id: 1,
  number: 0,
  state: "Running",
  values: null,
  params: [],
  fixed_params: {},
  user_attrs: {},
  system_attrs: {},
  start: null,
  complete: null,
  duration: null,
  clock: "utc",
  intermediate_values: [],
  intermediate_vectors: [],
  constraints: [],
  feasible: true,
  is_best: false,
  previous: null,
  next: null,
  note: { version: 0, body: "" },
  artifacts: [],
  form: [],
};

describe("a trial without a value", () => {
  it("says how far it came", () => {
    const reported = [{ step: 3, value: 0.25 }];
    const words = (trial: TrialDetail) => withoutValue(trial, formatsOf(DEFAULTS));
    expect(words(TRIAL)).toBe("Running; nothing reported yet.");
    expect(words({ ...TRIAL, intermediate_values: reported })).toBe(
      "Running; 0.25 reported at step 3.",
    );
    expect(words({ ...TRIAL, state: "Pruned", intermediate_values: reported })).toBe(
      "Pruned at step 3, where it had reported 0.25.",
    );
    expect(words({ ...TRIAL, state: "Fail" })).toBe("Failed, so it has no value.");
    expect(words({ ...TRIAL, state: "Waiting" })).toBe("Waiting to be run.");
  });
});

describe("a constraint", () => {
  it("is violated above 0", () => {
    expect(
      [0, -1, "-inf", 1e-12, "inf", "nan"].map((value) => isViolated(value as number)),
    ).toEqual([false, false, false, true, true, false]);
  });

  it("has a name, or a number", () => {
    expect(constraintName("0")).toBe("Constraint 0");
    expect(constraintName("too big")).toBe("too big");
  });
});
