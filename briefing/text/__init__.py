"""The ground all stages share: paragraphs, sentences, words, languages; spans into a text, never copies."""
