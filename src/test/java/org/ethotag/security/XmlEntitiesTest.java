package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML of strangers, which is ELAN's labels: entities expand to nothing, and nothing outside the file is asked for. */
class XmlEntitiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Stranger elan;
    private String whole;

    @BeforeEach
    void find() throws IOException {
        elan = Stranger.labels().stream()
                .filter(labels -> labels.name().endsWith("ELAN"))
                .findFirst()
                .orElseThrow();
        whole = new String(elan.valid(), StandardCharsets.UTF_8);
    }

    /** The file with declarations in front and its first behaviour replaced. */
    private byte[] with(String declarations, String value) {
        int root = whole.indexOf("<ANNOTATION_DOCUMENT");
        assertThat(whole).contains(">grazing<");
        return (whole.substring(0, root) + declarations + whole.substring(root).replace(">grazing<", ">" + value + "<"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String refusal(byte[] content) {
        var lines = new String[1];
        assertTimeoutPreemptively(
                PATIENCE,
                () -> Refusals.refused(
                        "XML", content.length, () -> lines[0] = Refusals.linesOf(() -> elan.read(folder, content))));
        return lines[0];
    }

    @Test
    void entitiesOfEntitiesDoNotGrow() {
        var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(refusal(with(laughs.append("]>").toString(), "&lol11;"))).contains("labels");
    }

    @Test
    void aFileThatAnEntityNamesIsNotRead() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "the-secret");
        var lines = refusal(with("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>", "&e;"));
        assertThat(lines).doesNotContain("the-secret");
    }

    @Test
    void noServerIsAsked() throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/evil.dtd";
            for (var declaration : new String[] {
                "<!DOCTYPE x SYSTEM \"" + address + "\">",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>"
            }) {
                Refusals.refused("XML", 0, () -> elan.read(folder, with(declaration, "&e;")));
                Refusals.refused("XML", 0, () -> elan.read(folder, with(declaration, "grazing")));
            }
            var schema = whole.replaceAll("(noNamespaceSchemaLocation=)\"[^\"]*\"", "$1\"" + address + "\"");
            elan.read(folder, schema.getBytes(StandardCharsets.UTF_8));
        } finally {
            server.stop(0);
        }
        assertEquals(0, asked.get());
    }

    @Test
    void elementsAsDeepAsAWellDoNotOverflowTheStack() {
        assertThat(refusal(with("", "<a>".repeat(200_000)))).contains("labels");
    }
}
