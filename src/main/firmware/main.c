/* The reference tag on the emulated board. */
#include "board.h"
#include "classify.h"
#include "tag.h"

#include <stddef.h>

#define FLASH_BYTES (16u << 20)
#define MODEL_WINDOW_BYTES (1u << 20)
#define USUAL_TRIAL_MS 30000u
#define USUAL_BATTERY_PERCENT 87u

/** The key that signs models, as the desktop exports it and MCUboot compiles it in: one of the two is there. */
extern const unsigned char ecdsa_pub_key[] __attribute__((weak));
extern const unsigned int ecdsa_pub_key_len __attribute__((weak));
extern const unsigned char ed25519_pub_key[] __attribute__((weak));
extern const unsigned int ed25519_pub_key_len __attribute__((weak));

/** Places that the linker script names. */
extern uint8_t flash_memory[];
extern const uint8_t model_window[];
extern const uint8_t program_begin[];
extern const uint8_t program_end[];

static tag the_tag;
static flash the_flash;
static char hardware[64];
static char firmware[64];

static void print_operations(void) {
    char text[] = "operations 0000000000\n";
    uint32_t number = the_flash.operations;
    for (uint32_t i = 20; i > 10u; i--) {
        text[i] = (char)('0' + (int)(number % 10u));
        number /= 10u;
    }
    board_print(text);
}

static void stop(int status) {
    print_operations();
    board_stop(status);
}

static void power_fails(void) {
    stop(BOARD_POWER_FAILED);
}

static void put(void *to, const uint8_t *bytes, uint32_t count) {
    (void)to;
    board_write(bytes, count);
}

/** A number of the command line. */
static uint32_t number(const char *name, uint32_t usual) {
    char value[64];
    uint32_t result = 0;
    if (board_argument(name, value) == NULL) {
        return usual;
    }
    for (const char *at = value; *at >= '0' && *at <= '9'; at++) {
        result = result * 10u + (uint32_t)(*at - '0');
    }
    return result;
}

static void serve(void) {
    for (;;) {
        uint8_t byte;
        while (board_read(&byte)) {
            tag_receive(&the_tag, byte, board_ms());
        }
        if (tag_work(&the_tag, board_ms())) {
            stop(BOARD_RESTARTS);
        }
        board_led(the_tag.identifies && board_ms() / 250u % 2u == 0);
        if (!tag_is_busy(&the_tag)) {
            board_sleep();
        }
    }
}

static image_key trusted_key(void) {
    image_key ecdsa = {ecdsa_pub_key, &ecdsa_pub_key_len != NULL ? ecdsa_pub_key_len : 0u};
    image_key ed25519 = {ed25519_pub_key, &ed25519_pub_key_len != NULL ? ed25519_pub_key_len : 0u};
    return ecdsa.bytes > 0 ? ecdsa : ed25519;
}

int main(void) {
    char path[64];
    char torn[64];
    frame_line line = {put, NULL};
    image_key key = trusted_key();
    board_start();
    if (board_argument("samples=", path) != NULL) {
        return classify(path, model_window, MODEL_WINDOW_BYTES, &the_tag.model, &the_tag.live);
    }
    if (board_argument("hw=", hardware) == NULL || board_argument("fw=", firmware) == NULL) {
        return BOARD_BAD_ARGUMENT;
    }
    tag_facts facts = {hardware,
                       firmware,
                       number("battery=", USUAL_BATTERY_PERCENT),
                       program_begin,
                       (uint32_t)(program_end - program_begin),
                       number("trial=", USUAL_TRIAL_MS)};
    the_flash.bytes = flash_memory;
    the_flash.size = FLASH_BYTES;
    the_flash.cut_at = number("cut=", 0);
    the_flash.torn = board_argument("torn", torn) != NULL;
    the_flash.power_fails = power_fails;
    if (!tag_start(&the_tag, &the_flash, &facts, key, line)) {
        return BOARD_NO_MEMORY;
    }
    serve();
    return BOARD_DONE;
}
