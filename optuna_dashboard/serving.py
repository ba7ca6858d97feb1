"""The dashboard of a storage, from within a Python program."""

import os
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING

from optuna_dashboard.access.base_path import base_path_of
from optuna_dashboard.access.token import Token
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.server import Access, create_server_app
from optuna_dashboard.servers import serve
from optuna_dashboard.storage.artifact_files import ArtifactFiles, artifact_files
from optuna_dashboard.storage.open import StorageSource, open_storage

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def run_server(
    storage: StorageSource,
    host: str = "localhost",
    port: int = 8080,
    artifact_store: object = None,
    *,
    artifact_backend: object = None,
    llm_provider: object = None,
    auth_token: str | None = None,
    base_path: str = "",
    read_only: bool = False,
) -> None:
    """Serve the studies of a storage until interrupted; may run in a thread.

    Args:
        storage: a path or URL (see ``docs/server.md``), or a storage object of Optuna.
        host: the address to listen on.
        port: 0 takes a free one.
        artifact_store: where Optuna keeps files of studies and trials, such as an
            ``optuna.artifacts.FileSystemArtifactStore``.
        artifact_backend: deprecated, the same as ``artifact_store``.
        llm_provider: not used, which a warning tells; filters are typed, and figures are saved
            by programs (``save_plotly_graph_object``).
        auth_token: what to ask of everybody who comes; nothing if left out.
        base_path: where the dashboard begins, such as ``/optuna`` behind a proxy.
        read_only: refuse every change.

    Raises:
        StorageError: if the storage cannot be opened.
        TypeError: if it is none.
        ValueError: if the token is too short, or the path is none.
        OSError: if ``host`` and ``port`` cannot be listened on.
    """
    _warn_of_provider(llm_provider)
    artifacts = _artifacts(artifact_store, artifact_backend)
    access = _access_of(auth_token, base_path, read_only)
    # The only server that runs in a thread, and in the process that holds the storage.
    serve(lambda: _catalog_of(storage, artifacts), host, port, "wsgiref", access=access)


def wsgi(
    storage: StorageSource,
    artifact_store: object = None,
    *,
    artifact_backend: object = None,
    llm_provider: object = None,
    auth_token: str | None = None,
    base_path: str = "",
    read_only: bool = False,
) -> "WSGIApplication":
    """The WSGI application, for servers such as Gunicorn and uWSGI.

    It answers to any ``Host``, because which names reach the server is known only to it.

    Args:
        storage: a path or URL (see ``docs/server.md``), or a storage object of Optuna.
        artifact_store: where Optuna keeps files of studies and trials, such as an
            ``optuna.artifacts.FileSystemArtifactStore``.
        artifact_backend: deprecated, the same as ``artifact_store``.
        llm_provider: not used, which a warning tells; filters are typed, and figures are saved
            by programs (``save_plotly_graph_object``).
        auth_token: what to ask of everybody who comes; nothing if left out.
        base_path: where the dashboard begins, such as ``/optuna`` behind a proxy.
        read_only: refuse every change.

    Raises:
        StorageError: if the storage cannot be opened.
        TypeError: if it is none.
        ValueError: if the token is too short, or the path is none.
    """
    _warn_of_provider(llm_provider)
    artifacts = _artifacts(artifact_store, artifact_backend)
    return _PerProcess(storage, artifacts, _access_of(auth_token, base_path, read_only))


class _PerProcess:
    """The application of a storage, which each process opens for itself.

    Servers such as uWSGI make the application first and fork then; what is open must not
    be read by two processes.
    """

    def __init__(
        self, storage: StorageSource, artifacts: ArtifactFiles | None, access: Access
    ) -> None:
        self._storage = storage
        self._artifacts = artifacts
        self._access = access
        self._process = os.getpid()
        self._app = self._open()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if self._process != os.getpid():
            self._app = self._open()
            self._process = os.getpid()
        return self._app(environ, start_response)

    def _open(self) -> "WSGIApplication":
        catalog = _catalog_of(self._storage, self._artifacts)
        return create_server_app(catalog, None, access=self._access)


def _access_of(auth_token: str | None, base_path: str, read_only: bool) -> Access:
    token = None if auth_token is None else Token(auth_token)
    return Access(token, base_path_of(base_path), read_only)


def _catalog_of(storage: StorageSource, artifacts: ArtifactFiles | None) -> Catalog:
    catalog = Catalog(artifacts=artifacts)
    catalog.add(open_storage(storage))
    return catalog


def _warn_of_provider(provider: object) -> None:
    if provider is not None:
        warnings.warn("llm_provider is not used.", UserWarning, stacklevel=3)


def _artifacts(store: object, backend: object) -> ArtifactFiles | None:
    """The files of a store, if there is one; a backend is warned of, to the caller's caller."""
    if backend is not None:
        message = "artifact_backend is deprecated; give artifact_store instead."
        warnings.warn(message, FutureWarning, stacklevel=3)
    given = backend if store is None else store
    return None if given is None else artifact_files(given)
