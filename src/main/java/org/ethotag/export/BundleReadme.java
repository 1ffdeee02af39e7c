package org.ethotag.export;

/** The page that a firmware engineer reads first. */
final class BundleReadme {
    private static final String MANY_WINDOWS = """
            ## Windows that overlap, counts, a turned collar

            ```c
            #include "ethotag_stream.h"
            #include "ethotag_summary.h"

            static uint32_t memory[ETHOTAG_MODEL_STREAM_BYTES / 4u];
            static uint16_t counts[ETHOTAG_MODEL_CLASSES];

            ethotag_stream_start(&stream, &model, memory, sizeof memory);
            ethotag_period_start(&period, counts, model.classes);

            if (ethotag_stream_sample(&stream, raw, logits)               /* for each sample; 1: a window ended */
                && ethotag_period_count(&period, ethotag_class_of(logits, model.classes))) {
                ethotag_summary(&period, seconds, node, bytes);            /* every 256 inferences: 12 bytes */
            }
            ```

            A collar that may sit turned about the neck:

            ```c
            #include "ethotag_yaw.h"

            ethotag_yaw_settings_of(&model, reference, &settings);            /* int16_t reference[2] */
            ethotag_yaw_start(&yaw, &settings);

            if (ethotag_yaw_sample(&yaw, raw)                              /* for each sample; 1: a block had a say */
                && ethotag_yaw_turn(&yaw, &turn) == ETHOTAG_OK             /* enough lively blocks agree */
                && ethotag_turn_conditioning(&turn, &model.conditioning, &turned) == ETHOTAG_OK) {
                ethotag_set_conditioning(&stream.session, &turned);
                ethotag_stream_restart(&stream);
            }
            ```

            The reference is where gravity tips x and y of the animals that the model was trained on while they move livelily.
            To find it, let a collar that sits as theirs run with the reference (1, 0): from its turn it is (cosine, -sine).

            """;

    private static final String FIRMWARE = """
            ## Zephyr

            This folder is a Zephyr module. From a Zephyr workspace, without a board:

            ```
            west build -b qemu_cortex_m3 THIS_FOLDER/zephyr/samples/classify -t run
            ```

            The sample proves the model on the device and, where the device tree names an accelerometer `accel0`
            (`-DEXTRA_CONF_FILE=accelerometer.conf`), prints the behaviour of every window. In your own application:
            `-DZEPHYR_EXTRA_MODULES=THIS_FOLDER`, `CONFIG_ETHOTAG=y`. The choice `ETHOTAG_LAYOUT` leaves out the kernels of
            the layouts that you do not use.

            ## Bare metal

            Add `kernels/*.c` and `model.c` to your build, `include`, `kernels` and this folder to the search path. Nothing
            needs an operating system, a heap, interrupts or start-up code of its own. All calls work on memory that you
            pass in, so that several sessions may run, each from one thread. Call `ethotag_step` or
            `ethotag_stream_sample` from the main loop, not from the sensor's interrupt. For a Cortex-M:

            ```
            arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -O2 -std=c99 -Iinclude -Ikernels -I. \\
                -c model.c kernels/*.c
            ```

            `-DETHOTAG_LAYOUTS=1u`, `2u` or `4u` compiles for layout 0, 1 or 2 alone, `9u`, `10u` or `12u` for that layout with an
            input perceptron in front; other blobs are refused.

            """;

    private static final String FILES = """
            ## Files

            | | |
            |---|---|
            | `include`, `kernels` | the runtime, C99 |
            | `model.gruq`, `model.c`, `model.h` | the model: as a file, and the same bytes to compile in |
            | `golden.gruw`, `golden.c`, `golden.h` | raw windows and the logits that must come out |
            | `main.c`, `Makefile` | the check |
            | `float` | the network before quantization, for comparison only; may be missing |
            | `zephyr` | what makes this folder a Zephyr module, with a sample |
            | `LICENSE` | Apache License 2.0: the terms of the code. The model is as free as its owner says |
            """;

    private BundleReadme() {}

    static String text(ImagePayload payload) {
        return head(payload) + oneWindow(payload) + MANY_WINDOWS + FIRMWARE + BundleFacts.text(payload.blob()) + FILES;
    }

    private static String head(ImagePayload payload) {
        return """
                # Behaviour model %s

                A recurrent network that classifies animal behaviour from raw accelerometer counts, in integers only
                (arithmetic GRUQ-1). Made by Ethotag.

                ## Try it

                `make check` compiles everything with the host's compiler and compares %s golden windows bit by bit.
                `make check SANITIZE=1` does so under the address and undefined-behaviour sanitizers of GCC or Clang.
                Without make: `cc -std=c99 -Iinclude -Ikernels -I. *.c kernels/*.c -o check && ./check`

                If there is a folder `float`, `make compare` runs the same network as it was trained, in float32, on the
                same windows.

                """.formatted(
                        payload.blob().modelId(), payload.golden().windows().size());
    }

    private static String oneWindow(ImagePayload payload) {
        return """
                ## Call it

                ```c
                #include "ethotag.h"
                #include "model.h"

                static uint32_t scratch[ETHOTAG_MODEL_SCRATCH_BYTES / 4u];

                ethotag_model model;
                ethotag_session session;
                int32_t logits[ETHOTAG_MODEL_CLASSES];

                ethotag_open(&model, ethotag_model_blob, ETHOTAG_MODEL_BYTES);   /* check every status */
                ethotag_self_test(&model, scratch, sizeof scratch);             /* once after reset */
                ethotag_start(&session, &model, scratch, sizeof scratch);
                ethotag_reset(&session);                                        /* then for each sample: */
                ethotag_step(&session, raw);                                    /* int16_t raw[3], counts */
                ethotag_logits(&session, logits);                               /* after %s samples */
                ethotag_class_of(logits, model.classes);
                ```

                Instead of `model.c`, the file `model.gruq` may lie anywhere in flash at a multiple of 4; it is executed in
                place. The core must be little-endian. With GCC the kernels choose their optimisation themselves, at any level but
                `-O0`; with another compiler, use `-O2`.

                """.formatted(payload.golden().lengthSamples());
    }
}
