/** Where each page is; the only place that builds addresses. */
export const paths = {
  home: () => "/",
  study: (studyId: number) => `/studies/${studyId}`,
  analysis: (studyId: number) => `/studies/${studyId}/analysis`,
  judge: (studyId: number) => `/studies/${studyId}/judge`,
  trials: (studyId: number) => `/studies/${studyId}/trials`,
  compare: (studyIds: readonly number[] = []) =>
    studyIds.length > 0 ? `/compare?ids=${studyIds.join(",")}` : "/compare",
  trial: (studyId: number, number: number) => `/studies/${studyId}/trials/${number}`,
  artifacts: (studyId: number) => `/studies/${studyId}/trials/artifacts`,
  compareTrials: (studyId: number, numbers: readonly number[]) =>
    `/studies/${studyId}/trials/compare?numbers=${numbers.join(",")}`,
};
