"""The same training in Python's PyTorch, for a benchmark: one process that trains for some epochs each time it is told to.

    train_rival.py FILE gru|resnet WINDOWS SAMPLES CLASSES HIDDEN BATCH RATE CLIP THREADS

FILE holds the windows as the network sees them, float32 little-endian [window][axis][sample], then a label of 32 bits per
window. A line with a number of epochs on standard input is answered by a line "seconds processor loss": the seconds of a mean
epoch by the clock and in processor time, and the mean loss of the last. Each answer is a training of its own from fresh weights.
"""

import sys
import time

import numpy
import torch
from torch import nn


class Student(nn.Module):
    """One GRU over the samples, a perceptron over its last state."""

    def __init__(self, hidden, classes):
        super().__init__()
        self.gru = nn.GRU(3, hidden)
        self.head = nn.Sequential(nn.Linear(hidden, 16), nn.ReLU(), nn.Linear(16, classes))

    def forward(self, windows):
        _, last = self.gru(windows.permute(2, 0, 1))
        return self.head(last[0])


class Block(nn.Module):
    """Three convolutions and a shortcut."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.body = nn.Sequential(
            nn.ConstantPad1d((3, 4), 0.0),
            nn.Conv1d(inputs, outputs, 8, bias=False),
            nn.BatchNorm1d(outputs),
            nn.ReLU(),
            nn.Conv1d(outputs, outputs, 5, padding=2, bias=False),
            nn.BatchNorm1d(outputs),
            nn.ReLU(),
            nn.Conv1d(outputs, outputs, 3, padding=1, bias=False),
            nn.BatchNorm1d(outputs),
        )
        norm = nn.BatchNorm1d(outputs)
        same = inputs == outputs
        self.shortcut = norm if same else nn.Sequential(nn.Conv1d(inputs, outputs, 1, bias=False), norm)

    def forward(self, value):
        return torch.relu(self.body(value) + self.shortcut(value))


class Teacher(nn.Module):
    """Three residual blocks, the mean over time, one dense layer."""

    def __init__(self, classes):
        super().__init__()
        self.blocks = nn.Sequential(Block(3, 64), Block(64, 128), Block(128, 128))
        self.dense = nn.Linear(128, classes)

    def forward(self, windows):
        return self.dense(self.blocks(windows).mean(2))


def train(network, windows, labels, epochs, batch, rate, clip):
    """Trains, and gives the seconds of a mean epoch, by the clock and the processor, and the mean loss of the last."""
    steps = -(-len(windows) // batch)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=epochs * steps, cycle_momentum=False)
    loss_of = nn.CrossEntropyLoss()
    network.train()
    started, busy = time.perf_counter(), time.process_time()
    for _ in range(epochs):
        total = 0.0
        for rows in torch.randperm(len(windows)).chunk(steps):
            loss = loss_of(network(windows[rows]), labels[rows])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            if clip > 0:
                nn.utils.clip_grad_norm_(network.parameters(), clip)
            optimiser.step()
            schedule.step()
            total += loss.item()
    return (time.perf_counter() - started) / epochs, (time.process_time() - busy) / epochs, total / steps


def main():
    """Reads the windows once, then trains whenever it is told to."""
    file, kind = sys.argv[1:3]
    count, samples, classes, hidden, batch = map(int, sys.argv[3:8])
    rate, clip = map(float, sys.argv[8:10])
    torch.set_num_threads(int(sys.argv[10]))
    values = numpy.fromfile(file, "<f4", count * 3 * samples).reshape(count, 3, samples)
    labels = numpy.fromfile(file, "<i4", count, offset=values.nbytes)
    windows, labels = torch.from_numpy(values), torch.from_numpy(labels).long()
    print("PyTorch", torch.__version__, flush=True)
    for line in sys.stdin:
        torch.manual_seed(1)
        network = Student(hidden, classes) if kind == "gru" else Teacher(classes)
        print(*train(network, windows, labels, int(line), batch, rate, clip), flush=True)


if __name__ == "__main__":
    main()
