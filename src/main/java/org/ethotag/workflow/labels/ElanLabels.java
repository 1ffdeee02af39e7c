package org.ethotag.workflow.labels;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.WorkflowProblem;

/**
 * ELAN annotations (.eaf, EAF 3.0): a tier of time-aligned annotations for each track, in whole milliseconds. Of a file
 * with several tiers the one of the track is read, else the one named like the track or the animal. Document types and entities of the XML are not resolved.
 *
 * @param tier name of the tier; see {@link #tierOf}
 * @param offsetSeconds from the first sample to the millisecond 0 of the annotations
 */
record ElanLabels(SessionTime time, String tier, double offsetSeconds) implements LabelCodec {
    private static final double MILLIS = 1000;

    @Override
    public void write(Labelled labels, Appendable out) throws IOException {
        write(rows(tier, labels.bouts()), out);
    }

    /** Writes each track as a tier. */
    void write(List<LabelTrack> tracks, Appendable out) throws IOException {
        var tiers = new LinkedHashMap<String, List<Bout>>();
        tracks.forEach(track -> tiers.putAll(rows(tierOf(track.name(), animal()), track.bouts())));
        write(tiers, out);
    }

    /** The animal's name for the study's own track, {@code track@animal} for others. */
    static String tierOf(String track, String animal) {
        return track.equals(Project.MAIN_TRACK) ? animal : track + "@" + animal;
    }

    private String animal() {
        return tier.substring(tier.lastIndexOf('@') + 1);
    }

    /** Annotations of a tier never overlap, so bouts that do go to further tiers, numbered from 2. */
    private static Map<String, List<Bout>> rows(String name, List<Bout> bouts) {
        var rows = new LinkedHashMap<String, List<Bout>>();
        rows.put(name, new ArrayList<>());
        for (Bout bout : bouts) {
            int row = 1;
            var free = rows.get(name);
            while (free != null
                    && !free.isEmpty()
                    && free.getLast().range().to() > bout.range().from()) {
                row++;
                free = rows.get(name + " " + row);
            }
            rows.computeIfAbsent(row == 1 ? name : name + " " + row, _ -> new ArrayList<>())
                    .add(bout);
        }
        return rows;
    }

    private void write(Map<String, List<Bout>> tiers, Appendable out) throws IOException {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            document(xml, tiers);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        out.append(text.toString()).append('\n');
    }

