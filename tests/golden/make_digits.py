"""Write assets/data/digits.npz: the 1,797 handwritten digits of 8 x 8 pixels that scikit-learn ships.

    python tests/golden/make_digits.py          (any Python that has scikit-learn; the program itself never needs it)

In the file: images uint8 (1797, 64), ink from 0 to 16, row by row; labels uint8 (1797,). Source and licence are told in
assets/data/SOURCES.md. The order is scikit-learn's, which is that of the test file at UCI.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

TARGET = Path(__file__).resolve().parents[2] / "assets" / "data" / "digits.npz"


def main() -> None:
    digits = load_digits()
    images, labels = digits.data.astype(np.uint8), digits.target.astype(np.uint8)
    if images.shape != (1797, 64) or not np.array_equal(images, digits.data):
        raise SystemExit("These are not the 1,797 digits with whole numbers of ink.")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(TARGET, images=images, labels=labels)
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
