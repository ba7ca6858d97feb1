"""DELETE /api/studies/<id>/plots/<plot id>: a figure that a program saved goes."""

from typing import Any

import falcon

from optuna_dashboard.api.resource import Endpoint, Write, not_found
from optuna_dashboard.study.attrs.plots import plot_settings


class SavedPlotResource(Endpoint):
    path = "/api/studies/{study_id:id}/plots/{plot_id:path}"
    writes = (Write("DELETE", "DeletePlot", "Delete a figure that a program saved"),)

    def on_delete(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source, study = self.find(params["study_id"])
        plot_id = params["plot_id"]
        if all(plot.id != plot_id for plot in study.saved_plots):
            raise not_found(f"plot_id={plot_id} is not found")
        with source.storage.write() as writer:
            present = writer.get_study_system_attrs(study.id)
            for key, value in plot_settings(present, plot_id, ""):
                writer.set_study_system_attr(study.id, key, value)
        resp.status = falcon.HTTP_204
