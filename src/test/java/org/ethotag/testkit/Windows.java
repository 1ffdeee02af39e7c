package org.ethotag.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.ethotag.ui.theme.Look;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Windows on the headless platform, for tests of views and for pictures. */
public final class Windows {
    private static final int PATIENCE_SECONDS = 30;

    private Windows() {}

    /** Shows a root in the one test window, dressed, and waits until it is drawn. */
    public static Stage show(Parent root, Look look, double width, double height) {
        return onFx(() -> {
            Stage stage = toolkitStage();
            var scene = new Scene(root, width, height);
            look.applyTo(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return stage;
        });
    }

    private static Stage toolkitStage() throws TimeoutException {
        return FxToolkit.toolkitContext().getRegisteredStage();
    }

    /** Makes the toolkit ready; may be called again. */
    public static void start() {
        System.setProperty("testfx.robot", "glass");
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    /** Runs something on the FX thread and waits for it and for the layout that follows. */
    public static <T> T onFx(Callable<T> work) {
        try {
            T result = WaitForAsyncUtils.asyncFx(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            WaitForAsyncUtils.waitForFxEvents();
            return result;
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Runs something on the FX thread and waits for it and for the layout that follows. */
    public static void inFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something is so on the FX thread. */
    public static void until(Callable<Boolean> condition) {
        until(PATIENCE_SECONDS, condition);
    }

    /** Waits until something is so on the FX thread, as long as asked. */
    public static void until(long seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    /** Lets queued work of the FX thread and some frames pass, for pictures. */
    public static void settle() {
        for (int i = 0; i < 20; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.sleep(25, TimeUnit.MILLISECONDS);
        }
    }

    /** Writes what a scene shows as a PNG file. */
    public static void picture(Scene scene, Path file) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = onFx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
