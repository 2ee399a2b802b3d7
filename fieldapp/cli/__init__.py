"""The command line: arguments in, Vietnamese lines out; the work is in `services`."""
