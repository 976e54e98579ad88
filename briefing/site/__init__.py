"""Site: the library and its archive as pages. Rows of the library → page views → HTML; the desk shares the pages."""
