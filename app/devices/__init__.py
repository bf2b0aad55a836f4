"""What stands on the counter beside the screen: bytes and keys, no screens."""
