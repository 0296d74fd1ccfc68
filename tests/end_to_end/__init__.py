"""Real servers, real windows, foreign clients."""
