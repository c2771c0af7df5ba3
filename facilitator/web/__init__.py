"""The pages: joining, the three screens' frames, downloads, and the gate in front of all of it."""
