"""Facts in, Vietnamese words out: for window, command line and papers alike."""
