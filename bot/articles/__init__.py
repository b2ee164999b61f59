"""Articles: bytes to drafts, and the layout of a text as spans; pure, knows nothing of files and speakers.

`parse.parse` reads bytes, `layout.annotate` marks a text up, `passages.cut_passages` cuts it for retrieval,
`fingerprint.fingerprint` tells whether two texts are the same. A text is never rewritten once it is a Draft.
"""
