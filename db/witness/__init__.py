"""The witness: a small file beside the key, told of every commit, so that loss is noticed."""
