package org.ethotag.ui.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.diagnosis.PrivateData;
import org.ethotag.project.Project;
import org.ethotag.project.TrackInfo;
import org.ethotag.recording.Session;
import org.ethotag.study.Animal;
import org.ethotag.study.Tag;

/** The names in a study that tell whose data it is. */
final class StudyNames {
    private StudyNames() {}

    static PrivateData of(Project project, PrivateData secrets) {
        var sessions = new ArrayList<String>();
        var tracks = new ArrayList<String>();
        for (Session session : project.sessions()) {
            sessions.addAll(List.of(session.id(), session.name()));
            project.trackInfos(session.id()).stream()
                    .map(TrackInfo::name)
                    .filter(name -> !name.equals(Project.MAIN_TRACK))
                    .forEach(tracks::add);
        }
        var serials = new ArrayList<>(project.tags().stream().map(Tag::serial).toList());
        project.receipts().forEach(receipt -> serials.add(receipt.tag()));
        var people =
                project.receipts().stream().map(receipt -> receipt.person()).toList();
        return secrets.and("study", List.of(project.name(), name(project.folder())))
                .and("folder", List.of(project.folder().toAbsolutePath().toString()))
                .and("animal", project.animals().stream().map(Animal::id).toList())
                .and("session", sessions)
                .and("track", tracks)
                .and("serial number", serials)
                .and("person", people);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }
}
