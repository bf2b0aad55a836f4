"""What stands beside slips of money: electronic receipts."""
