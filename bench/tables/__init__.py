"""What the gate measures, and what others reached on the same."""
