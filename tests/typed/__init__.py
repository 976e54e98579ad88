"""A program as somebody writes it who uses the stages from Python."""
