package org.ethotag.ui.trace.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of one recording. Fine ones are forgotten when there are too many, oldest use first, at most
 * {@value #MOST_FINE} (about 26 MB); coarse ones stay, because some of them cost a pass over everything: about 20 MB for
 * all quantities of a month at 62.5 Hz. Any thread.
 */
final class TileStore {
    /** From this level on tiles stay. */
    static final int COARSE_LEVEL = 10;

    private static final int MOST_FINE = 12_288;

    private final Map<TileKey, Tile> coarse = new ConcurrentHashMap<>();
    private final Map<TileKey, Tile> fine = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TileKey, Tile> eldest) {
            return size() > MOST_FINE;
        }
    };

    @Nullable
    Tile get(TileKey key) {
        if (key.level() >= COARSE_LEVEL) {
            return coarse.get(key);
        }
        synchronized (fine) {
            return fine.get(key);
        }
    }

    void put(TileKey key, Tile tile) {
        if (key.level() >= COARSE_LEVEL) {
            coarse.put(key, tile);
            return;
        }
        synchronized (fine) {
            fine.put(key, tile);
        }
    }

    /** How many tiles there are, for tests. */
    int size() {
        synchronized (fine) {
            return coarse.size() + fine.size();
        }
    }
}
