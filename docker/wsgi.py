"""What Gunicorn serves in ``compose.yaml``."""

import os

from optuna_dashboard import wsgi

application = wsgi(os.environ["STORAGE"], auth_token=os.environ["OPTUNA_DASHBOARD_AUTH_TOKEN"])
