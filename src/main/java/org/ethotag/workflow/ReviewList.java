package org.ethotag.workflow;

import java.util.List;
import org.ethotag.review.ReviewItem;

/**
 * What somebody should look at, the most doubtful first.
 *
 * @param run whose answers it rests on
 * @param model the model's title
 * @param learntFrom animals whose answers come from a model that learnt from them; none for predictions out of fold
 * @param items ranked
 * @param windows how many windows were judged
 * @param changed windows that are left out because their label is another one than when the run was made
 * @param gone windows that are left out because their session is gone or its recording is another one
 * @param expectedErrors how many windows probably carry a wrong label; 0 where that cannot be told
 */
public record ReviewList(
        String run,
        String model,
        List<String> learntFrom,
        List<ReviewItem> items,
        int windows,
        int changed,
        int gone,
        double expectedErrors) {
    public ReviewList {
        learntFrom = List.copyOf(learntFrom);
        items = List.copyOf(items);
    }
}
