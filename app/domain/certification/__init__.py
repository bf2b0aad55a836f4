"""Certification (chứng thực): kinds, books and running numbers."""
