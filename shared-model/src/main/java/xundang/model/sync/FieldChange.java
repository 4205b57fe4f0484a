package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field's change: what the author saw and what it should become. {@code null} or JSON null means "no value"; an empty text is a
 * value of its own.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldChange(@Nullable JsonNode from, @Nullable JsonNode to) {}
