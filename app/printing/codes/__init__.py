"""Bar codes and QR codes, and the dots they must stand on."""
