package xundang.desktop.photo;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import xundang.model.photo.PhotoBody;

/**
 * What a stamp says about a photo.
 *
 * @param place where the object stands, for people; nothing if the ledger does not say
 * @param item the form's item or the kind of picture; nothing if it belongs to none
 * @param reading the answer of that item as a person reads it
 * @param photo person, times and position; its hash goes into the check code
 * @param zone in which the laptop's times are printed
 */
public record StampFacts(
        String assetNo,
        String assetName,
        @Nullable String place,
        @Nullable String item,
        @Nullable String reading,
        PhotoBody photo,
        ZoneId zone) {}
