"""Engine: where the work on many articles is done, as `brief.toml` and the command line name it."""

from briefing.errors import ConfigError

AUTO, SERIAL, PROCESSES = "auto", "serial", "processes"
CLUSTER = "dask://"


def engine_name(value: object, key: str) -> str:
    """One of the names, or the address of a Dask scheduler."""
    if isinstance(value, str):
        host, _, port = value.removeprefix(CLUSTER).rpartition(":")
        if value in (AUTO, SERIAL, PROCESSES) or (value.startswith(CLUSTER) and host and port.isdecimal()):
            return value
    raise ConfigError(f'{key} must be "{AUTO}", "{SERIAL}", "{PROCESSES}" or "{CLUSTER}HOST:PORT" of a Dask scheduler')
