"""The national list of procedures and its details, as files bring them."""
