"""What stands around every screen: the rail and the bar."""
