#include "ethotag_kernels.h"

uint32_t ethotag_root(uint32_t square) {
    uint32_t root = 0;
    for (uint32_t bit = 1u << 15; bit > 0; bit >>= 1) {
        uint32_t larger = root | bit;
        root = larger * larger <= square ? larger : root;
    }
    return root;
}
