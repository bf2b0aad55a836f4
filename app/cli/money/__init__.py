"""Commands about fees, slips, cash sheets and tariffs."""
