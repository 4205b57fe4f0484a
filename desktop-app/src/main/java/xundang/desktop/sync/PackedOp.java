package xundang.desktop.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.Op;

/**
 * An op as it lies in a sealed package: with its id and whole content, without a number, which belongs to a laptop.
 *
 * @param subject what it belongs to on a laptop
 * @param scope site id or {@code *} of a record that the op creates; null for a patch
 * @param picture that the op names; its bytes are in the package too if this laptop had them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackedOp(Op op, UUID subject, @Nullable String scope, OwnWork.@Nullable Picture picture) {}
