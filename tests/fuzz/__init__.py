"""Texts nobody would write, made by chance and by what they reach in the program: `targets`, run two ways."""
