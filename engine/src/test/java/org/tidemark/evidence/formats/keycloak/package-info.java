@NullMarked
package org.tidemark.evidence.formats.keycloak;

import org.jspecify.annotations.NullMarked;
