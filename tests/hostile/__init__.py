"""Input from people who mean harm: files made to be too much, and texts made to be somebody else's commands."""
