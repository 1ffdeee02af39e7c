#include "datetime.h"

#include <string.h>

#define FIRST_YEAR 1970u
#define LAST_YEAR 2099u
#define MS_PER_DAY 86400000u

static int is_leap(uint32_t year) {
    return year % 4u == 0; // true for every year of the range: 2000 is one, 2100 is outside
}

static uint32_t month_days(uint32_t year, uint32_t month) {
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1u] + (month == 2u && is_leap(year) ? 1u : 0u);
}

static void put_digits(char *text, uint32_t digits, uint32_t number) {
    for (uint32_t i = digits; i-- > 0;) {
        text[i] = (char)('0' + (int)(number % 10u));
        number /= 10u;
    }
}

void datetime_write(uint64_t ms, char text[DATETIME_BYTES]) {
    uint32_t days = (uint32_t)(ms / MS_PER_DAY);
    uint32_t rest = (uint32_t)(ms % MS_PER_DAY);
    uint32_t year = FIRST_YEAR;
    uint32_t month = 1;
    while (days >= (is_leap(year) ? 366u : 365u)) {
        days -= is_leap(year) ? 366u : 365u;
        year++;
    }
    while (days >= month_days(year, month)) {
        days -= month_days(year, month);
        month++;
    }
    memcpy(text, "0000-00-00T00:00:00.000000+00:00", DATETIME_BYTES);
    put_digits(text, 4, year);
    put_digits(text + 5, 2, month);
    put_digits(text + 8, 2, days + 1u);
    put_digits(text + 11, 2, rest / 3600000u);
    put_digits(text + 14, 2, rest / 60000u % 60u);
    put_digits(text + 17, 2, rest / 1000u % 60u);
    put_digits(text + 20, 3, rest % 1000u);
}

typedef struct {
    const uint8_t *at;
    const uint8_t *end;
} reader;

/** A number of exactly so many digits, in its range. */
static int read_digits(reader *in, uint32_t digits, uint32_t least, uint32_t most, uint32_t *number) {
    *number = 0;
    for (uint32_t i = 0; i < digits; i++) {
        if (in->at == in->end || *in->at < '0' || *in->at > '9') {
            return 0;
        }
        *number = *number * 10u + (uint32_t)(*in->at++ - '0');
    }
    return *number >= least && *number <= most;
}

static int read_mark(reader *in, char mark) {
    return in->at != in->end && *in->at++ == (uint8_t)mark;
}

static uint32_t read_fraction_ms(reader *in) {
    uint32_t ms = 0;
    uint32_t weight = 100;
    while (in->at != in->end && *in->at >= '0' && *in->at <= '9') {
        ms += weight * (uint32_t)(*in->at++ - '0');
        weight /= 10u;
    }
    return ms;
}

/** Minutes east of Greenwich. */
static int read_zone(reader *in, int64_t *minutes) {
    uint32_t hour = 0;
    uint32_t minute = 0;
    *minutes = 0;
    if (in->at == in->end) {
        return 1;
    }
    uint8_t sign = *in->at++;
    if (sign == 'Z') {
        return in->at == in->end;
    }
    if ((sign != '+' && sign != '-') || !read_digits(in, 2, 0, 18, &hour) || !read_mark(in, ':')
        || !read_digits(in, 2, 0, 59, &minute)) {
        return 0;
    }
    *minutes = (int64_t)(hour * 60u + minute) * (sign == '+' ? 1 : -1);
    return in->at == in->end;
}

int datetime_read(const uint8_t *text, uint32_t count, uint64_t *ms) {
    reader in = {text, text + count};
    uint32_t year, month, day, hour, minute, second;
    uint32_t fraction = 0;
    int64_t zone = 0;
    if (!read_digits(&in, 4, FIRST_YEAR, LAST_YEAR, &year) || !read_mark(&in, '-')
        || !read_digits(&in, 2, 1, 12, &month) || !read_mark(&in, '-')
        || !read_digits(&in, 2, 1, month_days(year, month), &day) || !read_mark(&in, 'T')
        || !read_digits(&in, 2, 0, 23, &hour) || !read_mark(&in, ':') || !read_digits(&in, 2, 0, 59, &minute)
        || !read_mark(&in, ':') || !read_digits(&in, 2, 0, 59, &second)) {
        return 0;
    }
    if (in.at != in.end && *in.at == '.') {
        in.at++;
        fraction = read_fraction_ms(&in);
    }
    if (!read_zone(&in, &zone)) {
        return 0;
    }
    uint32_t days = day - 1u;
    for (uint32_t y = FIRST_YEAR; y < year; y++) {
        days += is_leap(y) ? 366u : 365u;
    }
    for (uint32_t m = 1; m < month; m++) {
        days += month_days(year, m);
    }
    int64_t local = (int64_t)days * MS_PER_DAY + (int64_t)hour * 3600000 + (int64_t)minute * 60000
                    + (int64_t)second * 1000 + fraction;
    int64_t utc = local - zone * 60000;
    *ms = utc < 0 ? 0u : (uint64_t)utc;
    return utc >= 0;
}
