package xundang.model.template;

import org.jspecify.annotations.Nullable;

/**
 * One row of a form, ready to be shown.
 *
 * @param number running number in the form, from 1; parts of one item share it
 * @param partLabel e.g. {@code L1}; absent for items that are asked once
 * @param limits absent for items that are only recorded
 */
public record FormSlot(
        SlotId id,
        int number,
        TemplateItem item,
        @Nullable Label partLabel,
        @Nullable SlotLimits limits) {}
