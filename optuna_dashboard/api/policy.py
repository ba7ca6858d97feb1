"""What a browser may do with an answer that is not ours, whatever the host says of its page."""

import falcon

from optuna_dashboard.api.resource import Endpoint


class Policy:
    """Falcon middleware; it comes before those of hosts, whose word is then not the last."""

    def process_response(
        self, req: falcon.Request, resp: falcon.Response, resource: object, req_succeeded: bool
    ) -> None:
        if isinstance(resource, Endpoint) and resource.policy is not None:
            resp.set_header("Content-Security-Policy", resource.policy)
            resp.set_header("X-Content-Type-Options", "nosniff")
