"""Desk: the site live, with full search and the editor's work by click. Pages and templates are the site's own."""
