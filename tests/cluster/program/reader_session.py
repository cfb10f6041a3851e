# SPDX-License-Identifier: Apache-2.0
"""A display and buses of a test's own, and in them the test: enter() first of all."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={0}/run</listen><auth>EXTERNAL</auth><servicedir>{0}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


def enter():
    """Runs the script again inside and ends with its status; returns where it is inside already."""
    if "ORRERY_READER_FOLDER" not in os.environ:
        sys.exit(session())


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start_display():
    """(Xvfb, its name): on a display of its own choice."""
    reading, writing = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
                               pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        return display, ":" + number.readline().strip()


def session():
    """Runs this script again on a display and a session bus that can start the accessibility bus and nothing else."""
    folder = tempfile.mkdtemp(prefix="orrery-reader-")
    display, number = start_display()
    try:
        for name in ("home", "run", "services"):
            os.mkdir(f"{folder}/{name}", 0o700)
        shutil.copy("/usr/share/dbus-1/services/org.a11y.Bus.service", folder + "/services")
        with open(folder + "/session.conf", "w", encoding="utf-8") as conf:
            conf.write(BUS.format(folder))
        env = {k: v for k, v in os.environ.items()
               if not k.startswith(("XDG_", "QT_", "DBUS_", "WAYLAND", "AT_SPI")) and k not in ("DISPLAY", "XAUTHORITY")}
        # The cluster's own tools find their files in the home folder.
        env["ORRERY_READER_OUTSIDE"] = json.dumps({k: v for k, v in os.environ.items() if k == "HOME" or k.startswith("XDG_")})
        # The display is there first: the registry of the accessibility bus moves the mouse on it.
        env.update(DISPLAY=number, HOME=folder + "/home", XDG_RUNTIME_DIR=folder + "/run", ORRERY_READER_FOLDER=folder, LC_ALL="C.UTF-8", XDG_SESSION_TYPE="x11", GSETTINGS_BACKEND="memory")
        return subprocess.run(["dbus-run-session", "--config-file", folder + "/session.conf", "--", sys.executable, "-B", *sys.argv], env=env, check=False).returncode
    finally:
        end(display)
        shutil.rmtree(folder, ignore_errors=True)
