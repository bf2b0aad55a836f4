"""What the desk says in passing, and what nothing caught."""
