"""Web: feeds and pages by their addresses, politely and without being led anywhere they should not go.

Nothing is imported here: settings are read at every start, and an HTTP client only where something is fetched.
"""
