package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.util.Map;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.LayerSettings;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Rounding;
import org.ethotag.quantization.ScaleGroup;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.Test;

class LayerTextTest {
    @Test
    void theDefaultIsWrittenInFull() {
        assertThat(LayerText.of(LayerSettings.gruq1(16)))
                .isEqualTo(
                        "weights=16,scales=gate,state=16,activations=16,table=512,interpolation=yes,shifts=rounding");
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        var layer = LayerSettings.gruq1(8).withStateBits(12);
        assertThat(LayerText.changed(layer, "scales=row, shifts=truncating"))
                .isEqualTo(layer.withScales(ScaleGroup.ROW).withRounding(Rounding.DOWN));
    }

    @Test
    void aManifestGivesBackTheSettingsItWasMadeOf() {
        trials(50, random -> {
            var settings = Students.randomSettings(random);
            assertThat(LayerText.of(LayerText.toMap(settings))).isEqualTo(settings);
        });
    }

    @Test
    void aManifestWithoutSettingsMeansTheDefaults() {
        assertThat(LayerText.of(Map.of())).isEqualTo(QuantizationSettings.defaults());
    }

    @Test
    void aTextNamesTheLayerThatItChanges() {
        assertThat(LayerText.changed(QuantizationSettings.defaults(), "dense1:weights=8"))
                .isEqualTo(QuantizationSettings.defaults().with(LayerName.DENSE1, layer -> layer.withWeightBits(8)));
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThatThrownBy(() -> LayerText.changed(QuantizationSettings.defaults(), "nose:weights=8"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"nose:weights=8\" does not begin with one of gru: dense1: dense2:");
        assertThatThrownBy(() -> LayerText.changed(LayerSettings.gruq1(16), "scales=column"))
                .hasMessage("scales is one of tensor, gate, row, not column");
        assertThatThrownBy(() -> LayerText.changed(LayerSettings.gruq1(16), "weights=99999999999"))
                .hasMessage("weights is a number, not 99999999999");
    }
}
