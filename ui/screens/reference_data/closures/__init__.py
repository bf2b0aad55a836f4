"""Closures in the window: declared, reviewed, done, undone; whom to call, slips issued anew."""
