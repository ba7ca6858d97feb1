"""The route table: a WSGI application over a catalog of storages."""

import falcon

from optuna_dashboard.api import errors
from optuna_dashboard.api.artifact_content import (
    StudyArtifactResource,
    TrialArtifactContentResource,
)
from optuna_dashboard.api.artifacts import (
    ArtifactItemResource,
    StudyArtifactsResource,
    TrialArtifactResource,
)
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.api.compare import ComparedParamsResource, ComparisonResource
from optuna_dashboard.api.csv import CsvResource
from optuna_dashboard.api.detail import StudyDetailResource
from optuna_dashboard.api.etag import ETags
from optuna_dashboard.api.export import ExportResource
from optuna_dashboard.api.figures import (
    FigureListResource,
    FigureResource,
    FigureTableResource,
    PlotResource,
)
from optuna_dashboard.api.ids import IdConverter
from optuna_dashboard.api.importances import ImportanceResource
from optuna_dashboard.api.meta import MetaResource
from optuna_dashboard.api.migrated import MigratedResource
from optuna_dashboard.api.notes import StudyNoteResource, TrialNoteResource
from optuna_dashboard.api.openapi import OpenApiResource
from optuna_dashboard.api.overview import StudyOverviewResource
from optuna_dashboard.api.params import ParamListResource
from optuna_dashboard.api.plots import SavedPlotResource
from optuna_dashboard.api.policy import Policy
from optuna_dashboard.api.preferences import (
    FeedbackComponentResource,
    PreferenceItemResource,
    PreferenceResource,
    SkipResource,
)
from optuna_dashboard.api.read_only import ReadOnly
from optuna_dashboard.api.rename import RenameResource
from optuna_dashboard.api.report import ReportResource
from optuna_dashboard.api.resource import Endpoint
from optuna_dashboard.api.selection import FilterNamesResource, SelectionResource
from optuna_dashboard.api.studies import StudyListResource
from optuna_dashboard.api.tell import TellResource
from optuna_dashboard.api.trial_artifacts import TrialArtifactsResource
from optuna_dashboard.api.trial_numbers import TrialNumbersResource
from optuna_dashboard.api.trials import RetryResource, TrialPageResource, TrialResource
from optuna_dashboard.api.upgrade import UpgradeResource
from optuna_dashboard.api.user_attrs import StudyUserAttrsResource, TrialUserAttrsResource

RESOURCES: tuple[type[Endpoint], ...] = (
    MetaResource,
    MigratedResource,
    UpgradeResource,
    StudyListResource,
    StudyDetailResource,
    RenameResource,
    StudyNoteResource,
    TrialNoteResource,
    StudyUserAttrsResource,
    SavedPlotResource,
    PreferenceResource,
    PreferenceItemResource,
    SkipResource,
    FeedbackComponentResource,
    TellResource,
    TrialUserAttrsResource,
    StudyArtifactsResource,
    ArtifactItemResource,
    TrialArtifactResource,
    StudyArtifactResource,
    TrialArtifactContentResource,
    StudyOverviewResource,
    ParamListResource,
    TrialPageResource,
    TrialResource,
    RetryResource,
    SelectionResource,
    FilterNamesResource,
    TrialNumbersResource,
    TrialArtifactsResource,
    ImportanceResource,
    FigureListResource,
    FigureResource,
    FigureTableResource,
    PlotResource,
    ReportResource,
    ComparisonResource,
    ComparedParamsResource,
    CsvResource,
    ExportResource,
)


def create_app(catalog: Catalog) -> "falcon.App[falcon.Request, falcon.Response]":
    """The application that answers about the studies of ``catalog``.

    The catalog may change while the application runs.
    """
    app = falcon.App(middleware=[ETags(catalog)])
    app.add_middleware(ReadOnly(catalog))
    app.add_middleware(Policy())
    app.req_options.strip_url_path_trailing_slash = True
    app.router_options.converters["id"] = IdConverter
    for resource in RESOURCES:
        app.add_route(resource.path, resource(catalog))
    app.add_route(OpenApiResource.path, OpenApiResource(catalog, RESOURCES))
    errors.install(app)
    return app
