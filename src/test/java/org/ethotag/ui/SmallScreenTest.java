package org.ethotag.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SmallScreenTest {
    @Test
    void whatIsSeenAlreadyMovesNothing() {
        assertEquals(0.5, SmallScreen.along(0.5, 120, 150, 100, 300));
    }

    @Test
    void whatIsBelowComesUpToTheLowerEdge() {
        assertEquals(0.25, SmallScreen.along(0, 120, 150, 100, 300));
    }

    @Test
    void whatIsAboveComesDownToTheUpperEdge() {
        assertEquals(0.1, SmallScreen.along(1, 20, 40, 100, 300));
    }

    @Test
    void whatIsLargerThanTheViewMovesNothing() {
        assertEquals(1, SmallScreen.along(1, 30, 230, 100, 300));
    }

    @Test
    void whatFitsAsAWholeIsNotScrolled() {
        assertEquals(0, SmallScreen.along(0.7, 10, 20, 300, 200));
    }
}
