/**
 * JSON files of users, checked against a JSON Schema before anything else looks at them.
 *
 * <p>Owns: a tree of JSON that remembers where each value stands, and the part of JSON Schema that our schemas use. In and
 * out: bytes and a schema become a tree, or the first {@link org.ethotag.flash.schema.Violation} with line and column. Must
 * not: know what the files mean, or follow references. Start reading at {@link org.ethotag.flash.schema.JsonSchema}.
 */
@NullMarked
package org.ethotag.flash.schema;

import org.jspecify.annotations.NullMarked;
