"""Networks: run with onnxruntime on the processor, one input at a time, as many side by side as there are processors."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from rashomon.encode.weights import FOLDER

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

ERRORS_ONLY = 3
"""onnxruntime's level of its log at which it keeps warnings to itself."""


_LOADING = Lock()


@cache
def load_ahead() -> None:
    """Once a process, load all networks in the background, the encoder first, while the first article is parsed: half a second."""
    names = sorted((path.name for path in FOLDER.glob("*.onnx")), key=lambda name: (name != "encoder.onnx", name))
    Thread(target=_load_all, args=(names,), daemon=True).start()


def _load_all(names: Iterable[str]) -> None:
    for name in names:
        with _LOADING:
            _load(name)


def run_network(name: str, inputs: Iterable[Mapping[str, NDArray[Any]]]) -> list[dict[str, NDArray[Any]]]:
    """The outputs of the network in the file `name`, for each of the inputs, in their order."""
    return list(start_network(name, inputs))


def start_network(name: str, inputs: Iterable[Mapping[str, NDArray[Any]]]) -> Iterator[dict[str, NDArray[Any]]]:
    """As `run_network`, but without waiting: an output is waited for when it is taken, and the caller can go on with other work until then.

    Each input is run by itself and on one processor, so that what comes out depends on nothing but it. A network of
    this size gains little from many processors within one input; several inputs side by side gain all of it.
    """
    with _LOADING:
        network = _load(name)
    names = [output.name for output in network.get_outputs()]

    def run(each: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        return dict(zip(names, network.run(names, each), strict=True))

    return _workers().map(run, inputs)


@cache
def _load(name: str) -> InferenceSession:
    """The network in one of the files; loading takes a tenth of a second, so nothing loads it before the first article."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = ERRORS_ONLY
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(FOLDER / name, options, providers=["CPUExecutionProvider"])


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(processors(), thread_name_prefix="network")


def processors() -> int:
    """How many processors this process may use; some systems do not tell, and then all of them."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
