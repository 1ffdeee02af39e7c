package org.ethotag.flash.rollcall;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.rollcall.RollCallVisitor.Kind;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemCode;

/**
 * Who has been called, who is at work, and whose turn it is. Decides; does nothing. Any thread; every change is told to
 * the watcher before the method returns.
 */
final class RollCallDesk {
    /** Smaller steps of progress than this are not told. */
    private static final double STEP = 0.01;

    /** After these the tag is away: when it is seen again, it was plugged in again. */
    private static final Set<ProblemCode> AWAY = Set.of(
            FlashProblem.TAG_LOST,
            FlashProblem.UPLOAD_INTERRUPTED,
            FlashProblem.TAG_NOT_FOUND,
            FlashProblem.LINE_LOST,
            FlashProblem.PORT_GONE);

    private final Map<String, RollCallRow> rows = new LinkedHashMap<>();
    private final Map<String, RollCallVisitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> workAt = new HashMap<>();
    private final Map<String, String> staying = new HashMap<>();
    private final Set<TagPort> unheard = new HashSet<>();
    private Set<TagPort> present = Set.of();
    private final RollCallOrder order;
    private final RollCallProgress progress;
    private final Consumer<RollCallBoard> watcher;

    RollCallDesk(RollCallOrder order, RollCallProgress progress, Consumer<RollCallBoard> watcher) {
        this.order = order;
        this.progress = progress;
        this.watcher = watcher;
        for (RollCallEntry entry : order.list().entries()) {
            rows.put(entry.tag(), progress.row(entry, order.imageOf(entry).sha256()));
        }
        tell();
    }

    synchronized RollCallBoard board() {
        return new RollCallBoard(List.copyOf(rows.values()), List.copyOf(visitors.values()));
    }

    /** Takes in what a look found. @return the ports whose tags have to be asked who they are */
    synchronized List<TagPort> seen(TagWatch.Changes changes) {
        present = Set.copyOf(changes.present());
        for (TagPort port : changes.out()) {
            visitors.remove(port.path());
            unheard.remove(port);
            if (!present.contains(port)) {
                staying.values().remove(port.path());
            }
        }
        visitors.keySet().removeIf(place -> place.startsWith("usb "));
        changes.withoutDriver().forEach(this::trouble);
        unheard.addAll(changes.in());
        var ask = unheard.stream().filter(port -> !busy(port)).toList();
        unheard.removeAll(ask);
        ask.forEach(port -> workAt.put(port.path(), port.serial()));
        tell();
        return ask;
    }

    /** Somebody is asking or flashing there, or flashes the tag that this port belongs to. */
    private boolean busy(TagPort port) {
        return workAt.containsKey(port.path()) || (!port.serial().isEmpty() && workAt.containsValue(port.serial()));
    }

    /** What a port answered. @return whose turn it is, or empty if the tag there is left alone */
    synchronized Optional<RollCallEntry> asked(TagSighting sighting, Instant now) {
        Optional<RollCallEntry> turn = switch (sighting) {
            case TagSighting.Troubled troubled -> {
                trouble(troubled);
                yield Optional.empty();
            }
            case TagSighting.Answered answered -> turn(answered);
        };
        if (turn.isPresent()) {
            begin(turn.get(), sighting.port(), now);
        } else {
            workAt.remove(sighting.port().path());
        }
        tell();
        return turn;
    }

    private void trouble(TagSighting.Troubled troubled) {
        String path = troubled.port().path();
        String place = path.isEmpty() ? "usb " + troubled.port().description() : path;
        visitors.put(place, new RollCallVisitor(place, troubled.port().serial(), Kind.TROUBLED, troubled.problem()));
    }

    private Optional<RollCallEntry> turn(TagSighting.Answered answered) {
        String serial = answered.identity().serial();
        String place = answered.port().path();
        if (serial.isEmpty()) {
            visit(place, serial, Kind.TROUBLED, Problem.of(RollCallProblem.NO_SERIAL, place));
            return Optional.empty();
        }
        var row = rows.get(serial);
        if (row == null) {
            visit(place, serial, Kind.NOT_IN_LIST, Problem.of(RollCallProblem.NOT_IN_LIST, serial));
            return Optional.empty();
        }
        if (staying.containsKey(serial) || row.state() == RollCallState.WORKING) {
            return Optional.empty(); // it only restarted
        }
        if (row.state() == RollCallState.VERIFIED) {
            var problem = Problem.of(
                    RollCallProblem.ALREADY_DONE,
                    serial,
                    row.entry().animal(),
                    row.result().model());
            visit(place, serial, Kind.ALREADY_DONE, problem);
            return Optional.empty();
        }
        return Optional.of(row.entry());
    }

    private void visit(String place, String serial, Kind kind, Problem problem) {
        visitors.put(place, new RollCallVisitor(place, serial, kind, problem));
    }

    private void begin(RollCallEntry entry, TagPort port, Instant now) {
        progress.write(entry.tag(), order.imageOf(entry).sha256(), RollCallState.WORKING, RollCallResult.none(), now);
        visitors.remove(port.path());
        workAt.put(port.path(), entry.tag());
        rows.computeIfPresent(entry.tag(), (_, row) -> row.working(0, ""));
    }

    synchronized void progress(String tag, double fraction, String doing) {
        var row = rows.get(tag);
        if (row != null
                && row.state() == RollCallState.WORKING
                && (Math.abs(fraction - row.fraction()) >= STEP || row.doing().isEmpty())) {
            rows.put(tag, row.working(fraction, doing));
            tell();
        }
    }

    /** Work on a tag has ended. */
    synchronized void ended(RollCallEntry entry, TagPort port, FlashReceipt receipt) {
        var state = RollCallState.of(receipt.outcome());
        var result = RollCallResult.of(receipt);
        boolean away = receipt.problems().stream().anyMatch(problem -> AWAY.contains(problem.code()));
        workAt.remove(port.path());
        if (!away && present.contains(port)) {
            staying.put(entry.tag(), port.path());
        }
        rows.computeIfPresent(entry.tag(), (_, row) -> row.ended(state, result));
        tell();
        progress.write(entry.tag(), order.imageOf(entry).sha256(), state, result, receipt.ended());
    }

    /** Work on a tag was stopped before anything on it changed. */
    synchronized void stopped(RollCallEntry entry, TagPort port) {
        workAt.remove(port.path());
        staying.put(entry.tag(), port.path());
        rows.computeIfPresent(entry.tag(), (_, row) -> row.ended(RollCallState.DUE, row.result()));
        tell();
    }

    /** Whether nobody is asked or flashed, and nobody waits to be asked. */
    synchronized boolean idle() {
        return workAt.isEmpty() && unheard.isEmpty();
    }

    private void tell() {
        watcher.accept(board());
    }
}
