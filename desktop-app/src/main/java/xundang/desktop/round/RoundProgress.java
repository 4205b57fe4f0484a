package xundang.desktop.round;

import java.util.List;
import xundang.model.round.Period;
import xundang.model.round.Progress;

/**
 * How far the rounds of a period are, altogether and by place and plan. Generated samples (示例) are not counted.
 *
 * @param rooms in walking order
 */
public record RoundProgress(Period period, Progress all, List<Part> rooms, List<Part> plans) {

    /** One place or plan. */
    public record Part(String name, Progress progress) {}
}
