"""What the tables say: pure functions from frames to frames and values."""
