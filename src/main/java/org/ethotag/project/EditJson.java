package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelEdit.Erase;
import org.ethotag.label.LabelEdit.Label;
import org.ethotag.label.LabelEdit.LabelFrom;
import org.ethotag.label.LabelEdit.MoveBorder;
import org.ethotag.label.LabelEdit.Relabel;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Restore;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.signal.SampleRange;

/** Label edits as JSON, described in formats/study.md. Only trees are read; no type of the program is named in it. */
final class EditJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EditJson() {}

    static String write(LabelEdit edit) {
        return switch (edit) {
            case Label(SampleRange range, String behaviour) ->
                text(ranged("label", range).put("behaviour", behaviour));
            case Erase(SampleRange range) -> text(ranged("erase", range));
            case LabelFrom(long cursor, long lengthSamples, String behaviour) ->
                text(ranged("labelFrom", new SampleRange(cursor, lengthSamples)).put("behaviour", behaviour));
            case MoveBorder(long border, long to) ->
                text(kind("moveBorder").put("border", border).put("to", to));
            case Relabel(SampleRange range, String behaviour) ->
                text(ranged("relabel", range).put("behaviour", behaviour));
            case Restore(SampleRange range, List<Bout> bouts) -> {
                var node = ranged("restore", range);
                put(node, "bouts", bouts);
                yield text(node);
            }
            case Swap(List<Bout> gone, List<Bout> come) -> {
                var node = kind("swap");
                put(node, "gone", gone);
                put(node, "come", come);
                yield text(node);
            }
            case Remark(List<Comment> gone, List<Comment> come) -> {
                var node = kind("remark");
                putComments(node, "gone", gone);
                putComments(node, "come", come);
                yield text(node);
            }
        };
    }

    private static void put(ObjectNode node, String field, List<Bout> bouts) {
        var list = node.putArray(field);
        bouts.forEach(b -> entry(list, b.range(), b.behaviour()));
    }

    private static void putComments(ObjectNode node, String field, List<Comment> comments) {
        var list = node.putArray(field);
        comments.forEach(c -> entry(list, c.range(), c.text()));
    }

    private static void entry(ArrayNode list, SampleRange range, String text) {
        list.addArray().add(range.from()).add(range.to()).add(text);
    }

    /** @throws IllegalArgumentException if the text is not an edit */
    static LabelEdit read(String text) {
        var node = parse(text);
        return switch (node.path("edit").asText()) {
            case "label" -> new Label(range(node), behaviour(node));
            case "erase" -> new Erase(range(node));
            case "labelFrom" -> new LabelFrom(sample(node, "from"), sample(node, "to"), behaviour(node));
            case "moveBorder" -> new MoveBorder(sample(node, "border"), sample(node, "to"));
            case "relabel" -> new Relabel(range(node), behaviour(node));
            case "restore" -> new Restore(range(node), bouts(node.path("bouts")));
            case "swap" -> new Swap(bouts(node.path("gone")), bouts(node.path("come")));
            case "remark" -> new Remark(comments(node.path("gone")), comments(node.path("come")));
            default -> throw new IllegalArgumentException("not an edit: " + text);
        };
    }

    private static ObjectNode kind(String kind) {
        return JsonNodeFactory.instance.objectNode().put("edit", kind);
    }

    private static ObjectNode ranged(String kind, SampleRange range) {
        return kind(kind).put("from", range.from()).put("to", range.to());
    }

    private static SampleRange range(JsonNode node) {
        return new SampleRange(sample(node, "from"), sample(node, "to"));
    }

    private static long sample(JsonNode node, String field) {
        return integer(node.path(field));
    }

    private static long integer(JsonNode number) {
        if (!number.isIntegralNumber()) {
            throw new IllegalArgumentException("not a sample: " + number);
        }
        return number.longValue();
    }

    private static String behaviour(JsonNode node) {
        return words(node.path("behaviour"));
    }

    private static String words(JsonNode text) {
        if (!text.isTextual()) {
            throw new IllegalArgumentException("not a text: " + text);
        }
        return text.textValue();
    }

    private static List<Bout> bouts(JsonNode list) {
        var bouts = new ArrayList<Bout>();
        list.forEach(bout -> bouts.add(new Bout(entryRange(bout), words(bout.path(2)))));
        return bouts;
    }

    private static List<Comment> comments(JsonNode list) {
        var comments = new ArrayList<Comment>();
        list.forEach(comment -> comments.add(new Comment(entryRange(comment), words(comment.path(2)))));
        return comments;
    }

    private static SampleRange entryRange(JsonNode entry) {
        return new SampleRange(integer(entry.path(0)), integer(entry.path(1)));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("not an edit: " + text, failure);
        }
    }

    private static String text(JsonNode node) {
        return node.toString();
    }
}
