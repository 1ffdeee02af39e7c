package org.ethotag.workflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.LayerSettings;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Rounding;
import org.ethotag.quantization.ScaleGroup;

/**
 * How the settings of a layer are written on the command line and in a run's manifest:
 * {@code weights=16,scales=gate,state=16,activations=16,table=512,interpolation=yes,shifts=rounding}. What is left out
 * stays as it is.
 */
public final class LayerText {
    private static final String KEY = "quantization.";

    private LayerText() {}

    /** All settings of a layer. */
    public static String of(LayerSettings layer) {
        var words = new LinkedHashMap<String, Object>();
        words.put("weights", layer.weightBits());
        words.put("scales", layer.scales().word());
        words.put("state", layer.stateBits());
        words.put("activations", layer.activationBits());
        words.put("table", layer.tableCells());
        words.put("interpolation", layer.interpolation() ? "yes" : "no");
        words.put("shifts", layer.rounding().word());
        return words.entrySet().stream()
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(","));
    }

    /**
     * A layer changed by what a text says.
     *
     * @throws IllegalArgumentException with words for people if the text says something else
     */
    public static LayerSettings changed(LayerSettings layer, String text) {
        var result = layer;
        for (String part : text.split(",")) {
            int sign = part.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException(part + " is not of the form setting=value");
            }
            result = changed(
                    result,
                    part.substring(0, sign).strip(),
                    part.substring(sign + 1).strip());
        }
        return result;
    }

    /**
     * Settings changed by {@code LAYER:setting=value,...}.
     *
     * @throws IllegalArgumentException with words for people if the text says something else
     */
    public static QuantizationSettings changed(QuantizationSettings settings, String text) {
        int colon = text.indexOf(':');
        var name = Stream.of(LayerName.values())
                .filter(one -> one.word().equals(text.substring(0, Math.max(0, colon))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" does not begin with one of "
                        + Stream.of(LayerName.values())
                                .map(one -> one.word() + ":")
                                .collect(Collectors.joining(" "))));
        return settings.with(name, layer -> changed(layer, text.substring(colon + 1)));
    }

    /** Settings as a manifest keeps them. */
    static Map<String, String> toMap(QuantizationSettings settings) {
        var map = new LinkedHashMap<String, String>();
        for (LayerName name : LayerName.values()) {
            map.put(KEY + name.word(), of(settings.layer(name)));
        }
        return map;
    }

    /** Settings that a manifest keeps; the defaults where it keeps none. */
    static QuantizationSettings of(Map<String, String> map) {
        var settings = QuantizationSettings.defaults();
        for (LayerName name : LayerName.values()) {
            var text = map.get(KEY + name.word());
            if (text != null) {
                settings = settings.with(name, layer -> changed(layer, text));
            }
        }
        return settings;
    }

    private static LayerSettings changed(LayerSettings layer, String key, String value) {
        return switch (key) {
            case "weights" -> layer.withWeightBits(number(key, value));
            case "scales" -> layer.withScales(one(ScaleGroup.values(), key, value));
            case "state" -> layer.withStateBits(number(key, value));
            case "activations" -> layer.withActivationBits(number(key, value));
            case "table" -> layer.withTable(number(key, value), layer.interpolation());
            case "interpolation" -> layer.withTable(layer.tableCells(), yes(key, value));
            case "shifts" -> layer.withRounding(one(Rounding.values(), key, value));
            default ->
                throw new IllegalArgumentException(
                        key + " is none of weights, scales, state, activations, table, interpolation, shifts");
        };
    }

    private static int number(String key, String value) {
        if (!value.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(key + " is a number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static boolean yes(String key, String value) {
        if (!value.equals("yes") && !value.equals("no")) {
            throw new IllegalArgumentException(key + " is yes or no, not " + value);
        }
        return value.equals("yes");
    }

    private static <T> T one(T[] values, String key, String value) {
        return Arrays.stream(values)
                .filter(one -> word(one).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is one of "
                        + Arrays.stream(values).map(LayerText::word).collect(Collectors.joining(", ")) + ", not "
                        + value));
    }

    private static String word(Object value) {
        return value instanceof ScaleGroup group
                ? group.word()
                : value instanceof Rounding rounding ? rounding.word() : String.valueOf(value);
    }
}
