"""Render: how it looks. `Brief` → Markdown, HTML, PDF, JSON."""
