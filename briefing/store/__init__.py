"""Store: new, changed, or known already; what a window of time holds. `Article`s ↔ library."""