    private void document(XMLStreamWriter xml, Map<String, List<Bout>> tiers) throws XMLStreamException {
        xml.writeStartElement("ANNOTATION_DOCUMENT");
        xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        attributes(
                xml,
                "xsi:noNamespaceSchemaLocation",
                "http://www.mpi.nl/tools/elan/EAFv3.0.xsd",
                "AUTHOR",
                "",
                "DATE",
                OffsetDateTime.ofInstant(time.startOf(0), time.zone()).toString(),
                "FORMAT",
                "3.0",
                "VERSION",
                "3.0");
        xml.writeStartElement("HEADER");
        attributes(xml, "MEDIA_FILE", "", "TIME_UNITS", "milliseconds");
        xml.writeEndElement();
        xml.writeStartElement("TIME_ORDER");
        var bouts = tiers.values().stream().flatMap(List::stream).toList();
        for (int i = 0; i < bouts.size(); i++) {
            slot(xml, 2 * i + 1, time.seconds(time.startOf(bouts.get(i).range().from())));
            slot(xml, 2 * i + 2, time.seconds(time.endOf(bouts.get(i).range().to())));
        }
        xml.writeEndElement();
        int number = 0;
        for (var one : tiers.entrySet()) {
            xml.writeStartElement("TIER");
            attributes(xml, "LINGUISTIC_TYPE_REF", "default-lt", "TIER_ID", one.getKey());
            for (Bout bout : one.getValue()) {
                annotation(xml, number++, bout.behaviour());
            }
            xml.writeEndElement();
        }
        xml.writeStartElement("LINGUISTIC_TYPE");
        attributes(xml, "GRAPHIC_REFERENCES", "false", "LINGUISTIC_TYPE_ID", "default-lt", "TIME_ALIGNABLE", "true");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void slot(XMLStreamWriter xml, int number, double seconds) throws XMLStreamException {
        xml.writeStartElement("TIME_SLOT");
        var millis = String.valueOf(Math.round((seconds - offsetSeconds) * MILLIS));
        attributes(xml, "TIME_SLOT_ID", "ts" + number, "TIME_VALUE", millis);
        xml.writeEndElement();
    }

    private static void annotation(XMLStreamWriter xml, int index, String behaviour) throws XMLStreamException {
        xml.writeStartElement("ANNOTATION");
        xml.writeStartElement("ALIGNABLE_ANNOTATION");
        attributes(
                xml,
                "ANNOTATION_ID",
                "a" + (index + 1),
                "TIME_SLOT_REF1",
                "ts" + (2 * index + 1),
                "TIME_SLOT_REF2",
                "ts" + (2 * index + 2));
        xml.writeStartElement("ANNOTATION_VALUE");
        xml.writeCharacters(behaviour);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void attributes(XMLStreamWriter xml, String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    @Override
    public Labelled read(String text, String file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = new Reader(file);
        try {
            var xml = factory.createXMLStreamReader(new StringReader(text.replace("\uFEFF", "")));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    reader.element(xml);
                }
            }
        } catch (XMLStreamException failure) {
            int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNumber();
            throw new ProblemException(
                            WorkflowProblem.LABELS_UNREADABLE,
                            file,
                            line,
                            firstLine(String.valueOf(failure.getMessage())))
                    .causedBy(failure);
        }
        return new Labelled(reader.bouts());
    }

    private static String firstLine(String text) {
        return text.lines().reduce((_, last) -> last).orElse("");
    }

    /** Collects what the elements say. */
    private final class Reader {
        private record Annotation(String from, String to, String text, int line) {}

        private final String file;
        private final Map<String, Long> slots = new HashMap<>();
        private final Map<String, List<Annotation>> tiers = new LinkedHashMap<>();
        private List<Annotation> current = new ArrayList<>();
        private String from = "";
        private String to = "";

        Reader(String file) {
            this.file = file;
        }

        void element(XMLStreamReader xml) throws XMLStreamException {
            int line = xml.getLocation().getLineNumber();
            switch (xml.getLocalName()) {
                case "TIME_SLOT" -> slot(attribute(xml, "TIME_SLOT_ID"), attribute(xml, "TIME_VALUE"), line);
                case "TIER" -> current = tiers.computeIfAbsent(attribute(xml, "TIER_ID"), _ -> new ArrayList<>());
                case "ALIGNABLE_ANNOTATION" -> {
                    from = attribute(xml, "TIME_SLOT_REF1");
                    to = attribute(xml, "TIME_SLOT_REF2");
                }
                case "ANNOTATION_VALUE" -> {
                    if (!from.isEmpty()) {
                        current.add(
                                new Annotation(from, to, xml.getElementText().strip(), line));
                    }
                    from = "";
                }
                default -> {}
            }
        }

        List<Bout> bouts() {
            tiers.values().removeIf(List::isEmpty);
            var mine = List.of(
                    tier, tier.substring(0, tier.length() - animal().length()).replace("@", ""), animal());
            var found = mine.stream().filter(tiers::containsKey).findFirst();
            if (tiers.size() > 1 && found.isEmpty()) {
                throw new ProblemException(
                        WorkflowProblem.LABELS_OF_SEVERAL, file, String.join(", ", tiers.keySet()), tier);
            }
            var chosen = new ArrayList<Annotation>();
            tiers.forEach((name, annotations) -> {
                boolean further = found.isPresent()
                        && name.startsWith(found.get() + " ")
                        && name.substring(found.get().length() + 1).matches("[0-9]+");
                if (found.isEmpty() || name.equals(found.get()) || further) {
                    chosen.addAll(annotations);
                }
            });
            return chosen.stream()
                    .filter(annotation -> !annotation.text().isEmpty())
                    .map(this::bout)
                    .toList();
        }

        private Bout bout(Annotation annotation) {
            long first = start(annotation);
            long end = time.endAt(moment(annotation.to(), annotation.line()));
            if (end <= first) {
                throw problem(annotation.line(), "\"" + annotation.text() + "\" ends before it starts");
            }
            return new Bout(new SampleRange(first, end), annotation.text());
        }

        private long start(Annotation annotation) {
            try {
                return time.startAt(moment(annotation.from(), annotation.line()));
            } catch (IllegalArgumentException before) {
                throw problem(annotation.line(), String.valueOf(before.getMessage()))
                        .causedBy(before);
            }
        }

        private Instant moment(String slot, int line) {
            var millis = slots.get(slot);
            if (millis == null) {
                throw problem(line, "the time slot " + slot + " has no time");
            }
            return time.atSeconds(millis / MILLIS + offsetSeconds);
        }

        private void slot(String id, String value, int line) {
            try {
                if (!value.isEmpty()) {
                    slots.put(id, Long.parseLong(value));
                }
            } catch (NumberFormatException notANumber) {
                throw problem(line, "\"" + value + "\" is no time in milliseconds");
            }
        }

        private static String attribute(XMLStreamReader xml, String name) {
            var value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private ProblemException problem(int line, String reason) {
            return new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, line, reason);
        }
    }
}
