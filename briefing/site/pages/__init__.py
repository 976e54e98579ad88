"""Pages: one file a kind, each a pure function from holdings to what the page shows, which a template then sets."""
