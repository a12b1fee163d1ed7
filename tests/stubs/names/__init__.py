"""What a module defines is in its stub, private names included, and the other way.

An installed stub package hides the library's own types, so a name that the stub leaves out is an
error for its users. stubtest compares public names only.
"""
