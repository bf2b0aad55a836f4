"""The desk program: domain, use cases, paper, exchange and the command line."""
