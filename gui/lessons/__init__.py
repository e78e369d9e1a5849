"""Lessons in the window: which there are, how far the learner is, and the card that leads through one of them."""
