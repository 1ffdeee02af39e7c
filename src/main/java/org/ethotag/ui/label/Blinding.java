package org.ethotag.ui.label;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.ethotag.recording.Session;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;

/**
 * Labelling without knowing whose recording it is, nor what others said: sessions have neutral names in an order that tells
 * nothing, and other tracks are not shown. Remembered for each user and study. FX thread only.
 */
public final class Blinding {
    private final StudyViewModel study;
    private final BooleanProperty blind = new SimpleBooleanProperty();
    private boolean opening;

    Blinding(StudyViewModel study) {
        this.study = study;
    }

    /** Remembers by somebody's memory, by the name of a flag, from now on. */
    public void rememberBy(Predicate<String> memory, BiConsumer<String, Boolean> remember) {
        study.projectProperty().subscribe(project -> {
            opening = true;
            blind.set(project != null && memory.test(key(project.folder().toString())));
            opening = false;
        });
        blind.subscribe(now -> study.project()
                .filter(_ -> !opening)
                .ifPresent(project -> remember.accept(key(project.folder().toString()), now)));
    }

    private static String key(String folder) {
        return "blind." + hash(folder).substring(0, 16);
    }

    public BooleanProperty blindProperty() {
        return blind;
    }

    /** What a session is called: animal, name and how much is labelled, or only a number. */
    public String nameOf(SessionRow row) {
        long percent = (long) Math.floor(row.labelledFraction() * 100);
        Session session = row.session();
        return blind.get()
                ? Texts.of("label.session.blind", numberOf(session), percent)
                : Texts.of("label.session.row", session.animal(), session.name(), percent);
    }

    /** From 1, by the hashes of the sessions' ids. */
    private int numberOf(Session session) {
        var own = hash(session.id());
        return 1
                + (int) study.sessions().stream()
                        .filter(row -> hash(row.session().id()).compareTo(own) < 0)
                        .count();
    }

    /** The order in which sessions are offered: as they came, or by their numbers. */
    public Comparator<SessionRow> order() {
        if (!blind.get()) {
            return (_, _) -> 0;
        }
        Map<String, String> hashes = new java.util.HashMap<>();
        return Comparator.comparing(row -> hashes.computeIfAbsent(row.session().id(), Blinding::hash));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
