"""Building blocks that take values and callbacks only: no services, no contexts."""
