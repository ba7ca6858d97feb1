"""The JSON API: a WSGI application that answers requests about studies, in every host."""
