"""The learned reader of attributions: anchors of cues found by one head, each asked by another for its cue, source and content.

Method and figures: docs/decisions/0008-attribution-decoding.md.
"""
