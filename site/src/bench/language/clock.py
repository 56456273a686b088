# Times for language.sh, in milliseconds: a process from start to end, or work() when warm.
import statistics
import subprocess
import sys
import time


def fresh(command):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return times


def warm(file):
    names = {}
    exec(compile(open(file).read(), file, 'exec'), names)
    rounds(names['work'], 40)
    start = time.process_time()
    rounds(names['work'], 20)
    return [(time.process_time() - start) / 20]


def rounds(work, count):
    for _ in range(count):
        work()


times = fresh(sys.argv[2:]) if sys.argv[1] == 'fresh' else warm(sys.argv[2])
print(statistics.median(times) * 1000)
