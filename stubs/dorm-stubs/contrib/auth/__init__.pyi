from dorm.contrib.auth.password import (
    PBKDF2_DEFAULT_ITERATIONS,
    check_password,
    is_password_usable,
    make_password,
)

__all__ = [
    "PBKDF2_DEFAULT_ITERATIONS",
    "check_password",
    "is_password_usable",
    "make_password",
]
