"""The actions of each screen, bound to use cases."""
