"""Window, navigation, notices and the ticking clock."""
