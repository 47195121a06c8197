"""Text: decoded, cut into paragraphs, and what each of them is; its language and domain."""
