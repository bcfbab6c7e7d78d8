package org.tidemark.people;

/**
 * Which nodes hang together: union-find over one {@code int} a node. The root of a component is its
 * least node, whatever the order of the edges, so the answer does not depend on it. Almost constant
 * time an edge (path halving); one thread.
 */
final class Components {
  private final int[] parent;

  Components(int nodes) {
    parent = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      parent[i] = i;
    }
  }

  int size() {
    return parent.length;
  }

  /** The least node of the component. */
  int root(int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA < rootB) {
      parent[rootB] = rootA;
    } else {
      parent[rootA] = rootB;
    }
  }
}
