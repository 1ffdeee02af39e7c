package org.ethotag.project;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.review.ReviewDecision;
import org.ethotag.study.Animal;
import org.ethotag.study.Deployment;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Tag;

/** Small changes as texts by name, as the log keeps them; {@link StudyChange} is the way back. */
final class ChangeText {
    private ChangeText() {}

    static Map<String, String> of(Animal animal) {
        return Map.of("id", animal.id(), "species", animal.species(), "note", animal.note());
    }

    static Map<String, String> of(Tag tag) {
        return Map.of("serial", tag.serial(), "profile", tag.profile());
    }

    static Map<String, String> of(Deployment deployment) {
        return Map.of(
                "animal", deployment.animal(),
                "tag", deployment.tag(),
                "from", deployment.from().toString(),
                "to", deployment.to().equals(Instant.MAX) ? "" : deployment.to().toString());
    }

    static Map<String, String> of(MountedTag mounted) {
        return Map.of(
                "animal", mounted.animal(),
                "tag", mounted.tag(),
                "from", mounted.from().equals(Instant.MIN) ? "" : mounted.from().toString());
    }

    static Map<String, String> of(Mounting mounting) {
        var texts = new TreeMap<>(of(mounting.on()));
        texts.put("yaw", String.valueOf(mounting.frame().yawDegrees()));
        texts.put("pitch", String.valueOf(mounting.frame().pitchDegrees()));
        texts.put("roll", String.valueOf(mounting.frame().rollDegrees()));
        texts.put("origin", mounting.origin().name());
        texts.put("spread", String.valueOf(mounting.spreadDegrees()));
        texts.put("misfit", String.valueOf(mounting.misfitDegrees()));
        texts.put("set", mounting.setAt().toString());
        return texts;
    }

    static Map<String, String> of(Ethogram ethogram) {
        return Map.of("ethogram", EthogramFile.text(ethogram));
    }

    static Map<String, String> of(Collection<String> codes) {
        return Map.of("codes", JsonText.list(List.copyOf(codes)));
    }

    static Map<String, String> of(String session, String track, String name, LabelEdit edit) {
        return Map.of("session", session, "track", track, "name", name, "edit", EditJson.write(edit));
    }

    /** Which of the removed tracks comes back: ids of tracks mean nothing in another study, their order does. */
    static Map<String, String> ofRemoved(String session, List<TrackInfo> removed, long id) {
        var ids = removed.stream().map(TrackInfo::id).toList();
        return Map.of("session", session, "place", String.valueOf(ids.indexOf(id)));
    }

    static Map<String, String> of(ReviewDecision decision) {
        return Map.of(
                "list", decision.list(),
                "session", decision.session(),
                "from", String.valueOf(decision.range().from()),
                "to", String.valueOf(decision.range().to()),
                "label", decision.label(),
                "verdict", decision.verdict().word());
    }

    static Map<String, String> of(FlashRecord flash) {
        return Map.of(
                "tag", flash.tag(),
                "animal", flash.animal(),
                "model", flash.modelId(),
                "image.sha256", flash.imageSha256(),
                "outcome", flash.outcome(),
                "verified", String.valueOf(flash.verified()),
                "firmware", flash.firmware());
    }
}
