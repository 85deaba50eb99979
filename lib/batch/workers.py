"""Worker processes of which each may die or hang without harm to the others.

ProcessPoolExecutor fails every pending call when one worker dies, and cannot stop a call. Here
each worker has a pipe of its own and shares no lock or queue with another, so that a worker that
is killed takes with it only the call it was at; a new one takes its place.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_START = 120.0  # seconds a new worker may take to come up on a busy machine
_SPARE = 1 << 30  # bytes of memory that every worker may have on the smallest machine


class WorkerDied(Exception):
    """The worker ended in the middle of the call. `exitcode` is negative for a signal."""

    def __init__(self, exitcode: int | None) -> None:
        super().__init__(f"worker ended with {exitcode}")
        self.exitcode = exitcode


class WorkerHung(Exception):
    """The call took longer than `seconds` and its worker was stopped."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer in {seconds:g} s")
        self.seconds = seconds


class Workers(Executor):
    """`jobs` processes (all cores where None). A call longer than `timeout` seconds is stopped;
    one that asks for more than `memory` bytes (an equal share of the machine's where None) gets a
    MemoryError. Its futures raise WorkerDied and WorkerHung besides what the calls raise."""

    def __init__(
        self, jobs: int | None = None, timeout: float = 120.0, memory: int | None = None
    ) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self.timeout = timeout
        self._memory = memory or _share(self.jobs)
        # No fork: the libraries that write the dataset have threads of their own
        self._context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._attend, daemon=True) for _ in range(self.jobs)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._stopping.is_set():
            raise RuntimeError("the workers were shut down")
        future: Future[T] = Future()
        self._calls.put(_Call(future, (fn, args, kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """With `cancel_futures` calls that run are stopped too, not only those that wait."""
        if cancel_futures:
            self._stopping.set()
        for _ in self._threads:
            self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
        self._stopping.set()

    def _attend(self) -> None:
        """A thread for each worker: hand it a call, wait for its answer, replace it if need be."""
        worker: _Worker | None = None
        while (call := self._calls.get()) is not None:
            if self._stopping.is_set() or not call.future.set_running_or_notify_cancel():
                call.future.cancel()
                continue
            try:
                if worker is None or not worker.process.is_alive():
                    worker = _Worker(self._context, self._memory)
                call.future.set_result(worker.ask(call.work, self.timeout, self._stopping))
            except BaseException as error:
                if isinstance(error, _Raised):
                    call.future.set_exception(error.error)
                    continue
                if worker is not None:
                    worker.end()
                    worker = None
                call.future.set_exception(error)
        if worker is not None:
            worker.end()


class _Call:
    def __init__(self, future: Future[Any], work: tuple[Any, ...]) -> None:
        self.future = future
        self.work = work


class _Raised(Exception):
    """The call itself raised; the worker is well."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


class _Worker:
    """A process and this side's end of its pipe."""

    def __init__(self, context: Any, memory: int) -> None:
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, memory), daemon=True)
        self.process.start()
        theirs.close()  # so that the pipe ends when the worker does
        try:
            if not self.pipe.poll(_START):
                self.end()
                raise WorkerHung(_START)
            self.pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error

    def ask(self, work: tuple[Any, ...], timeout: float, stopping: threading.Event) -> Any:
        try:
            self.pipe.send(work)
            waited = 0.0
            while not self.pipe.poll(min(0.2, timeout)):
                waited += min(0.2, timeout)
                if waited >= timeout or stopping.is_set():
                    raise WorkerHung(timeout)
            well, answer = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        if not well:
            raise _Raised(answer)
        return answer

    def _died(self) -> WorkerDied:
        self.process.join(5)
        return WorkerDied(self.process.exitcode)

    def end(self) -> None:
        self.process.kill()
        self.process.join(5)
        self.pipe.close()


def _serve(pipe: Connection, memory: int) -> None:
    """A worker's life: answer calls until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    pipe.send(True)
    while True:
        try:
            fn, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        answer: tuple[bool, Any]
        try:
            answer = (True, fn(*args, **kwargs))
        except Exception as error:
            answer = (False, error)
        try:
            pipe.send(answer)
        except (EOFError, OSError):
            return
        except Exception as error:  # an answer that cannot be pickled
            pipe.send((False, RuntimeError(f"{type(error).__name__}: {error}")))


def _share(jobs: int) -> int:
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        whole = 8 << 30
    return max(_SPARE, whole * 8 // 10 // jobs)
