"""Sổ theo dõi hồ sơ: the time it is printed for, and its volumes."""
