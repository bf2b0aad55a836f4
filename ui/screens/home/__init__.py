"""The home screen: the day in numbers, and the list behind each."""
