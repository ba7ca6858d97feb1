"""Who may ask the server: by which names, from which pages, with which token."""
